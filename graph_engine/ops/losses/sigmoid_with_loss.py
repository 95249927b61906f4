"""Sigmoid and binary cross-entropy in one, the mean over all entries; (y − t) / n flows back."""

import math

import numpy as np

from ..declare import arraywise
from ..shapes import scalar_of_equals


def forward(x, t):
    return np.sum(np.maximum(x, 0) - x * t + np.log1p(np.exp(-np.abs(x)))) / x.size


def counts(x, t):
    return {"n": math.prod(x)}


def _sigmoid(x):
    return np.where(x >= 0, 1, np.exp(x)) / (1 + np.exp(-np.abs(x)))


def vjp_x(g, x, t, *, out):
    return g * (_sigmoid(x) - t) / x.size


def vjp_t(g, x, t, *, out):
    return -g * x / x.size


def jvp_x(tangent, x, t, *, out):
    return np.sum((_sigmoid(x) - t) * tangent) / x.size


def jvp_t(tangent, x, t, *, out):
    return -np.sum(x * tangent) / x.size


_SCORES = np.array([[0.3, -2.9], [1.0, 0.5]])

OP = arraywise(
    forward,
    scalar_of_equals,
    vjps=(vjp_x, vjp_t),
    jvps=(jvp_x, jvp_t),
    formula="−Σ (t·log σ(x) + (1 − t)·log(1 − σ(x))) / n",
    counts=counts,
    entrywise=True,
    rules=("g · (σ(x) − t) / n", "−g · x / n"),
    examples=[(_SCORES, np.array([[0.0, 1.0], [1.0, 0.25]])), (0.7, 1.0)],
    symbol="σ·L",
    label="sigmoid with loss",
    domain="at least one entry",
    aliases=("binary cross-entropy", "bce", "logistic loss"),
)
