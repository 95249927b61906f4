"""A relu, or units of it, that no input of the batch switches on."""

from __future__ import annotations

from collections.abc import Iterator

from ...evaluate import named
from ...graph import Node
from ...sentence import say
from ..declare import Case, Finding

_ROWS = 8  # of a batch, before a unit that none of them switches on stands out
_SHARE = 0.2  # of the units; a few rest in every healthy network


def RULE(case: Case) -> Iterator[Finding]:
    for node in case.computing:
        if node.kind == "relu" and case.input(node).size:
            yield from _look(case, node)


def _look(case: Case, node: Node) -> Iterator[Finding]:
    on = case.input(node) > 0
    calls = named(case.evaluation.graph, node.id)
    helps = say("Use leaky relu or elu, a smaller learning rate, or a bias that starts a little above 0.")
    if not on.any():
        sentence = say("{node} is dead: all that comes in is 0 or less, so nothing flows back through it", node=calls)
        yield Finding("dead_relu", node.id, sentence, helps, case.chain(node.id))
    elif on.ndim >= 2 and len(on) >= _ROWS:
        units = on.reshape(-1, on.shape[-1]).any(axis=0)
        if units.mean() < 1 - _SHARE:
            sentence = say(
                "{n} of {all} units of {node} are dead: no row of this batch switches them on",
                n=int((~units).sum()),
                all=units.size,
                node=calls,
            )
            yield Finding("dead_relu", node.id, sentence, helps, case.chain(node.id))
