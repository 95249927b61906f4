"""Softmax and cross-entropy in one, averaged over the batch; t is one-hot rows (or probabilities) or class numbers."""

import numpy as np

from ...errors import ValueMismatch
from ...sentence import say
from ..declare import arraywise, shape_text


def _log_softmax(x):
    shifted = x - np.max(x, axis=-1, keepdims=True)
    return shifted - np.log(np.sum(np.exp(shifted), axis=-1, keepdims=True))


def _batch(x):
    return x.size // x.shape[-1]


def _rows(x, t):
    """Targets as rows like x; class numbers become one-hot."""
    t = np.asarray(t)
    if t.ndim == x.ndim:
        return t
    classes = x.shape[-1]
    wrong = (t != np.floor(t)) | (t < 0) | (t >= classes)
    if np.any(wrong):
        template = "t holds {value}, but a class number is a whole number from 0 to {last}"
        raise ValueMismatch(say(template, value=t[wrong].flat[0], last=classes - 1), port="t")
    return np.eye(classes, dtype=x.dtype)[t.astype(np.intp)]


def forward(x, t):
    return -np.sum(_rows(x, t) * _log_softmax(x)) / _batch(x)


def shape(x, t):
    if not x or not x[-1]:
        raise ValueMismatch(
            say("x is {x}, but scores need at least one class on their last axis", x=shape_text(x)), port="x"
        )
    if t not in (x, x[:-1]):
        template = "t is {t} but x is {x}; t must be {x} (one-hot) or {index} (class numbers)"
        raise ValueMismatch(say(template, t=shape_text(t), x=shape_text(x), index=shape_text(x[:-1])), port="t")
    return ()


def _slope(x, t):
    rows = _rows(x, t)
    return (np.exp(_log_softmax(x)) * np.sum(rows, axis=-1, keepdims=True) - rows) / _batch(x)


def vjp_x(g, x, t, *, out):
    return g * _slope(x, t)


def jvp_x(tangent, x, t, *, out):
    return np.sum(_slope(x, t) * tangent)


def vjp_t(g, x, t, *, out):
    return -g * _log_softmax(x) / _batch(x) if np.ndim(t) == x.ndim else np.zeros(np.shape(t))


def jvp_t(tangent, x, t, *, out):
    return -np.sum(tangent * _log_softmax(x)) / _batch(x) if np.ndim(t) == x.ndim else 0.0


_SCORES = np.array([[0.3, 2.9, 4.0], [1.0, -2.0, 0.5]])

OP = arraywise(
    forward,
    shape,
    vjps=(vjp_x, vjp_t),
    jvps=(jvp_x, jvp_t),
    formula="−Σ t · log(softmax(x)) / batch",
    rules=("g · (softmax(x) − t) / batch", "−g · log(softmax(x)) / batch"),
    examples=[(_SCORES, np.array([[0.0, 0.0, 1.0], [1.0, 0.0, 0.0]])), (_SCORES[0], np.array([0.2, 0.5, 0.3]))],
    symbol="S·L",
    label="softmax with loss",
    aliases=("cross-entropy", "cross entropy", "softmax", "loss"),
)
