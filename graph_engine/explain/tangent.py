"""One step of forward mode, said and set as mathematics: how a node moves when the source does."""

from __future__ import annotations

import numpy as np

from ..differentiate import Tangents, local_derivative
from ..evaluate import Evaluation, Step
from ..expression import Piece, pieces, row
from ..graph import Edge
from ..sentence import Sentence, say
from .equations import factor_piece, gradient_name, number_piece
from .numbers import factor, one_line
from .question import Question


def tangent_line(step: Step, evaluation: Evaluation, found: Tangents) -> Sentence:
    """`∂e/∂b = local × tangent = 2 × 1 + 3 × 1 = 5`, or for arrays the result alone."""
    graph = evaluation.graph
    names = {"node": graph.node(step.node).name, "source": graph.node(found.source).name}
    result = one_line(found.nodes[step.node])
    if step.kind == "start":
        if np.ndim(found.nodes[step.node]):
            return say("“{source}” is an array: all its entries move by 1 together", source=names["source"])
        return say("∂{source}/∂{source} = {result}: forward mode starts here", source=names["source"], result=result)
    if not _is_scalar(step, evaluation, found):
        return say("∂{node}/∂{source} = {result}", **names, result=result)
    products = (f"{factor(_local(evaluation, edge))} × {factor(_tangent(found, edge))}" for edge in step.edges)
    return say("∂{node}/∂{source} = local × tangent = {sum} = {result}", **names, sum=" + ".join(products),
               result=result)  # fmt: skip


def tangent_piece(step: Step, evaluation: Evaluation, found: Tangents) -> Piece | None:
    """The same as mathematics, every number asking where it comes from; None for what is better said in words."""
    asks = Question("tangent", step.node)
    left = row(gradient_name(evaluation.graph, step.node, found.source), pieces.EQUALS)
    result = number_piece(found.nodes[step.node], "backward", asks)
    if step.kind == "start":
        return None if np.ndim(found.nodes[step.node]) else row(left, result)
    if not _is_scalar(step, evaluation, found):
        return row(left, result)
    parts: list[Piece] = []
    for edge in step.edges:
        parts += [pieces.Sign("+")] if parts else []
        parts += [
            factor_piece(_local(evaluation, edge), "local", Question("local", edge)),
            pieces.Sign("×"),
            factor_piece(_tangent(found, edge), "backward", Question("tangent", edge.source)),
        ]
    return row(left, *parts, pieces.EQUALS, result)


def _is_scalar(step: Step, evaluation: Evaluation, found: Tangents) -> bool:
    locals_ = [local_derivative(evaluation, edge) for edge in step.edges]
    numbers = all(local is not None and local.kind == "number" for local in locals_)
    return numbers and not any(np.ndim(found.nodes[edge.source]) for edge in step.edges)


def _local(evaluation: Evaluation, edge: Edge) -> float:
    local = local_derivative(evaluation, edge)
    assert local is not None
    assert local.value is not None
    return float(local.value)


def _tangent(found: Tangents, edge: Edge) -> float:
    return float(found.nodes[edge.source])
