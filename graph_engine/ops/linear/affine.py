"""A fully connected layer: x·W + b, with W as (in, out) or, as in PyTorch's Linear, (out, in); b may be left open."""

import math
from typing import Literal

import numpy as np

from ...errors import ValueMismatch
from ...sentence import say
from ..declare import arraywise, shape_text

Layout = Literal["in_out", "out_in"]


def _columns(W, layout):
    """W as (in, out)."""
    return W if layout == "in_out" else W.T


def forward(x, W, b=None, *, layout: Layout = "in_out"):
    product = np.matmul(x, _columns(W, layout))
    return product if b is None else product + b


def shape(x, W, b=None, *, layout: Layout = "in_out"):
    if not x:
        raise ValueMismatch(say("x is a scalar, but affine needs a vector or a batch of vectors"), port="x")
    if len(W) != 2:
        raise ValueMismatch(say("W is {W}, but affine needs a matrix", W=shape_text(W)), port="W")
    inner, outer = W if layout == "in_out" else W[::-1]
    if x[-1] != inner:
        template = "x is {x} but W is {W}; their inner sizes {size} and {inner} must match"
        raise ValueMismatch(say(template, x=shape_text(x), W=shape_text(W), size=x[-1], inner=inner), port="W")
    if b is not None and b != (outer,):
        template = "b is {b} but W is {W}; b must be ({outer},)"
        raise ValueMismatch(say(template, b=shape_text(b), W=shape_text(W), outer=outer), port="b")
    return (*x[:-1], outer)


def _flat(array):
    """All leading axes as one batch axis."""
    return array.reshape(math.prod(array.shape[:-1]), array.shape[-1])


def vjp_x(g, x, W, b=None, *, out, layout: Layout = "in_out"):
    return np.matmul(g, _columns(W, layout).T)


def vjp_W(g, x, W, b=None, *, out, layout: Layout = "in_out"):
    return _columns(np.matmul(_flat(x).T, _flat(g)), layout)


def vjp_b(g, x, W, b=None, *, out, layout: Layout = "in_out"):
    return g


def jvp_x(tangent, x, W, b=None, *, out, layout: Layout = "in_out"):
    return np.matmul(tangent, _columns(W, layout))


def jvp_W(tangent, x, W, b=None, *, out, layout: Layout = "in_out"):
    return np.matmul(x, _columns(tangent, layout))


def jvp_b(tangent, x, W, b=None, *, out, layout: Layout = "in_out"):
    return np.broadcast_to(tangent, out.shape)


def rules(*, layout: Layout = "in_out"):
    products = ("g · Wᵀ", "xᵀ · g") if layout == "in_out" else ("g · W", "gᵀ · x")
    return (*products, "Σ g")


def products(x, W, b=None, *, layout: Layout = "in_out"):
    return math.prod(x) * W[1 if layout == "in_out" else 0]


def terms(entry, x, W, b=None, *, layout: Layout = "in_out"):
    *row, column = entry
    weights = [(i, column) if layout == "in_out" else (column, i) for i in range(x[-1])]
    products = [(1.0, ((0, (*row, i)), (1, weight))) for i, weight in enumerate(weights)]
    return products if b is None else [*products, (1.0, ((2, (column,)),))]


def many(x, W, b=None, *, batched, layout: Layout = "in_out"):
    if batched[1] or batched[2]:
        return NotImplemented
    return forward(x, W, b, layout=layout)


def columns_W(entries, x, W, b=None, *, out, layout: Layout = "in_out"):
    """A weight from i to j moves column j of the output by column i of x."""
    rows, places = np.unravel_index(entries, W.shape)[:: 1 if layout == "in_out" else -1]
    moved = np.zeros((len(entries), *out.shape), out.dtype)
    moved[np.arange(len(entries)), ..., places] = np.moveaxis(x, -1, 0)[rows]
    return moved


def columns_b(entries, x, W, b=None, *, out, layout: Layout = "in_out"):
    moved = np.zeros((len(entries), *out.shape), out.dtype)
    moved[np.arange(len(entries)), ..., entries] = 1
    return moved


_X = np.array([[1.0, -2.0, 0.5], [0.3, 4.0, -1.0]])
_W = np.array([[1.0, 2.0], [-2.0, 0.5], [0.5, -1.5]])

OP = arraywise(
    forward,
    shape,
    vjps=(vjp_x, vjp_W, vjp_b),
    jvps=(jvp_x, jvp_W, jvp_b),
    many=many,
    terms=terms,
    products=products,
    columns=(None, columns_W, columns_b),
    rules=rules,
    examples=[(_X, _W, np.array([0.1, -0.2])), (_X[0], _W, np.array([0.1, -0.2])), (_X, _W, None)],
    symbol="x·W+b",
    label="affine",
    aliases=("linear", "dense", "fully connected", "wx+b", "全连接", "线性层"),
)
