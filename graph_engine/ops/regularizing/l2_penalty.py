"""½λ Σ W²: keeps weights small; λW flows back."""

import numpy as np

from ..declare import arraywise
from ..shapes import scalar_shape


def forward(W, *, strength: float = 0.01):
    return 0.5 * strength * np.sum(W**2)


def vjp(g, W, *, out, strength: float = 0.01):
    return g * strength * W


def jvp(tangent, W, *, out, strength: float = 0.01):
    return strength * np.sum(W * tangent)


OP = arraywise(
    forward,
    scalar_shape,
    vjps=(vjp,),
    jvps=(jvp,),
    formula="½ · λ · Σ W²",
    rules=("g · λ · W",),
    examples=[(np.array([[1.0, -2.0, 0.5], [0.3, 4.0, -1.0]]),), (0.7,)],
    variants=[{"strength": 0.5}],
    symbol="L2",
    label="L2 penalty",
    aliases=("weight decay", "ridge", "regularization"),
)
