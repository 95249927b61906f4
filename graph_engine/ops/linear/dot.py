"""Matrix product x·W, with NumPy's rules for vectors and stacks of matrices."""

import math

import numpy as np

from ...errors import ValueMismatch
from ...sentence import say
from ..declare import arraywise, shape_text


def forward(x, W):
    return np.matmul(x, W)


def shape(x, W):
    for port, size in (("x", x), ("W", W)):
        if not size:
            message = say("{port} is a scalar, but dot needs vectors or matrices; use multiply for scalars", port=port)
            raise ValueMismatch(message, port=port)
    inner, other = x[-1], W[-2] if len(W) > 1 else W[0]
    if inner != other:
        template = "x is {x} but W is {W}; their inner sizes {inner} and {other} must match"
        raise ValueMismatch(say(template, x=shape_text(x), W=shape_text(W), inner=inner, other=other), port="W")
    try:
        stack = np.broadcast_shapes(x[:-2], W[:-2])
    except ValueError:
        template = "x is {x} but W is {W}; their leading sizes don't broadcast"
        raise ValueMismatch(say(template, x=shape_text(x), W=shape_text(W)), port="W") from None
    return stack + x[-2:-1] + (W[-1:] if len(W) > 1 else ())


def vjp_x(g, x, W, *, out):
    if W.ndim == 1:
        return np.expand_dims(g, -1) * W
    if x.ndim == 1:
        return np.matmul(W, np.expand_dims(g, -1))[..., 0]
    return np.matmul(g, np.swapaxes(W, -1, -2))


def vjp_W(g, x, W, *, out):
    if W.ndim == 1:
        return np.expand_dims(g, -1) * x
    if x.ndim == 1:
        return np.expand_dims(x, -1) * np.expand_dims(g, -2)
    return np.matmul(np.swapaxes(x, -1, -2), g)


def jvp_x(tangent, x, W, *, out):
    return np.matmul(tangent, W)


def jvp_W(tangent, x, W, *, out):
    return np.matmul(x, tangent)


def products(x, W):
    return math.prod(shape(x, W)) * x[-1]


def terms(entry, x, W):
    at = list(entry)
    column = (at.pop(),) if len(W) > 1 else ()
    row = (at.pop(),) if len(x) > 1 else ()
    of_x, of_W = (_in_stack(shape[:-2], at) for shape in (x, W))
    return [(1.0, ((0, (*of_x, *row, i)), (1, (*of_W, i, *column)))) for i in range(x[-1])]


def _in_stack(stack, at):
    """Which matrix of a stack that broadcasts goes into the one at `at`."""
    return tuple(0 if size == 1 else place for size, place in zip(stack, at[len(at) - len(stack) :], strict=True))


_ROWS = np.array([[1.0, -2.0, 0.5], [0.3, 4.0, -1.0]])
_COLUMNS = np.array([[1.0, 2.0], [-2.0, 0.5], [0.5, -1.5]])

OP = arraywise(
    forward,
    shape,
    vjps=(vjp_x, vjp_W),
    jvps=(jvp_x, jvp_W),
    terms=terms,
    products=products,
    rules=("g · Wᵀ", "xᵀ · g"),
    examples=[(_ROWS, _COLUMNS), (_ROWS[0], _COLUMNS), (_ROWS, _COLUMNS[:, 0]), (_ROWS[0], _COLUMNS[:, 1])],
    symbol="x·W",
    label="dot",
    aliases=("matmul", "matrix product", "@", "点积", "内积", "矩阵乘法"),
)
