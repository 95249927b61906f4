"""The formulas of a node and of its local derivatives set as mathematics, with names or with numbers put in."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import numpy as np

from ..evaluate import Evaluation
from ..expression import Piece, bracketed, derivative, is_negative, pieces, read_rule, row, symbols, typeset
from ..graph import Edge, Graph, Node, Value
from ..ops import Op
from .formula import OUT
from .numbers import brief, short
from .question import Question

_READS_AS_FORMULA = re.compile(r"[+−×÷*/^-]")


def rule_piece(op: Op, attributes: Mapping[str, Any], names: Mapping[str, Piece] | None = None) -> Piece:
    """The right-hand side of z = …"""
    if op.formula:
        return typeset(read_rule(op.formula), names)
    inputs = op.inputs_under(attributes)
    ports = [port.name for port in inputs if names is None or port.name in names or not port.optional]
    return typeset(op.forward(**dict(zip(ports, symbols(*ports), strict=True)), **attributes), names)


def local_piece(op: Op, attributes: Mapping[str, Any], port: str, names: Mapping[str, Piece] | None = None) -> Piece:
    """∂z/∂port of an elementwise op, or the rule of an arraywise one in terms of the upstream gradient g."""
    place = op.ports.index(port)
    if op.partials is None:
        return typeset(read_rule(op.rules(**attributes)[place]), names)
    (out,) = symbols(OUT)
    return typeset(op.partials(*symbols(*op.ports), out=out, **attributes)[place], names)


def rule_equation(node: Node) -> Piece:
    """z = x × y"""
    return row(pieces.Letters(OUT), pieces.EQUALS, rule_piece(node.op, node.attributes))


def local_equation(node: Node, port: str) -> Piece:
    """∂z/∂x = y, or g_x = g · Wᵀ, in the colour of local derivatives."""
    return pieces.Marked(row(_local_left(node.op, port), pieces.EQUALS, local_piece(node.op, node.attributes, port)),
                         "local")  # fmt: skip


def local_put_in(evaluation: Evaluation, edge: Edge) -> Piece:
    """∂z/∂x = y = 2: the local derivative of a wire with the numbers put in where they are scalars."""
    node = evaluation.graph.node(edge.target)
    said = local_equation(node, edge.port)
    values = inputs_of(evaluation, edge.target)
    out = evaluation.value(edge.target)
    if node.op.partials is None or out is None or any(np.ndim(value) for value in (*values.values(), out)):
        return said
    numbers = numbers_of(evaluation, edge.target)
    numbers[OUT] = value_piece(evaluation, edge.target)
    put_in = local_piece(node.op, node.attributes, edge.port, numbers)
    if pieces.plain(put_in) == pieces.plain(local_piece(node.op, node.attributes, edge.port)):
        return said
    return row(said, pieces.Marked(pieces.EQUALS, "local"), put_in)


def counts_of(evaluation: Evaluation, id: str) -> dict[str, Piece]:
    """What a rule speaks of beside its inputs, in numbers: how many rows a batch has."""
    work = evaluation.work_of(id)
    if work is None or work.op.counts is None:
        return {}
    shapes = (None if value is None else np.shape(value) for value in evaluation.inputs_of(work))
    found = work.op.counts(*shapes, **work.attributes)
    return {name: number_piece(float(count), "") for name, count in found.items()}


def entry_piece(op: Op, attributes: Mapping[str, Any], port: str, names: Mapping[str, Piece]) -> Piece:
    """∂z/∂port at one place, of an op whose rules hold entry by entry: its rule without the upstream gradient."""
    return typeset(read_rule(op.rules(**attributes)[op.ports.index(port)].replace("g · ", "", 1)), names)


def named_equation(evaluation: Evaluation, id: str, *, result: bool = True) -> Piece:
    """price = apple total × tax = 200 × 1.1 = 220, every number asking where it comes from."""
    graph, node = evaluation.graph, evaluation.graph.node(id)
    names = {port: asked_name(graph, source) for port, source in graph.inputs(id).items()}
    numbers = {**numbers_of(evaluation, id), **counts_of(evaluation, id)}
    said = [node_name(graph, id), pieces.EQUALS, rule_piece(node.op, node.attributes, names)]
    said += [pieces.EQUALS, rule_piece(node.op, node.attributes, numbers)]
    if result:
        said += [pieces.EQUALS, value_piece(evaluation, id)]
    return row(*said)


def numbers_of(evaluation: Evaluation, id: str) -> dict[str, Piece]:
    """What stands for each port once the numbers are put in; arrays stand as their shapes."""
    return {port: value_piece(evaluation, source) for port, source in evaluation.graph.inputs(id).items()}


def inputs_of(evaluation: Evaluation, id: str) -> dict[str, Value]:
    """The values at the ports of a node that have one."""
    found = {port: evaluation.value(source) for port, source in evaluation.graph.inputs(id).items()}
    return {port: value for port, value in found.items() if value is not None}


def value_piece(evaluation: Evaluation, id: str) -> Piece:
    """The value of a node, which answers to why; NaN where it has none."""
    value = evaluation.value(id)
    return number_piece(float("nan") if value is None else value, "forward", Question("value", id))


def number_piece(value: Value, role: Any, asks: Question | None = None) -> Piece:
    """A number in the colour of its role; an array as its shape."""
    shown = pieces.number(short(float(value))) if np.ndim(value) == 0 else pieces.Letters(brief(value), "upright")
    return pieces.Marked(shown, role, asks)


def factor_piece(value: Value, role: Any, asks: Question | None = None) -> Piece:
    """A number behind an operator: a negative one in brackets."""
    piece = number_piece(value, role, asks)
    return bracketed(piece) if is_negative(piece) else piece


def node_name(graph: Graph, id: str) -> Piece:
    return pieces.name(graph.node(id).name)


def asked_name(graph: Graph, id: str) -> Piece:
    """A node's name among operators, asking for its value."""
    piece = pieces.Marked(node_name(graph, id), "", Question("value", id))
    return bracketed(piece) if _READS_AS_FORMULA.search(graph.node(id).name) else piece


def held_name(graph: Graph, id: str) -> Piece:
    """A node's name among operators: in brackets where it would read as a formula."""
    piece = node_name(graph, id)
    return bracketed(piece) if _READS_AS_FORMULA.search(graph.node(id).name) else piece


def gradient_name(graph: Graph, target: str, id: str) -> Piece:
    """∂price/∂tax"""
    return derivative(held_name(graph, target), held_name(graph, id))


def _local_left(op: Op, port: str) -> Piece:
    if op.elementwise:
        return derivative(pieces.Letters(OUT), pieces.name(port))
    return pieces.Lowered(pieces.Letters("g"), pieces.name(port))
