"""Forward mode in words: how each node moves when one source moves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from ..differentiate import forward_mode_steps, local_derivative
from ..evaluate import Evaluation, Step, named
from ..graph import Edge, Value
from ..sentence import Sentence, say
from .narrate import Narration
from .numbers import factor, one_line


def narrate_forward_mode(evaluation: Evaluation, source: str, moved: Mapping[str, Value]) -> Iterator[Narration]:
    """One narration per step of forward mode from `source`; `moved` is what `tangents` found."""
    steps = list(forward_mode_steps(evaluation, source))
    for number, step in enumerate(steps, 1):
        title = say(
            "Forward mode step {n} of {all}: {node}", n=number, all=len(steps), node=named(evaluation.graph, step.node)
        )
        yield Narration(title, (_line(step, evaluation, source, moved),))


def _line(step: Step, evaluation: Evaluation, source: str, moved: Mapping[str, Value]) -> Sentence:
    graph = evaluation.graph
    names = {"node": graph.node(step.node).name, "source": graph.node(source).name}
    result = one_line(moved[step.node])
    if step.kind == "start":
        return say("∂{source}/∂{source} = {result}: forward mode starts here", source=names["source"], result=result)
    products = [_product(evaluation, edge, moved[edge.source]) for edge in step.edges]
    if None in products:
        return say("∂{node}/∂{source} = {result}", **names, result=result)
    sum_of = " + ".join(product for product in products if product is not None)
    return say("∂{node}/∂{source} = local × tangent = {sum} = {result}", **names, sum=sum_of, result=result)


def _product(evaluation: Evaluation, edge: Edge, tangent: Value) -> str | None:
    """`2 × 1` for scalars; None for arrays."""
    local = local_derivative(evaluation, edge)
    if local is None or local.kind != "number" or np.ndim(tangent):
        return None
    return f"{factor(float(local.value))} × {factor(float(tangent))}"  # type: ignore[arg-type]
