"""Which nodes a typed text means: by name, by kind, by value. Imports no Qt."""

from __future__ import annotations

from collections.abc import Mapping

from graph_engine.explain import compact
from graph_engine.graph import Node, Value

from ..search.catalogue import Entry, meaning
from ..search.match import BEGINS, PART, Rank, rank
from ..session import Session


def found(session: Session, kinds: Mapping[str, Entry], typed: str) -> list[str]:
    """The ids of the nodes that `typed` means, the best first, equals from left to right."""
    wanted = typed.strip()
    if not wanted:
        return []
    ranked: list[tuple[Rank, tuple[float, float], str]] = []
    known = session.known
    for node in session.document.graph.nodes:
        best = _meaning(node, known.value(node.id), kinds.get(node.kind), wanted)
        if best is not None:
            ranked.append((best, session.document.positions[node.id], node.id))
    return [id for *_, id in sorted(ranked)]


def _meaning(node: Node, value: Value | None, entry: Entry | None, wanted: str) -> Rank | None:
    ranks = [rank(wanted, [node.name]), None if entry is None else meaning(entry, wanted), _by_value(value, wanted)]
    return min((found for found in ranks if found is not None and found[0] <= PART), default=None)


def _by_value(value: Value | None, wanted: str) -> Rank | None:
    """A number is meant by its beginning, as it is shown or in full."""
    if value is None:
        return None
    shown = [compact(value), *([repr(value)] if isinstance(value, float) else [])]
    meant = rank(wanted, shown)
    return meant if meant is not None and meant[0] <= BEGINS else None
