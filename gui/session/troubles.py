"""What is wrong inside a group, and where to find it. Imports no Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from graph_engine.document import Document
from graph_engine.document.groups import members
from graph_engine.evaluate import named
from graph_engine.graph import Edge, Problem
from graph_engine.sentence import say

if TYPE_CHECKING:
    from .session import Session

Faults = Set[str | Edge]
Findings = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Trouble:
    severity: Literal["warning", "error"]
    sentence: str
    where: str | Edge


def troubles(session: Session, group: str) -> list[Trouble]:
    """All that is wrong with the nodes in a group and with the wires into them, errors first."""
    problems, findings = session.results.problems, session.diagnosis.by_node
    return troubles_in(session.document, group, problems, session.checked.faults, findings)


def troubles_in(
    document: Document,
    group: str,
    problems: Mapping[str, Sequence[Problem]],
    faults: Faults,
    findings: Findings,
) -> list[Trouble]:
    inside = members(document.groups, group)
    wrong = [_fault(document, what) for what in sorted(faults, key=str) if _place(what) in inside]
    told = [Trouble(p.severity, p.sentence, id) for id in sorted(inside & problems.keys()) for p in problems[id]]
    known = {trouble.sentence for trouble in told}
    doubts = [
        Trouble("warning", sentence, id)
        for id in sorted(inside & findings.keys())
        for sentence in findings[id]
        if sentence not in known
    ]
    found = [*wrong, *told, *doubts]
    return sorted(found, key=lambda trouble: trouble.severity != "error")


def _place(what: str | Edge) -> str:
    """The node at which a fault lies."""
    return what.target if isinstance(what, Edge) else what


def _fault(document: Document, what: str | Edge) -> Trouble:
    graph = document.graph
    if isinstance(what, Edge):
        sentence = say(
            "The derivative of {node} by its input {port} is not what central differences say",
            node=named(graph, what.target),
            port=what.port,
        )
    else:
        sentence = say("The gradient of {node} is not what central differences say", node=named(graph, what))
    return Trouble("error", sentence, what)
