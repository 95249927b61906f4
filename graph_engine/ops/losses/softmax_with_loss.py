"""Softmax and cross-entropy in one, averaged over the batch; t is one-hot rows (or probabilities) or class numbers."""

import numpy as np

from ..declare import arraywise
from ..targets import batch_of, class_rows, class_shapes, has_rows, rows_in


def _log_softmax(x):
    shifted = x - np.max(x, axis=-1, keepdims=True)
    return shifted - np.log(np.sum(np.exp(shifted), axis=-1, keepdims=True))


def _costs(x, rows):
    """What each class costs; one that is ruled out by a score of −∞ costs nothing where t is 0."""
    return -np.where(rows == 0, 0, rows * _log_softmax(x))


def forward(x, t):
    return np.sum(_costs(x, class_rows(x, t))) / batch_of(x)


def counts(x, t):
    return {"batch": rows_in(x)}


def _gradient(x, t):
    rows = class_rows(x, t)
    return (np.exp(_log_softmax(x)) * np.sum(rows, axis=-1, keepdims=True) - rows) / batch_of(x)


def vjp_x(g, x, t, *, out):
    return g * _gradient(x, t)


def jvp_x(tangent, x, t, *, out):
    return np.sum(_gradient(x, t) * tangent)


def vjp_t(g, x, t, *, out):
    return -g * _log_softmax(x) / batch_of(x) if has_rows(x, t) else np.zeros(np.shape(t))


def jvp_t(tangent, x, t, *, out):
    return -np.sum(tangent * _log_softmax(x)) / batch_of(x) if has_rows(x, t) else 0.0


def many(x, t, *, batched):
    if batched[1]:
        return NotImplemented
    apart = tuple(range(1, x.ndim))
    return np.sum(_costs(x, class_rows(x[0], t)), apart) / batch_of(x[0])


_SCORES = np.array([[0.3, 2.9, 4.0], [1.0, -2.0, 0.5]])

OP = arraywise(
    forward,
    class_shapes,
    vjps=(vjp_x, vjp_t),
    jvps=(jvp_x, jvp_t),
    many=many,
    formula="−Σ t · log(softmax(x)) / batch",
    counts=counts,
    rules=("g · (softmax(x) − t) / batch", "−g · log(softmax(x)) / batch"),
    examples=[(_SCORES, np.array([[0.0, 0.0, 1.0], [1.0, 0.0, 0.0]])), (_SCORES[0], np.array([0.2, 0.5, 0.3]))],
    symbol="S·L",
    label="softmax with loss",
    aliases=("cross-entropy", "cross entropy", "softmax", "loss", "交叉熵"),
)
