"""Why a node moves as it does when the source of forward mode moves."""

from __future__ import annotations

import numpy as np

from ..differentiate import Tangents, local_derivative
from ..graph import Edge, Value
from ..sentence import say
from .answer import Answer, Part, Term
from .question import Entry, Question
from .why_put_in import called, sum_of


def why_tangent(found: Tangents, question: Question) -> Answer | None:
    """local × tangent along each wire that moves it, added up; an array as what comes in along each wire."""
    id, entry = question.of, question.entry
    if isinstance(id, Edge) or id not in found.evaluation.graph or id not in found.nodes:
        return None
    value, left = _pick(found.nodes[id], entry), called(found.evaluation, found, question)
    if id == found.source:
        return Answer(question, value, left, None, said=(say("forward mode starts here: the source moves by 1"),))
    wires = [edge for edge in found.evaluation.graph.edges_in(id) if edge.source in found.nodes]
    terms = tuple(_term(found, edge, entry) for edge in wires)
    said = (say("an array: ask for one of its entries"),) if np.ndim(value) else ()
    return Answer(question, value, left, None, sum_of(terms), terms=terms, said=said, wires=frozenset(wires))


def _term(found: Tangents, edge: Edge, entry: Entry | None) -> Term:
    asks = Question("tangent", edge.source)
    moved, local = found.nodes[edge.source], local_derivative(found.evaluation, edge)
    if local is not None and local.kind == "number" and local.value is not None and np.ndim(moved) == 0:
        return Part(local.value, Question("local", edge)), Part(moved, asks)
    through = found.through(edge)
    assert through is not None
    return (Part(_pick(through, entry), asks),)


def _pick(value: Value, entry: Entry | None) -> Value:
    return value if entry is None else float(np.asarray(value)[entry])
