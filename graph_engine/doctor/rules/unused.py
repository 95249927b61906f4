"""A parameter that what is differentiated does not depend on."""

from __future__ import annotations

from collections.abc import Iterator

from ...sentence import say
from ..declare import Case, Finding


def RULE(case: Case) -> Iterator[Finding]:
    if case.gradients is None:
        return
    graph = case.evaluation.graph
    target = graph.node(case.gradients.target).name
    for node in graph.nodes:
        if node.kind == "parameter" and node.id not in case.gradients.nodes:
            yield Finding(
                rule="unused",
                node=node.id,
                sentence=say(
                    "“{target}” does not depend on “{node}”, so it never learns", target=target, node=node.name
                ),
                helps=say("Wire it into what leads to “{target}”, or delete it.", target=target),
            )
