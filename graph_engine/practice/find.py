"""Finding a planted fault: what is said of a pick, and which wires and sums a check of the whole pass accuses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from ..differentiate import Gradients, check_edges
from ..differentiate.rules import pull_back
from ..evaluate import Evaluation
from ..graph import Edge
from ..sentence import Sentence, say
from .plant import Planted, differ, wrong_wires

Kind = Literal["right", "near", "inherited", "healthy"]


@dataclass(frozen=True)
class Finding:
    """What a person is told about the node or wire they suspected."""

    kind: Kind
    sentence: Sentence


def judge_pick(evaluation: Evaluation, found: Gradients, planted: Planted, pick: str | Edge) -> Finding:
    """Whether `pick` is where the fault is. `evaluation` and `found` are those without the fault."""
    if _is_right(evaluation, found, planted, pick):
        return Finding("right", say("Found: {fault}. {why}", fault=planted.fault.name, why=planted.fault.why))
    ends = {pick} if isinstance(pick, str) else {pick.source, pick.target}
    if planted.node in ends:
        return Finding("near", _near(planted, pick))
    behind = evaluation.graph.ancestors(planted.node)
    if (pick if isinstance(pick, str) else pick.target) in behind:
        template = (
            "The number here may be wrong, but it only inherits that: what arrives from its right is wrong already."
        )
        return Finding("inherited", say(template))
    return Finding("healthy", say("This one is right: it is upstream × local. Look elsewhere."))


def _is_right(evaluation: Evaluation, found: Gradients, planted: Planted, pick: str | Edge) -> bool:
    if isinstance(pick, str):
        return pick == planted.node
    return pick in wrong_wires(evaluation, found, planted)


def _near(planted: Planted, pick: str | Edge) -> Sentence:
    if planted.fault.at_fan_out:
        return say("Very near: what this wire carries is right. What becomes of it?")
    if isinstance(pick, Edge) and pick.source == planted.node:
        return say("Very near: what arrives here is right. What does the node make of it?")
    return say("Very near: this wire is right, but look at the node that it enters.")


def accused(evaluation: Evaluation, found: Gradients) -> frozenset[str | Edge]:
    """The wires whose gradient is not upstream × numerical derivative, and the nodes whose gradient is not the sum.

    Knows nothing of what was planted: it looks only at the passes as they came out. Where a central difference has no
    room, as close to a probability of 0, it accuses nobody.
    """
    failed = {v.what for v in check_edges(evaluation) if not v.passed and np.isfinite(v.numerical)}
    wrong: set[str | Edge] = {edge for edge in found.edges if edge in failed}
    for id, total in found.nodes.items():
        arrived = [np.asarray(found.edges[edge]) for edge in evaluation.graph.edges_out(id) if edge in found.edges]
        if arrived and id != found.target and differ(np.asarray(sum(arrived[1:], arrived[0])), total):
            wrong.add(id)
    for edge, carried in found.edges.items():
        work = evaluation.work_of(edge.target)
        assert work is not None
        pulled = pull_back(work, evaluation, found.nodes[edge.target])[work.op.ports.index(edge.port)]
        if pulled is not None and differ(pulled, carried):
            wrong.add(edge)
    return frozenset(wrong)
