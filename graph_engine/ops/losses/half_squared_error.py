"""½(y − t)² summed over the outputs and averaged over the batch; (y − t) / batch flows back."""

import numpy as np

from ..declare import arraywise
from ..shapes import scalar_of_equals


def _rows(shape):
    """The first axis is the batch; a vector or a number is one sample."""
    return shape[0] if len(shape) > 1 else 1


def _batch(y):
    return _rows(y.shape)


def counts(y, t):
    return {"batch": _rows(y)}


def forward(y, t):
    return np.sum((y - t) ** 2) / (2 * _batch(y))


def vjp_y(g, y, t, *, out):
    return g * (y - t) / _batch(y)


def vjp_t(g, y, t, *, out):
    return -g * (y - t) / _batch(y)


def jvp_y(tangent, y, t, *, out):
    return np.sum((y - t) * tangent) / _batch(y)


def jvp_t(tangent, y, t, *, out):
    return -np.sum((y - t) * tangent) / _batch(y)


_Y = np.array([[0.3, -2.9], [1.0, 0.5]])

OP = arraywise(
    forward,
    scalar_of_equals,
    vjps=(vjp_y, vjp_t),
    jvps=(jvp_y, jvp_t),
    formula="Σ ½(y − t)² / batch",
    counts=counts,
    entrywise=True,
    rules=("g · (y − t) / batch", "−g · (y − t) / batch"),
    examples=[(_Y, np.array([[0.0, 1.0], [1.5, 0.25]])), (_Y[0], np.array([0.2, 1.0])), (0.7, 1.0)],
    symbol="½Δ²",
    label="half squared error",
    aliases=("squared error", "sse", "quadratic loss"),
)
