"""The lines of a narration set as mathematics, every number in them asking where it comes from."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from ..differentiate import Gradients, local_derivative
from ..evaluate import Evaluation, Step
from ..expression import Piece, bracketed, pieces, row
from ..graph import Edge, Value
from ..sentence import say
from .equations import asked_name, factor_piece, gradient_name, local_piece, named_equation, number_piece
from .formula import OUT
from .question import Question


def set_lines(step: Step, evaluation: Evaluation, found: Gradients | None) -> tuple[Piece | None, ...]:
    """One for each line of the narration of `step`; None for what is better said in words."""
    return _SET[step.kind](step, evaluation, found)


def _value(step: Step, evaluation: Evaluation, _: Gradients | None) -> tuple[Piece | None, ...]:
    return (named_equation(evaluation, step.node),)


def _seed(step: Step, evaluation: Evaluation, _: Gradients) -> tuple[Piece | None, ...]:
    if np.ndim(evaluation.value(step.node)):  # type: ignore[arg-type]
        return (None,)
    one = number_piece(1.0, "backward", Question("gradient", step.node))
    remark = _remark(say("the backward pass starts here"))
    return (row(gradient_name(evaluation.graph, step.node, step.node), pieces.EQUALS, one, remark),)


def _pull(step: Step, evaluation: Evaluation, found: Gradients) -> tuple[Piece | None, ...]:
    return tuple(pulled_piece(edge, evaluation, found) for edge in step.edges)


def pulled_piece(edge: Edge, evaluation: Evaluation, found: Gradients) -> Piece:
    """∂price/∂tax = 1 × 200 = 200, or for arrays the rule with names put in."""
    graph = evaluation.graph
    parts: list[Piece] = [gradient_name(graph, found.target, edge.source), pieces.EQUALS]
    parts += [carried_rule(edge, evaluation, found), pieces.EQUALS]
    parts.append(number_piece(found.edges[edge], "backward", Question("carried", edge)))
    if graph.fan_out(edge.source) > 1:
        parts.append(_remark(say("through {node}", node=graph.node(edge.target).name)))
    return row(*parts)


def carried_rule(edge: Edge, evaluation: Evaluation, found: Gradients) -> Piece:
    """What a wire carries back: upstream × local as numbers, or the op's rule."""
    upstream, local = found.nodes[edge.target], local_derivative(evaluation, edge)
    asks = Question("gradient", edge.target)
    if local is not None and local.kind == "number" and np.ndim(upstream) == 0:
        assert local.value is not None
        left = factor_piece(upstream, "backward", asks)
        return row(left, pieces.Sign("×"), factor_piece(local.value, "local", Question("local", edge)))
    graph, node = evaluation.graph, evaluation.graph.node(edge.target)
    names = {port: asked_name(graph, source) for port, source in graph.inputs(edge.target).items()}
    names[OUT] = asked_name(graph, edge.target)
    upstream_name = pieces.Marked(gradient_name(graph, found.target, edge.target), "backward", asks)
    rule = local_piece(node.op, node.attributes, edge.port, {**names, "g": upstream_name})
    if not node.op.elementwise:
        return rule
    needs_brackets = isinstance(rule, pieces.Row)
    return row(upstream_name, pieces.Sign("×"), bracketed(rule) if needs_brackets else rule)


def _sum(step: Step, evaluation: Evaluation, found: Gradients) -> tuple[Piece | None, ...]:
    graph = evaluation.graph
    parts: list[Piece] = [gradient_name(graph, found.target, step.node), pieces.EQUALS]
    for place, edge in enumerate(step.edges):
        parts += [*([pieces.Sign("+")] if place else []), _contribution(edge, found.edges[edge], evaluation)]
    total = number_piece(found.nodes[step.node], "backward", Question("gradient", step.node))
    return (row(*parts, pieces.EQUALS, total, _remark(say("contributions add up"))),)


def _contribution(edge: Edge, value: Value, evaluation: Evaluation) -> Piece:
    asks = Question("carried", edge)
    if np.ndim(value) == 0:
        return factor_piece(value, "backward", asks)
    return pieces.Marked(pieces.name(evaluation.graph.node(edge.target).name), "backward", asks)


def _remark(sentence: str) -> Piece:
    return pieces.Marked(row(pieces.Sign("   ", "plain"), pieces.Letters(sentence, "upright")), "muted")


_SET: dict[str, Callable[..., tuple[Piece | None, ...]]] = {
    "value": _value,
    "seed": _seed,
    "pull": _pull,
    "sum": _sum,
}
