"""Arrays side by side along one axis; up to eight, the ports beyond the second may stay open."""

import numpy as np

from ...errors import ValueMismatch
from ...sentence import say
from ..declare import arraywise, shape_text

PORTS = "abcdefhi"  # g is the upstream gradient


def forward(a, b, c=None, d=None, e=None, f=None, h=None, i=None, *, axis: int = 0):
    return np.concatenate([x for x in (a, b, c, d, e, f, h, i) if x is not None], axis)


def shape(*shapes, axis: int = 0):
    given = [(port, s) for port, s in zip(PORTS, shapes, strict=False) if s is not None]
    first = given[0][1]
    if not -len(first) <= axis < len(first):
        message = say("axis {axis} is not one of a, which is {a}", axis=axis, a=shape_text(first))
        raise ValueMismatch(message, port="a")
    place = axis % len(first)
    for port, s in given[1:]:
        if len(s) != len(first) or any(s[i] != first[i] for i in range(len(first)) if i != place):
            template = "a is {a} but {port} is {other}; apart from axis {axis} their sizes must match"
            raise ValueMismatch(
                say(template, a=shape_text(first), port=port, other=shape_text(s), axis=axis), port=port
            )
    return (*first[:place], sum(s[place] for _, s in given), *first[place + 1 :])


def _span(place, inputs, axis):
    """Which part of the output came from the input at `place`."""
    start = sum(x.shape[axis] for x in inputs[:place] if x is not None)
    along = [slice(None)] * inputs[place].ndim
    along[axis] = slice(start, start + inputs[place].shape[axis])
    return tuple(along)


def _vjp(place):
    def vjp(g, *inputs, out, axis: int = 0):
        return g[_span(place, inputs, axis)]

    return vjp


def _jvp(place):
    def jvp(tangent, *inputs, out, axis: int = 0):
        moved = np.zeros(out.shape, out.dtype)
        moved[_span(place, inputs, axis)] = tangent
        return moved

    return jvp


def terms(entry, *shapes, axis: int = 0):
    along, at = axis % len(entry), list(entry)
    for place, shape in enumerate(shapes):
        if shape is not None:
            if at[along] < shape[along]:
                return [(1.0, ((place, tuple(at)),))]
            at[along] -= shape[along]
    return []


_LEFT, _RIGHT = np.arange(6.0).reshape(2, 3), np.array([[7.0, 8.0, -9.0]])
_OPEN = (None,) * 5

OP = arraywise(
    forward,
    shape,
    vjps=tuple(map(_vjp, range(len(PORTS)))),
    jvps=tuple(map(_jvp, range(len(PORTS)))),
    terms=terms,
    formula="concatenate(a, b, …)",
    rules=tuple(f"g[{port}]" for port in PORTS),
    examples=[(_LEFT, _RIGHT, None, *_OPEN), (_LEFT, _RIGHT) * 4],
    variants=[{"axis": -2}],
    symbol="[a b]",
    label="concatenate",
    aliases=("concat", "join", "stack", "cat", "拼接"),
)
