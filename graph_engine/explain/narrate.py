"""One step of a pass as a title and lines of text, with the numbers it used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from ..differentiate import Gradients, Local, Tangents, local_derivative
from ..evaluate import Evaluation, Step, named
from ..expression import Piece
from ..graph import Edge, Value
from ..sentence import Sentence, say
from .formula import local_formula, with_names, with_numbers
from .numbers import factor, one_line
from .set_lines import set_lines
from .tangent import tangent_line, tangent_piece
from .trace import Trace
from .update import Moved, update_lines


@dataclass(frozen=True)
class Narration:
    """What a person is told at one position of the timeline."""

    title: Sentence
    lines: tuple[Sentence, ...]
    formulas: tuple[Piece | None, ...] = ()  # the lines set as mathematics; None for one that is better said in words


def narrate(
    trace: Trace,
    position: int,
    evaluation: Evaluation,
    found: Gradients | Tangents | None,
    moved: Mapping[str, Moved] = MappingProxyType({}),
) -> Narration:
    """The narration of the step that happened last at `position`.

    `found` is what the second half computes, `moved` what the updates do.
    """
    step = trace.step_at(position)
    if step is None:
        return Narration(say("Ready"), (say("Step forward to compute the first node."),))
    title = _title(trace, position, step, evaluation)
    if step.kind == "update":
        return Narration(title, update_lines(evaluation.graph.node(step.node).name, moved[step.node]))
    if isinstance(found, Tangents) and step.derives_forward:
        return Narration(title, (tangent_line(step, evaluation, found),), (tangent_piece(step, evaluation, found),))
    back = found if isinstance(found, Gradients) else None
    lines = _LINES[step.kind](step, evaluation, back)  # type: ignore[arg-type]
    return Narration(title, lines, set_lines(step, evaluation, back))


def _title(trace: Trace, position: int, step: Step, evaluation: Evaluation) -> Sentence:
    node = named(evaluation.graph, step.node)
    if step.kind == "value":
        return say("Forward step {n} of {all}: {node}", n=position, all=trace.forward, node=node)
    if step.kind == "update":
        before = trace.forward + trace.derived
        return say("Update {n} of {all}: {node}", n=position - before, all=trace.updates, node=node)
    facts = {"n": position - trace.forward, "all": trace.derived, "node": node}
    if step.derives_forward:
        return say("Forward mode step {n} of {all}: {node}", **facts)
    return say("Backward step {n} of {all}: {node}", **facts)


def _value_lines(step: Step, evaluation: Evaluation, _: Gradients | None) -> tuple[Sentence, ...]:
    name, out = evaluation.graph.node(step.node).name, evaluation.value(step.node)
    assert out is not None
    formula, numbers = with_names(evaluation.graph, step.node), with_numbers(evaluation, step.node)
    return (
        say(
            "{name} = {formula} = {numbers} = {value}", name=name, formula=formula, numbers=numbers, value=one_line(out)
        ),
    )


def _seed_lines(step: Step, evaluation: Evaluation, _: Gradients) -> tuple[Sentence, ...]:
    name, out = evaluation.graph.node(step.node).name, evaluation.value(step.node)
    start = say("∂{target}/∂{target} = 1: the backward pass starts here", target=name)
    if np.ndim(out) == 0:  # type: ignore[arg-type]
        return (start,)
    return (
        say(
            "“{target}” is an array: the pass starts with ones, so it differentiates the sum of its entries",
            target=name,
        ),
    )


def _pull_lines(step: Step, evaluation: Evaluation, found: Gradients) -> tuple[Sentence, ...]:
    upstream = found.nodes[step.node]
    return tuple(_pull_line(edge, evaluation, found, upstream) for edge in step.edges)


def _pull_line(edge: Edge, evaluation: Evaluation, found: Gradients, upstream: Value) -> Sentence:
    graph = evaluation.graph
    facts = {
        "target": graph.node(found.target).name,
        "source": graph.node(edge.source).name,
        "through": graph.node(edge.target).name,
        "product": gradient_text(edge, evaluation, upstream),
        "gradient": one_line(found.edges[edge]),
    }
    shared = sum(other.source == edge.source for other in found.edges) > 1
    if shared:
        return say("∂{target}/∂{source} through {through}: {product} = {gradient}", **facts)
    return say("∂{target}/∂{source} = {product} = {gradient}", **facts)


def gradient_text(edge: Edge, evaluation: Evaluation, upstream: Value) -> Sentence:
    """`upstream × local = 1.1 × 2`, or for arrays the rule in words of the upstream gradient g."""
    local = local_derivative(evaluation, edge)
    if local is not None and local.kind == "number" and np.ndim(upstream) == 0:
        numbers = f"{factor(float(upstream))} × {factor(float(local.value))}"  # type: ignore[arg-type]
        return say("upstream × local = {numbers}", numbers=numbers)
    node = evaluation.graph.node(edge.target)
    names = {port: evaluation.graph.node(source).name for port, source in evaluation.graph.inputs(edge.target).items()}
    rule = local_formula(node.op, node.attributes, edge.port, {**names, "z": node.name})
    if _is_elementwise(local):
        return say("upstream × local = g × ({rule})", rule=rule)
    return say("{rule}", rule=rule)


def _is_elementwise(local: Local | None) -> bool:
    return local is not None and local.kind == "elementwise"


def _sum_lines(step: Step, evaluation: Evaluation, found: Gradients) -> tuple[Sentence, ...]:
    graph = evaluation.graph
    parts = " + ".join(_part(found.edges[edge], graph.node(edge.target).name) for edge in step.edges)
    total = one_line(found.nodes[step.node])
    return (
        say(
            "∂{target}/∂{source} = {parts} = {total}: contributions add up",
            target=graph.node(found.target).name,
            source=graph.node(step.node).name,
            parts=parts,
            total=total,
        ),
    )


def _part(contribution: Value, through: str) -> str:
    return factor(float(contribution)) if np.ndim(contribution) == 0 else through


_LINES = {"value": _value_lines, "seed": _seed_lines, "pull": _pull_lines, "sum": _sum_lines}
