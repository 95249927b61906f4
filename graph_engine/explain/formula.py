"""The formula of a node and of its local derivatives, written by the very rules that compute them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import numpy as np

from ..evaluate import Evaluation
from ..expression import symbols, to_text
from ..graph import Edge, Graph, Value
from ..ops import Op
from .numbers import brief, factor, short

OUT = "z"


def op_formula(op: Op, attributes: Mapping[str, Any], names: Mapping[str, str] | None = None) -> str:
    """The right-hand side of z = …; `names` puts node names or numbers in for the ports.

    >>> from graph_engine import ops
    >>> op_formula(ops.by_key("multiply"), {}), op_formula(ops.by_key("multiply"), {}, {"x": "100", "y": "2"})
    ('x × y', '100 × 2')
    """
    if op.formula:
        return _put_in(op.formula, names or {})
    inputs = op.inputs_under(attributes)
    ports = [port.name for port in inputs if names is None or port.name in names or not port.optional]
    return to_text(op.forward(**dict(zip(ports, symbols(*ports), strict=True)), **attributes), names)


def local_formula(op: Op, attributes: Mapping[str, Any], port: str, names: Mapping[str, str] | None = None) -> str:
    """∂z/∂port of an elementwise op, or the gradient rule of an arraywise one in words of the upstream gradient g."""
    place = op.ports.index(port)
    if op.partials is None:
        return _put_in(op.rules(**attributes)[place], names or {})
    (out,) = symbols(OUT)
    return to_text(op.partials(*symbols(*op.ports), out=out, **attributes)[place], names)


def with_names(graph: Graph, id: str) -> str:
    """`apple price × apple count`: the formula of a node in the names of what feeds it."""
    node = graph.node(id)
    feeding = {port: graph.node(source).name for port, source in graph.inputs(id).items()}
    return op_formula(node.op, node.attributes, _atoms(feeding))


def with_numbers(evaluation: Evaluation, id: str) -> str:
    """`100 × 2`: the formula of a node with the numbers put in; arrays stand as their shapes."""
    node = evaluation.graph.node(id)
    numbers = {port: brief(_value(evaluation, source)) for port, source in evaluation.graph.inputs(id).items()}
    return op_formula(node.op, node.attributes, numbers)


def local_with_numbers(evaluation: Evaluation, edge: Edge) -> str | None:
    """The local derivative of a scalar edge with the numbers put in, such as `−(0.5²)`; None for arrays."""
    graph, node = evaluation.graph, evaluation.graph.node(edge.target)
    values = {port: _value(evaluation, source) for port, source in graph.inputs(edge.target).items()}
    values[OUT] = _value(evaluation, edge.target)
    if node.op.partials is None or any(np.ndim(v) for v in values.values()):
        return None
    return local_formula(node.op, node.attributes, edge.port, {name: short(float(v)) for name, v in values.items()})


def local_with_names(graph: Graph, edge: Edge, slope: float) -> str:
    """A local derivative in the names of nodes, fit to stand in a product: `b`, `2`, `(1 − y)`.

    An op without partials has no such formula; its number, `slope`, stands for it.
    """
    node = graph.node(edge.target)
    if node.op.partials is None:
        return factor(slope)
    names = {port: graph.node(source).name for port, source in graph.inputs(edge.target).items()}
    text = local_formula(node.op, node.attributes, edge.port, _atoms({**names, OUT: node.name}))
    return f"({text})" if text.startswith("−") or _is_sum(text) else text


def _value(evaluation: Evaluation, id: str) -> Value:
    found = evaluation.value(id)
    return float("nan") if found is None else found


def _atoms(names: Mapping[str, str]) -> dict[str, str]:
    """Names that would read as formulas stand in brackets."""
    return {port: f"({name})" if re.search(r"[+−×÷*/^-]", name) else name for port, name in names.items()}


def _is_sum(text: str) -> bool:
    """Whether a plus or minus stands outside all brackets."""
    return any(text[: at.start()].count("(") == text[: at.start()].count(")") for at in re.finditer(" [+−] ", text))


def _put_in(formula: str, names: Mapping[str, str]) -> str:
    return re.sub(r"[A-Za-z]+", lambda word: names.get(word[0], word[0]), formula)
