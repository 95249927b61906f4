"""Where a new node stands in a wire, and who gives way to it. Imports no Qt."""

from __future__ import annotations

from collections.abc import Callable

from graph_engine.document import Document, Point
from graph_engine.graph import Edge

Size = Callable[[str], tuple[float, float]]
GAP = 84.0  # between two boxes, so that the wire between them can carry its numbers
_CLOSE = 12.0


def make_room(
    document: Document, size: Size, edge: Edge, width: float, at: Point
) -> tuple[Point, tuple[tuple[str, Point], ...]]:
    """The place of a node as wide as `width` put into `edge` near `at`, and the new places of what must give way."""
    places = document.positions
    left = places[edge.source][0] + size(edge.source)[0] / 2 + GAP + width / 2
    right = places[edge.target][0] - size(edge.target)[0] / 2 - GAP - width / 2
    if places[edge.target][0] <= places[edge.source][0]:
        return at, ()  # the wire runs back: there is nothing to push apart
    push = max(0.0, float(round(left - right)))
    x = min(max(at[0], left), max(left, right))
    return (float(round(x)), at[1]), _pushed(document, size, edge, push) if push else ()


def _pushed(document: Document, size: Size, edge: Edge, push: float) -> tuple[tuple[str, Point], ...]:
    """What hangs on the wire's end moves to the right, and so does what it would run into."""
    places, graph = document.positions, document.graph
    edge_x = places[edge.target][0] - 1
    moving = {id for id in graph.descendants(edge.target) | {edge.target} if places[id][0] >= edge_x}
    waiting = sorted(moving)
    while waiting:
        mover = waiting.pop()
        x, y = places[mover]
        for id in places:
            if id not in moving and places[id][0] > x and _overlap(size, id, places[id], mover, (x + push, y)):
                moving.add(id)
                waiting.append(id)
    return tuple((id, (places[id][0] + push, places[id][1])) for id in sorted(moving))


def _overlap(size: Size, one: str, at: Point, other: str, there: Point) -> bool:
    (w1, h1), (w2, h2) = size(one), size(other)
    return abs(at[0] - there[0]) < (w1 + w2) / 2 + _CLOSE and abs(at[1] - there[1]) < (h1 + h2) / 2 + _CLOSE
