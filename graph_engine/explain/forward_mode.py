"""Forward mode in words: how each node moves when one source moves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..differentiate import Tangents, forward_mode_steps
from ..evaluate import Evaluation, named
from ..graph import Value
from ..sentence import say
from .narrate import Narration
from .tangent import tangent_line, tangent_piece


def narrate_forward_mode(evaluation: Evaluation, source: str, moved: Mapping[str, Value]) -> Iterator[Narration]:
    """One narration per step of forward mode from `source`; `moved` is what `tangents` found."""
    found = Tangents(evaluation, source, dict(moved))
    steps = list(forward_mode_steps(evaluation, source))
    for number, step in enumerate(steps, 1):
        node = named(evaluation.graph, step.node)
        title = say("Forward mode step {n} of {all}: {node}", n=number, all=len(steps), node=node)
        line, set_line = tangent_line(step, evaluation, found), tangent_piece(step, evaluation, found)
        yield Narration(title, (line,), (set_line,))
