"""Which kinds of node can take the value of a wire. Imports no Qt."""

from __future__ import annotations

from itertools import product

from graph_engine import ops
from graph_engine.document.notes import KINDS
from graph_engine.errors import ValueMismatch
from graph_engine.graph import SOURCES_BY_KEY
from graph_engine.ops.declare import Shape


def takes(key: str, shape: Shape | None) -> bool:
    """Whether a node of the kind `key` has an input for a value of `shape` (None: not known yet).

    Its other inputs may have any shape that goes with it; a few likely ones are tried.
    """
    if key in KINDS or key in SOURCES_BY_KEY or not ops.by_key(key).inputs:
        return False
    if shape is None:
        return True
    op = ops.by_key(key)
    others = sum(not port.optional for port in op.inputs[1:])
    settings = {attribute.name: attribute.default for attribute in op.attributes}
    return any(_allows(op, (shape, *rest), settings) for rest in product(_likely(shape), repeat=others))


def _likely(shape: Shape) -> list[Shape]:
    """Shapes that stand beside `shape`: its own, a number, a weight, a bias, one target for each row."""
    return list(dict.fromkeys([shape, (), (*shape[-1:], 1), shape[-1:], shape[:-1]]))


def _allows(op: ops.Op, shapes: tuple[Shape, ...], settings: dict[str, object]) -> bool:
    try:
        op.shape(*shapes, **settings)
    except ValueMismatch:
        return False
    return True
