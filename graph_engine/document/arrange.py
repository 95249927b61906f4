"""Tidy layout of a document: which boxes and wires there are, and where they go. Groups stay together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from .document import Document, Point
from .groups import Item, homes, item_on
from .layered import Wire, lay_out

PAD, TITLE = 28.0, 24.0  # around what a group holds, and above it
COLLAPSED = (160.0, 100.0)
USUAL = (150.0, 64.0)  # a node whose looks are not known

Size = Callable[[str], tuple[float, float]]


def arrange(document: Document, size: Size, ids: set[str] | None = None) -> dict[str, Point]:
    """New places for all nodes, or for `ids` around the middle they have now. `size` gives width and height."""
    chosen = [id for id in document.graph.order() if ids is None or id in ids]
    if not chosen:
        return {}
    places = _Arranging(document, size, homes(document.groups)).level(chosen, 0)
    dx, dy = _shift(document, places, keep_middle=ids is not None)
    return {id: (float(round(x + dx)), float(round(y + dy))) for id, (x, y) in places.items()}


def placed(document: Document, size: Size = lambda _: USUAL) -> Document:
    """The document with a place for each node: one made in Python may have none, and gets them tidily."""
    ids = {node.id for node in document.graph.nodes}
    missing = ids - document.positions.keys()
    if not missing:
        return document
    whole = replace(document, positions={**dict.fromkeys(missing, (0.0, 0.0)), **document.positions})
    whole.positions.update(arrange(whole, size, None if missing == ids else missing))
    return whole


@dataclass
class _Box:
    """What stands on a level: the nodes in it from its middle, its size, and where it is now."""

    places: dict[str, Point]
    size: Point
    now: Point


@dataclass
class _Arranging:
    document: Document
    size: Size
    homes: dict[str, tuple[str, ...]]

    def level(self, ids: list[str], level: int) -> dict[str, Point]:
        """Places of nodes that share their outer `level` groups; inner groups are arranged first, each as a box."""
        items = {id: item_on(level, self.homes.get(id, ()), id) for id in ids}
        inside: dict[Item, list[str]] = {}
        for id in ids:
            inside.setdefault(items[id], []).append(id)
        number = {item: place for place, item in enumerate(inside)}
        boxes = [self._box(item, held, level) for item, held in inside.items()]
        wires = []
        for id in ids:
            sources = list(self.document.graph.inputs(id).values())
            for place, source in enumerate(sources):
                if source in items and items[source] != items[id]:
                    wires.append(Wire(number[items[source]], number[items[id]], (place + 0.5) / len(sources)))
        found = lay_out([box.size for box in boxes], wires, [box.now for box in boxes])
        return {
            id: (x + dx, y + dy)
            for (x, y), box in zip(found, boxes, strict=True)
            for id, (dx, dy) in box.places.items()
        }

    def _box(self, item: Item, held: list[str], level: int) -> _Box:
        positions = self.document.positions
        if item.kind == "node":
            return _Box({item.id: (0.0, 0.0)}, self.size(item.id), positions[item.id])
        places = self.level(held, level + 1)
        sizes = {id: self.size(id) for id in held}
        left, right = _extent([(x, sizes[id][0]) for id, (x, _) in places.items()])
        top, bottom = _extent([(y, sizes[id][1]) for id, (_, y) in places.items()])
        middle = (left + right) / 2, (top + bottom - TITLE) / 2
        size = (right - left + 2 * PAD, bottom - top + 2 * PAD + TITLE)
        if self.document.groups[item.id].collapsed:
            middle, size = _middle(list(places.values())), COLLAPSED
        around = {id: (x - middle[0], y - middle[1]) for id, (x, y) in places.items()}
        return _Box(around, size, _middle([positions[id] for id in held]))


def _extent(spans: list[tuple[float, float]]) -> tuple[float, float]:
    return min(at - size / 2 for at, size in spans), max(at + size / 2 for at, size in spans)


def _middle(places: list[Point]) -> Point:
    xs, ys = [x for x, _ in places], [y for _, y in places]
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def _shift(document: Document, places: dict[str, Point], *, keep_middle: bool) -> Point:
    if not keep_middle:
        return -min(x for x, _ in places.values()), -min(y for _, y in places.values())
    count = len(places)
    dx, dy = (sum(document.positions[id][axis] - places[id][axis] for id in places) / count for axis in (0, 1))
    return dx, dy
