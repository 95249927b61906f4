"""Turns the scores on the last axis into probabilities; its Jacobian is diag(y) − y yᵀ, not only the diagonal."""

import numpy as np

from ...errors import ValueMismatch
from ...sentence import say
from ..declare import arraywise, shape_text


def forward(x):
    powers = np.exp(x - np.max(x, axis=-1, keepdims=True))
    return powers / np.sum(powers, axis=-1, keepdims=True)


def shape(x):
    if not x or not x[-1]:
        message = say("x is {x}, but softmax needs at least one score on the last axis", x=shape_text(x))
        raise ValueMismatch(message, port="x")
    return x


def vjp(g, x, *, out):
    return out * (g - np.sum(g * out, axis=-1, keepdims=True))


def jvp(tangent, x, *, out):
    return out * (tangent - np.sum(tangent * out, axis=-1, keepdims=True))


_SCORES = np.array([[0.3, 2.9, 4.0], [1.0, -2.0, 0.5]])

OP = arraywise(
    forward,
    shape,
    vjps=(vjp,),
    jvps=(jvp,),
    formula="exp(x) / Σ exp(x)",
    rules=("z · (g − Σ g·z)",),
    examples=[(_SCORES,), (_SCORES[0],)],
    symbol="S",
    label="softmax",
    aliases=("probabilities",),
)
