"""Which products add up to one entry of an array: of a value, or of a gradient that came back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, product

import numpy as np

from ..differentiate import Gradients, local_cell, local_column
from ..evaluate import Evaluation, Work
from ..graph import Edge, Value
from .answer import Part, Term
from .equations import node_name
from .question import Entry, Question

MOST = 1000  # products that are told apart; the others are told together


def shape_of(evaluation: Evaluation, id: str) -> tuple[int, ...]:
    """The shape of a node's value; that of a scalar where there is none."""
    value = evaluation.value(id)
    return () if value is None else np.shape(value)


def shapes_of(work: Work, evaluation: Evaluation) -> list[tuple[int, ...] | None]:
    return [None if x is None else np.shape(x) for x in evaluation.inputs_of(work)]


def value_terms(work: Work, evaluation: Evaluation, entry: Entry) -> list[Term] | None:
    """The products that an entry of an op's value is the sum of; None where the op does not say."""
    if work.op.terms is None:
        return None
    told = work.op.terms(entry, *shapes_of(work, evaluation), **work.attributes)
    return [_term(work, evaluation, coefficient, factors) for coefficient, factors in told]


def carried_terms(edge: Edge, evaluation: Evaluation, found: Gradients, entry: Entry) -> tuple[list[Term], int]:
    """Upstream × local for each place that an entry went to, and how many places there were."""
    work = evaluation.work_of(edge.target)
    assert work is not None
    upstream = np.asarray(found.nodes[edge.target])
    places = list(_places(work, evaluation, edge, entry))
    terms = []
    for out in islice(places, MOST):
        part = Part(_number(upstream[out]), Question("gradient", edge.target, out or None))
        terms.append((part, *_local(work, evaluation, edge, out, entry)))
    return terms, len(places)


def broadcast_entry(shape: tuple[int, ...], out: Entry) -> Entry:
    """Which entry of an input of that shape an entry of the output was computed from."""
    return tuple(0 if size == 1 else at for size, at in zip(shape, out[len(out) - len(shape) :], strict=True))


def named_inputs(evaluation: Evaluation, id: str) -> dict[str, str]:
    """Which node feeds each port that the rule of a node speaks of: an own formula need not name all that is wired."""
    graph = evaluation.graph
    node, wired = graph.node(id), graph.inputs(id)
    return wired if node.op.needs is None else {port: wired[port] for port in wired if port in node.required}


def local_factors(work: Work, evaluation: Evaluation, place: int, out: Entry, entry: Entry) -> list[Term] | None:
    """∂output[out]/∂input[entry] where the op says of which products an output is the sum: what stands beside it."""
    if work.op.terms is None:
        return None
    beside = []
    for coefficient, factors in work.op.terms(out, *shapes_of(work, evaluation), **work.attributes):
        if (place, entry) in factors:
            rest = list(factors)
            rest.remove((place, entry))
            beside.append(_term(work, evaluation, coefficient, rest))
    return beside


def _local(work: Work, evaluation: Evaluation, edge: Edge, out: Entry, entry: Entry) -> Term:
    place = work.op.ports.index(edge.port)
    factors = local_factors(work, evaluation, place, out, entry)
    if factors is not None and len(factors) == 1:
        return factors[0]
    asked = out if work.op.elementwise else out + entry
    value = local_cell(evaluation, edge, out, entry)
    return (Part(value, Question("local", edge, asked or None)),)


def _places(work: Work, evaluation: Evaluation, edge: Edge, entry: Entry) -> Iterator[Entry]:
    """The entries of the output that an entry of an input reaches."""
    out, given = np.asarray(evaluation.values[work.slot]), shape_of(evaluation, edge.source)
    if work.op.elementwise:
        free = out.ndim - len(given)
        fixed = {free + axis: at for axis, at in enumerate(entry) if given[axis] != 1}
        yield from product(*([fixed[axis]] if axis in fixed else range(n) for axis, n in enumerate(out.shape)))
        return
    reached = local_column(evaluation, edge, entry, as_if_ones=work.op.terms is not None)
    yield from (tuple(map(int, at)) for at in np.argwhere(reached)) if reached.ndim else [()]


def _term(work: Work, evaluation: Evaluation, coefficient: float, factors: Sequence[tuple[int, Entry]]) -> Term:
    parts = [_input_part(work, evaluation, place, entry) for place, entry in factors]
    constant = [Part(coefficient)] if coefficient != 1.0 or not parts else []
    return (*constant, *parts)


def _input_part(work: Work, evaluation: Evaluation, place: int, entry: Entry) -> Part:
    source = work.feeds[place]
    assert source is not None
    return entry_part(evaluation, source, entry)


def entry_part(evaluation: Evaluation, id: str, entry: Entry | None) -> Part:
    value = evaluation.value(id)
    assert value is not None
    picked = _number(np.asarray(value)[entry]) if entry else value
    return Part(picked, Question("value", id, entry or None), node_name(evaluation.graph, id))


def _number(value: object) -> Value:
    return float(value)  # type: ignore[arg-type]
