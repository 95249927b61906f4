"""Cross-entropy of probabilities, averaged over the batch; t holds one-hot rows (or probabilities) or class numbers."""

import numpy as np

from ..declare import arraywise
from ..targets import batch_of, class_rows, class_shapes, has_rows, rows_in


def _counted(rows, y):
    """y, but 1 where it is not positive and t is 0: 0 · log 0 counts as 0."""
    return np.where((rows == 0) & (y <= 0), 1.0, y).astype(y.dtype)


def forward(y, t):
    rows = class_rows(y, t)
    return -np.sum(rows * np.log(_counted(rows, y))) / batch_of(y)


def counts(y, t):
    return {"batch": rows_in(y)}


def _gradient(y, t):
    rows = class_rows(y, t)
    return -rows / _counted(rows, y) / batch_of(y)


def vjp_y(g, y, t, *, out):
    return g * _gradient(y, t)


def jvp_y(tangent, y, t, *, out):
    return np.sum(_gradient(y, t) * tangent)


def vjp_t(g, y, t, *, out):
    return -g * np.log(_counted(t, y)) / batch_of(y) if has_rows(y, t) else np.zeros(np.shape(t))


def jvp_t(tangent, y, t, *, out):
    return -np.sum(tangent * np.log(_counted(t, y))) / batch_of(y) if has_rows(y, t) else 0.0


_Y = np.array([[0.2, 0.5, 0.3], [0.7, 0.1, 0.2]])

OP = arraywise(
    forward,
    class_shapes,
    vjps=(vjp_y, vjp_t),
    jvps=(jvp_y, jvp_t),
    formula="−Σ t · log(y) / batch",
    counts=counts,
    rules=("−g · t / y / batch", "−g · log(y) / batch"),
    examples=[(_Y, np.array([[0.1, 0.2, 0.7], [0.9, 0.05, 0.05]])), (_Y[0], np.array([0.2, 0.5, 0.3]))],
    symbol="H",
    label="cross-entropy",
    domain="y > 0 where t is not 0",
    aliases=("log loss", "negative log likelihood", "nll"),
)
