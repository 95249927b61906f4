"""Why a number is what it is: its formula, the numbers put in, and for each of these the same again, to the sources."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from ..differentiate import Gradients, Tangents
from ..differentiate.rules import pull_back
from ..evaluate import Evaluation
from ..expression import Piece
from ..graph import Edge, Value
from ..ops import Op
from ..sentence import Sentence, say
from .answer import Answer, Part
from .equations import counts_of, held_name, rule_piece
from .question import Entry, Question
from .why_local import entry_again, local_names, local_put_in, read_by_local, why_local
from .why_path import why_path
from .why_put_in import called, lines_meet, number_of, sum_of
from .why_tangent import why_tangent
from .why_terms import MOST, broadcast_entry, carried_terms, entry_part, named_inputs, shape_of, value_terms


def why(evaluation: Evaluation, found: Gradients | Tangents | None, question: Question) -> Answer | None:
    """The answer to `question`; None where there is no such number (a node or wire that is gone, an entry that an array
    of another shape does not have). Only tangents can answer for a tangent.

    >>> from graph_engine.differentiate import gradients
    >>> from graph_engine.evaluate import evaluate
    >>> from graph_engine.graph import Graph
    >>> graph = Graph()
    >>> x = graph.add("variable", "x", value=3)
    >>> y = graph.add("multiply", "y", x=x, y=x)
    >>> values = evaluate(graph)
    >>> [part.value for term in why(values, gradients(values, y), Question("gradient", x)).terms for part in term]
    [3.0, 3.0]
    """
    if isinstance(found, Tangents):
        if question.kind == "tangent":
            return why_tangent(found, question) if _has_entry(evaluation, question) else None
        found = None
    if isinstance(question.of, Edge):
        edge = question.of
        there = evaluation.graph.has_edge(edge) and evaluation.value(edge.target) is not None
        if not there or not _has_entry(evaluation, question):
            return None
        return (_carried if question.kind == "carried" else why_local)(evaluation, found, question, edge)
    if question.path:
        return why_path(evaluation, question, question.path)
    if not isinstance(question.of, str) or question.of not in evaluation.graph or evaluation.value(question.of) is None:
        return None
    if question.kind == "tangent" or not _has_entry(evaluation, question):
        return None
    return (_value if question.kind == "value" else _gradient)(evaluation, found, question, question.of)


def _has_entry(evaluation: Evaluation, question: Question) -> bool:
    """Whether the number that is asked about has the entry that is asked for."""
    if question.entry is None:
        return True
    of = question.of
    shape = shape_of(evaluation, of.source if isinstance(of, Edge) else question.node)
    if isinstance(of, Edge) and question.kind == "local":
        out = shape_of(evaluation, of.target)
        shape = out if evaluation.graph.node(of.target).op.elementwise else out + shape
    return len(question.entry) == len(shape) and all(0 <= at < n for at, n in zip(question.entry, shape, strict=True))


# -- values ------------------------------------------------------------------------------------------------------------


def _value(evaluation: Evaluation, _: Gradients | None, question: Question, id: str) -> Answer:
    graph, work = evaluation.graph, evaluation.work_of(id)
    left, value = called(evaluation, None, question), _pick(evaluation.value(id), question.entry)
    if work is None:
        return Answer(question, value, left, None, said=(_given(graph.node(id).kind),))
    inputs = named_inputs(evaluation, id)
    names = {port: held_name(graph, source) for port, source in inputs.items()}
    rule, wires = rule_piece(work.op, work.attributes, names), frozenset(graph.edges_in(id))
    entry = () if not shape_of(evaluation, id) else question.entry
    terms = None if entry is None else value_terms(work, evaluation, entry)
    if terms:
        said = lines_meet(evaluation, None, terms)
        return Answer(question, value, left, rule, sum_of(terms), terms=tuple(terms), said=said, wires=wires)
    ports, by_entry = list(inputs), work.op.elementwise and entry is not None
    at = [broadcast_entry(shape_of(evaluation, fed), entry or ()) if by_entry else None for fed in inputs.values()]
    parts = [entry_part(evaluation, fed, place) for fed, place in zip(inputs.values(), at, strict=True)]
    numbers = {**dict(zip(ports, map(number_of, parts), strict=True)), **counts_of(evaluation, id)}
    put_in = rule_piece(work.op, work.attributes, numbers)

    def compute(values: Sequence[Any]) -> Any:
        out = work.op.forward(*_arguments(work.op, ports, values), **work.attributes)
        return out if by_entry or entry is None else np.asarray(out)[entry]

    return Answer(question, value, left, rule, put_in, tuple(parts), said=_choose(value), wires=wires, compute=compute)


def _given(kind: str) -> Sentence:
    if kind == "data":
        return say("taken from a data set")
    if kind == "constant":
        return say("a constant: it was put in and nothing changes it")
    return say("a source: it was put in by hand, and nothing feeds it")


# -- gradients ---------------------------------------------------------------------------------------------------------


def _gradient(evaluation: Evaluation, found: Gradients | None, question: Question, id: str) -> Answer | None:
    if found is None or id not in found.nodes:
        return None
    value = _pick(found.nodes[id], question.entry)
    left = called(evaluation, found, question)
    if id == found.target:
        said = say("the backward pass starts here: how the target changes when it is itself changed")
        return Answer(question, value, left, None, said=(said,))
    wires = [edge for edge in evaluation.graph.edges_out(id) if found.edge(edge) is not None]
    if len(wires) == 1:
        return _carried(evaluation, found, question, wires[0])
    terms = tuple(
        (Part(_pick(found.edge(edge), question.entry), Question("carried", edge, question.entry)),) for edge in wires
    )
    said = say("it feeds {n} inputs: what comes back from each adds up", n=len(wires))
    return Answer(question, value, left, None, sum_of(terms), terms=terms, said=(said,), wires=frozenset(wires))


def _carried(evaluation: Evaluation, found: Gradients | None, question: Question, edge: Edge) -> Answer | None:
    whole, work = None if found is None else found.edge(edge), evaluation.work_of(edge.target)
    if found is None or whole is None or work is None:
        return None
    entry = () if np.ndim(whole) == 0 else question.entry
    if entry is not None:
        return _carried_entry(evaluation, found, question, edge, entry)
    place, value = work.op.ports.index(edge.port), whole
    upstream = Part(found.nodes[edge.target], Question("gradient", edge.target), _upstream(evaluation, found, edge))
    read = read_by_local(work, evaluation, edge)
    put_in, rule = local_put_in(work, evaluation, edge, read, number_of(upstream)), _in_names(evaluation, found, edge)

    def compute(values: Sequence[Any]) -> Any:
        return pull_back(work, evaluation, values[0], (place,))[place]

    return Answer(question, value, called(evaluation, found, question), rule, put_in, (upstream, *read),
                  said=_choose(value), wires=frozenset([edge]), compute=compute)  # fmt: skip


def _carried_entry(evaluation: Evaluation, found: Gradients, question: Question, edge: Edge, entry: Entry) -> Answer:
    value = _pick(found.edge(edge), entry or None)
    left, rule, wires = called(evaluation, found, question), _in_names(evaluation, found, edge), frozenset([edge])
    work = evaluation.work_of(edge.target)
    if work is not None and work.op.entrywise:
        upstream = Part(found.nodes[edge.target], Question("gradient", edge.target))
        read = read_by_local(work, evaluation, edge, entry)
        put_in = local_put_in(work, evaluation, edge, read, number_of(upstream))
        return Answer(question, value, left, rule, put_in, (upstream, *read), wires=wires,
                      compute=lambda values: entry_again(work, evaluation, edge, entry, values))  # fmt: skip
    terms, places = carried_terms(edge, evaluation, found, entry)
    if not terms:
        nothing = say("nothing of it reaches the target")
        return Answer(question, value, left, rule, said=(nothing,), wires=wires)
    told_of = {part.asks.of for term in terms for part in term if part.asks is not None and part.asks.kind == "value"}
    wires |= {other for other in evaluation.graph.edges_in(edge.target) if other.source in told_of}
    said = lines_meet(evaluation, found, terms)
    if places > 1 and not said:
        said = (say("it went into {n} places: what comes back from them adds up", n=places),)
    if places > MOST:
        told = sum(math.prod(float(part.value) for part in term) for term in terms)
        terms.append((Part(float(value) - told),))
        said = (*said, say("{n} products more are told together", n=places - MOST))
    return Answer(question, value, left, rule, sum_of(terms), terms=tuple(terms), said=said, wires=wires)


def _in_names(evaluation: Evaluation, found: Gradients, edge: Edge) -> Piece:
    """∂price/∂total × tax, or an arraywise op's rule."""
    return local_names(evaluation, edge, _upstream(evaluation, found, edge))


def _upstream(evaluation: Evaluation, found: Gradients, edge: Edge) -> Piece:
    return called(evaluation, found, Question("gradient", edge.target))


# -- shared ------------------------------------------------------------------------------------------------------------


def _pick(value: Value | None, entry: Entry | None) -> Value:
    assert value is not None
    return value if entry is None else float(np.asarray(value)[entry])


def _choose(value: Value) -> tuple[Sentence, ...]:
    return (say("an array: ask for one of its entries"),) if np.ndim(value) else ()


def _arguments(op: Op, ports: Sequence[str], values: Sequence[Any]) -> list[Any]:
    given = dict(zip(ports, values, strict=True))
    return [None if port not in given else np.asarray(given[port]) for port in op.ports]
