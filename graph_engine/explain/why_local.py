"""Why a local derivative is what it is: the partial of an elementwise op, or a cell of an arraywise op's Jacobian."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from ..differentiate import Gradients, Local, local_cell, local_derivative
from ..evaluate import Evaluation, Work, as_arrays
from ..expression import Piece, bracketed, pieces, read_rule, symbols
from ..graph import Edge, Value
from ..ops import Op
from ..sentence import say
from .answer import Answer, Part
from .equations import counts_of, entry_piece, held_name, local_piece
from .formula import OUT
from .question import Entry, Question
from .why_put_in import called, number_of, sum_of
from .why_terms import broadcast_entry, entry_part, local_factors, shape_of


def why_local(evaluation: Evaluation, _: Gradients | None, question: Question, edge: Edge) -> Answer | None:
    """Why the local derivative of a wire, or an entry of it, is what it is; None where it has none."""
    work, local = evaluation.work_of(edge.target), local_derivative(evaluation, edge)
    if work is None or local is None:
        return None
    entry = () if local.kind == "number" else question.entry
    if entry is not None and not work.op.elementwise:
        return _cell(evaluation, work, question, edge, entry)
    value = _value_of(local, question.entry)
    if value is None:
        return None
    parts = read_by_local(work, evaluation, edge, entry)
    rule, left = local_names(evaluation, edge), called(evaluation, None, question)
    put_in = local_put_in(work, evaluation, edge, parts, None) if parts else None
    said = [] if parts else [say("the same wherever the inputs stand")]
    if np.ndim(value):
        said.append(say("an array: ask for one of its entries"))
    return Answer(question, value, left, rule, put_in, parts, said=tuple(said), wires=frozenset([edge]),
                  compute=lambda values: _again(work, edge, local, values, np.shape(value)))  # fmt: skip


def _value_of(local: Local, entry: Entry | None) -> Value | None:
    return local.value if entry is None or local.value is None else float(np.asarray(local.value)[entry])


def _again(work: Work, edge: Edge, local: Local, values: Sequence[Any], shape: tuple[int, ...]) -> Any:
    """The op's own partial of nothing but the numbers put in."""
    if work.op.partials is None:
        return local.value
    given = dict(zip(_ports_read(work, edge.port), values, strict=True))
    inputs, out = as_arrays([given.get(port, np.nan) for port in work.op.ports]), given.get(OUT, np.full(shape, np.nan))
    partial = work.op.partials(*inputs, out=np.asarray(out), **work.attributes)[work.op.ports.index(edge.port)]
    return np.broadcast_to(partial, shape) if shape else partial


def _cell(evaluation: Evaluation, work: Work, question: Question, edge: Edge, entry: Entry) -> Answer:
    depth = len(shape_of(evaluation, edge.target))
    out, into = entry[:depth], entry[depth:]
    value, left = local_cell(evaluation, edge, out, into), called(evaluation, None, question)
    rule, wires = local_names(evaluation, edge), frozenset(evaluation.graph.edges_in(edge.target))
    terms = local_factors(work, evaluation, work.op.ports.index(edge.port), out, into)
    if terms:
        return Answer(question, value, left, rule, sum_of(terms), terms=tuple(terms), wires=wires)
    if terms is not None:
        apart = say("this entry of the input does not go into that one")
        return Answer(question, value, left, rule, said=(apart,), wires=wires)
    if work.op.entrywise:
        return _rule_at(evaluation, work, question, edge, into)
    said = say("one cell of the Jacobian: how that entry of the output moves with this one of the input")
    return Answer(question, value, left, None, None, read_by_local(work, evaluation, edge), said=(said,), wires=wires,
                  compute=lambda _: local_cell(evaluation, edge, out, into))  # fmt: skip


def _rule_at(evaluation: Evaluation, work: Work, question: Question, edge: Edge, into: Entry) -> Answer:
    """Where the rule holds entry by entry, it says where the cell comes from."""
    graph, parts = evaluation.graph, read_by_local(work, evaluation, edge, into)
    names = {port: held_name(graph, source) for port, source in graph.inputs(edge.target).items()}
    rule, put_in = (
        entry_piece(work.op, work.attributes, edge.port, told)
        for told in (names, _numbers(work, evaluation, edge, parts))
    )
    return Answer(question, local_cell(evaluation, edge, (), into), called(evaluation, None, question), rule, put_in,
                  parts, wires=frozenset(graph.edges_in(edge.target)),
                  compute=lambda values: entry_again(work, evaluation, edge, into, [1.0, *values]))  # fmt: skip


def local_names(evaluation: Evaluation, edge: Edge, upstream: Piece | None = None) -> Piece:
    """The rule of a local derivative in the names of the nodes, times `upstream` if there is one."""
    graph, node = evaluation.graph, evaluation.graph.node(edge.target)
    names = {port: held_name(graph, source) for port, source in graph.inputs(edge.target).items()}
    names[OUT] = held_name(graph, edge.target)
    return _times(upstream, node.op, node.attributes, edge.port, names)


def local_put_in(
    work: Work, evaluation: Evaluation, edge: Edge, parts: Sequence[Part], upstream: Piece | None
) -> Piece:
    """The same with the numbers put in."""
    names = _numbers(work, evaluation, edge, parts)
    return _times(upstream, work.op, work.attributes, edge.port, names)


def _numbers(work: Work, evaluation: Evaluation, edge: Edge, parts: Sequence[Part]) -> dict[str, Piece]:
    read = dict(zip(_ports_read(work, edge.port), map(number_of, parts), strict=True))
    return {**read, **counts_of(evaluation, edge.target)}


def entry_again(work: Work, evaluation: Evaluation, edge: Edge, entry: Entry, values: Sequence[Any]) -> Any:
    """An entry of a gradient from nothing but the upstream gradient and the inputs at that place."""
    read = dict(zip(_ports_read(work, edge.port), values[1:], strict=True))
    shape = shape_of(evaluation, edge.source)
    inputs = [np.full(shape, read.get(port, np.nan)) for port in work.op.ports]
    backward = work.op.vjps[work.op.ports.index(edge.port)]
    assert backward is not None
    return np.asarray(backward(values[0], *inputs, out=np.nan, **work.attributes))[entry]


def _times(upstream: Piece | None, op: Op, attributes: Any, port: str, names: dict[str, Piece]) -> Piece:
    if upstream is None:
        return local_piece(op, attributes, port, names)
    rule = local_piece(op, attributes, port, {**names, "g": upstream})
    if not op.elementwise:
        return rule
    return pieces.row(upstream, pieces.Sign("×"), bracketed(rule) if isinstance(rule, pieces.Row) else rule)


def read_by_local(work: Work, evaluation: Evaluation, edge: Edge, entry: Entry | None = None) -> tuple[Part, ...]:
    """The values that the rule of a local derivative reads, as parts."""
    inputs, found = evaluation.graph.inputs(edge.target), []
    for port in _ports_read(work, edge.port):
        source = edge.target if port == OUT else inputs[port]
        at = None if entry is None else broadcast_entry(shape_of(evaluation, source), entry)
        found.append(entry_part(evaluation, source, at))
    return tuple(found)


def _ports_read(work: Work, port: str) -> list[str]:
    """The wired ports, and z, that the derivative of an input speaks of."""
    wired = [port for port, feeds in zip(work.op.ports, work.feeds, strict=True) if feeds is not None]
    place = work.op.ports.index(port)
    if work.op.partials is None:
        read = _leaves(read_rule(work.op.rules(**work.attributes)[place]))
    else:
        (out,) = symbols(OUT)
        read = _leaves(work.op.partials(*symbols(*work.op.ports), out=out, **work.attributes)[place])
    return [name for name in (*wired, OUT) if name in read]


def _leaves(tree: Any) -> set[str]:
    if not hasattr(tree, "args"):
        return set()
    return {leaf for part in tree.args for leaf in _leaves(part)} if tree.args else {tree.head}
