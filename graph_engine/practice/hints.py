"""Three hints to every question: the rule, the numbers to put in, the answer."""

from __future__ import annotations

import numpy as np

from ..differentiate import local_derivative, local_matrix
from ..explain import exact, gradient_text, local_formula, short, with_names, with_numbers
from ..graph import Edge
from ..sentence import say
from .questions import Exam, Question, entry_text

LEVELS = 3
_MOST_TERMS = 8
_LARGEST = 4096  # entries of a Jacobian that is built for a hint


def hint(exam: Exam, question: Question, level: int) -> str:
    """The hint of a level: 1 is the rule, 2 the numbers, 3 the answer."""
    if level >= LEVELS:
        return say("The answer is {answer}", answer=exact(question.expected))
    if question.kind == "value":
        return _of_value(exam, question, level)
    return _of_sum(exam, question, level) if question.kind == "sum" else _of_wire(exam, question, level)


def _of_value(exam: Exam, question: Question, level: int) -> str:
    graph, name = exam.evaluation.graph, exam.name(question.node)
    if level == 1:
        return say("{name} = {formula}", name=name, formula=with_names(graph, question.node))
    numbers = _products(exam, question) if question.element else with_numbers(exam.evaluation, question.node)
    return say("{name} = {formula}", name=name + entry_text(question.element), formula=numbers)


def _products(exam: Exam, question: Question) -> str:
    """For dot and affine the row and the column that meet; else the inputs' entries at the same place, or shapes."""
    graph, (*_, last) = exam.evaluation.graph, question.element
    inputs = {port: np.asarray(exam.evaluation.value(id)) for port, id in graph.inputs(question.node).items()}
    node = graph.node(question.node)
    if node.kind in ("affine", "dot") and inputs["x"].ndim == inputs["W"].ndim == 2:
        row = inputs["x"][question.element[0]]
        column = inputs["W"][last] if node.attributes.get("layout") == "out_in" else inputs["W"][:, last]
        terms = [f"{_factor(a)} × {_factor(b)}" for a, b in zip(row, column, strict=True)]
        return _sum([*terms, *([_factor(inputs["b"][last])] if "b" in inputs else [])])
    if node.op.elementwise:
        out = np.asarray(exam.evaluation.value(question.node)).shape
        names = {port: _factor(np.broadcast_to(x, out)[question.element]) for port, x in inputs.items()}
        return ", ".join(f"{port} = {text}" for port, text in names.items())
    return with_numbers(exam.evaluation, question.node)


def _of_sum(exam: Exam, question: Question, level: int) -> str:
    edges = exam.arriving(question.node)
    if level == 1:
        return say(
            "All {n} contributions that come back to “{name}” add up", n=len(edges), name=exam.name(question.node)
        )
    assert exam.gradients is not None
    parts = [_factor(np.asarray(exam.gradients.edges[edge])[question.element]) for edge in edges]
    return _sum(parts)


def _of_wire(exam: Exam, question: Question, level: int) -> str:
    edge = question.edge
    assert edge is not None
    assert exam.gradients is not None
    node = exam.evaluation.graph.node(edge.target)
    if level == 1:
        rule = local_formula(node.op, node.attributes, edge.port)
        if node.op.elementwise:
            template = "upstream × local, and the local derivative of “{name}” by its input {port} is {rule}"
            return say(template, port=edge.port, name=node.name, rule=rule)
        return say("the rule of “{name}” is {rule}, g being the upstream gradient", name=node.name, rule=rule)
    upstream = exam.gradients.nodes[edge.target]
    if not question.element and np.ndim(upstream) == 0:
        return gradient_text(edge, exam.evaluation, upstream)
    return _chain(exam, question, edge) or gradient_text(edge, exam.evaluation, upstream)


def _chain(exam: Exam, question: Question, edge: Edge) -> str:
    """Σ upstream × local over the outputs that the entry moves; empty where that is too long to help."""
    local = local_derivative(exam.evaluation, edge)
    source = np.asarray(exam.evaluation.value(edge.source))
    assert exam.gradients is not None
    upstream = np.asarray(exam.gradients.nodes[edge.target]).ravel()
    if local is None or upstream.size * max(source.size, 1) > _LARGEST:
        return ""
    column = int(np.ravel_multi_index(question.element, source.shape)) if question.element else 0
    slopes = local_matrix(exam.evaluation, edge)[:, column]
    moved = np.flatnonzero(slopes)
    if len(moved) > _MOST_TERMS:
        return ""
    return _sum([f"{_factor(upstream[place])} × {_factor(slopes[place])}" for place in moved]) or "0"


def _sum(terms: list[str]) -> str:
    return " + ".join(terms)


def _factor(value: float) -> str:
    text = short(float(value))
    return f"({text})" if text.startswith("−") else text
