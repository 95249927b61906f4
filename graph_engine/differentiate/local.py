"""Local derivatives: what one op does to one of its inputs, before any chain rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from ..errors import GraphError
from ..evaluate import Evaluation, Work
from ..graph import Edge, Value, settle
from ..sentence import say
from .rules import pull_one, push_one, start_of

LARGEST_JACOBIAN = 65_536  # entries; larger ones are described, not built


@dataclass(frozen=True, eq=False)
class Local:
    """The local derivative of one edge.

    `number`: a scalar. `elementwise`: an array in the shape of the op's output. `jacobian`: an array of shape
    output shape + input shape. `large`: a Jacobian too large to build; `value` is None and `shape` says its size.
    """

    kind: Literal["number", "elementwise", "jacobian", "large"]
    shape: tuple[int, ...]
    value: Value | None


def local_derivative(evaluation: Evaluation, edge: Edge) -> Local | None:
    """∂target/∂source along `edge` alone; None where the op has no value.

    >>> from graph_engine.evaluate import evaluate
    >>> from graph_engine.graph import Graph
    >>> graph = Graph()
    >>> x = graph.add("variable", "x", value=[1, 2])
    >>> y = graph.add("softmax", "y", x=x)
    >>> found = local_derivative(evaluate(graph), Edge(x, y, "x"))
    >>> found.kind, found.shape
    ('jacobian', (2, 2))
    """
    work = evaluation.work_of(edge.target)
    if work is None or evaluation.values[work.slot] is None:
        return None
    inputs, place = evaluation.inputs_of(work), work.op.ports.index(edge.port)
    plain = _on_floats(work, [*inputs, evaluation.values[work.slot]], place)
    if plain is not None:
        return Local("number", (), plain)
    out, given = np.asarray(evaluation.values[work.slot]), np.asarray(inputs[place])
    with np.errstate(all="ignore"):
        if work.op.elementwise:
            partial = push_one(work, inputs, out, place, np.ones((), given.dtype))
            value = settle(np.array(partial, dtype=out.dtype))
            return Local("number" if np.ndim(value) == 0 else "elementwise", np.shape(value), value)
        shape = out.shape + given.shape
        if np.prod(shape, dtype=float) > LARGEST_JACOBIAN:
            return Local("large", shape, None)
        if not out.ndim and work.op.vjps[place] is not None:
            pulled = pull_one(work, inputs, out, place, np.ones((), out.dtype))
            return Local("jacobian" if shape else "number", shape, settle(np.array(pulled, out.dtype)))
        columns = [push_one(work, inputs, out, place, basis) for basis in _basis(given)]
    flat = np.array(columns, dtype=out.dtype).reshape(given.size, out.size)
    jacobian = settle(flat.T.reshape(shape).copy())
    return Local("number" if not shape else "jacobian", shape, jacobian)


def _on_floats(work: Work, numbers: list[Value | None], place: int) -> float | None:
    """The partial of a scalar op as the reverse pass takes it; None outside the range of `math`."""
    if work.pull is None or not all([type(x) is float for x in numbers]):
        return None
    try:
        pulled = work.pull(1.0, *numbers)
        return float(pulled if len(work.reads) == 1 else pulled[place])
    except (ArithmeticError, ValueError):
        return None


def local_matrix(evaluation: Evaluation, edge: Edge) -> np.ndarray:
    """The local derivative of an edge as a matrix, (entries of the output) × (entries of the input), of any size.

    `GraphError` where the op has no value.
    """
    work, inputs, out, place = _parts(evaluation, edge)
    given = np.asarray(inputs[place])
    with np.errstate(all="ignore"):
        columns = [np.ravel(push_one(work, inputs, out, place, basis)) for basis in _basis(given)]
    return np.array(columns, out.dtype).reshape(given.size, out.size).T


def local_cell(evaluation: Evaluation, edge: Edge, row: tuple[int, ...], column: tuple[int, ...]) -> float:
    """One entry of the local Jacobian, ∂output[row]/∂input[column], without building the rest of it."""
    return float(local_column(evaluation, edge, column)[row])


def local_shape(evaluation: Evaluation, edge: Edge) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The shapes of the output and of the input between which the local Jacobian of `edge` stands."""
    _, inputs, out, place = _parts(evaluation, edge)
    return out.shape, np.shape(np.asarray(inputs[place]))


def local_column(
    evaluation: Evaluation, edge: Edge, column: tuple[int, ...], *, as_if_ones: bool = False
) -> np.ndarray:
    """How the whole output moves with one entry of the input; `as_if_ones` pretends that every input is ones."""
    work, inputs, out, place = _parts(evaluation, edge)
    if as_if_ones:
        inputs = [None if x is None else np.ones_like(x) for x in inputs]
    given = np.asarray(inputs[place])
    return np.asarray(push_one(work, inputs, out, place, np.asarray(start_of(edge.source, given, column, None))))


def _parts(evaluation: Evaluation, edge: Edge) -> tuple[Work, list[Value | None], np.ndarray, int]:
    work = evaluation.work_of(edge.target)
    if work is None or evaluation.values[work.slot] is None:
        name = evaluation.graph.node(edge.target).name
        raise GraphError(say("“{node}” has no value, so it has no derivatives", node=name), node=edge.target)
    out = np.asarray(evaluation.values[work.slot])
    return work, evaluation.inputs_of(work), out, work.op.ports.index(edge.port)


def _basis(like: np.ndarray) -> list[np.ndarray]:
    unit = np.eye(like.size, dtype=like.dtype)
    return [row.reshape(like.shape) for row in unit]
