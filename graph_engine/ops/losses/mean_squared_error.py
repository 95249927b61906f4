"""The mean of (y − t)² over all entries."""

import math

import numpy as np

from ..declare import arraywise
from ..shapes import scalar_of_equals


def forward(y, t):
    return np.sum((y - t) ** 2) / y.size


def counts(y, t):
    return {"n": math.prod(y)}


def _gradient(y, t):
    return 2 * (y - t) / y.size


def vjp_y(g, y, t, *, out):
    return g * _gradient(y, t)


def vjp_t(g, y, t, *, out):
    return -g * _gradient(y, t)


def jvp_y(tangent, y, t, *, out):
    return np.sum(_gradient(y, t) * tangent)


def jvp_t(tangent, y, t, *, out):
    return -np.sum(_gradient(y, t) * tangent)


_Y = np.array([[0.3, -2.9], [1.0, 0.5]])

OP = arraywise(
    forward,
    scalar_of_equals,
    vjps=(vjp_y, vjp_t),
    jvps=(jvp_y, jvp_t),
    formula="Σ (y − t)² / n",
    counts=counts,
    entrywise=True,
    rules=("g · 2(y − t) / n", "−g · 2(y − t) / n"),
    examples=[(_Y, np.array([[0.0, 1.0], [1.5, 0.25]])), (0.7, 1.0)],
    symbol="MSE",
    label="mean squared error",
    domain="at least one entry",
    aliases=("mse", "l2 loss", "均方误差"),
)
