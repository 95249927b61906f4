"""A value that turns NaN or infinite, at the node where it was born."""

from __future__ import annotations

from collections.abc import Iterator

from ...evaluate import births
from ...sentence import say
from ..declare import Case, Finding


def RULE(case: Case) -> Iterator[Finding]:
    for problem in births(case.evaluation):
        yield Finding(
            rule="not_a_number",
            node=problem.node,
            sentence=problem.sentence,
            helps=say(
                "Keep its input inside: add a small constant before log and division, use an op that stays finite"
                " (softmax with loss, sigmoid with loss), or take smaller numbers."
            ),
        )
