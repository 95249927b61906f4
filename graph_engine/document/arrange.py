"""Tidy layout of a document: which boxes and wires there are, and where they go."""

from __future__ import annotations

from collections.abc import Callable

from .document import Document, Point
from .layered import Wire, lay_out

Size = Callable[[str], tuple[float, float]]


def arrange(document: Document, size: Size, ids: set[str] | None = None) -> dict[str, Point]:
    """New places for all nodes, or for `ids` around the middle they have now. `size` gives width and height."""
    graph = document.graph
    chosen = [id for id in document.graph.order() if ids is None or id in ids]
    if not chosen:
        return {}
    number = {id: place for place, id in enumerate(chosen)}
    wires = []
    for id in chosen:
        sources = list(graph.inputs(id).values())
        wires += [
            Wire(number[source], number[id], (place + 0.5) / len(sources))
            for place, source in enumerate(sources)
            if source in number
        ]
    found = lay_out([size(id) for id in chosen], wires, [document.positions[id] for id in chosen])
    places = dict(zip(chosen, found, strict=True))
    dx, dy = _shift(document, places, keep_middle=ids is not None)
    return {id: (float(round(x + dx)), float(round(y + dy))) for id, (x, y) in places.items()}


def _shift(document: Document, places: dict[str, Point], *, keep_middle: bool) -> Point:
    if not keep_middle:
        return -min(x for x, _ in places.values()), -min(y for _, y in places.values())
    count = len(places)
    dx, dy = (sum(document.positions[id][axis] - places[id][axis] for id in places) / count for axis in (0, 1))
    return dx, dy
