"""From boxes and wires to places: each connected part on its own, the parts one below the other."""

from __future__ import annotations

import math
from collections.abc import Sequence

from .layers import build
from .net import Net, Row, Wire
from .order import start, untangle
from .place import columns, levels

GAP_X, GAP_Y = 170.0, 50.0
_ROUNDS, _LARGE = 6, 400  # a net of more vertices gets one round

Point = tuple[float, float]


def lay_out(sizes: Sequence[Point], wires: Sequence[Wire], now: Sequence[Point]) -> list[Point]:
    """The middle of each box. `sizes` are widths and heights; `now`, where each stands, decides what may be either."""
    places: list[Point] = [(0.0, 0.0)] * len(sizes)
    parts = _parts(len(sizes), wires)
    alone = [part[0] for part in parts if len(part) == 1]
    top = right = 0.0
    for part in sorted((p for p in parts if len(p) > 1), key=lambda part: min((now[id][1], now[id][0]) for id in part)):
        found = _lay_out_part(part, sizes, wires, now)
        shift = top - min(y - sizes[id][1] / 2 for id, (_, y) in found.items())
        for id, (x, y) in found.items():
            places[id] = x, y + shift
        top = max(places[id][1] + sizes[id][1] / 2 for id in part) + GAP_Y
        right = max(right, *(places[id][0] + sizes[id][0] / 2 for id in part))
    for id, place in _grid(alone, sizes, now, top, right).items():
        places[id] = place
    return places


def _parts(count: int, wires: Sequence[Wire]) -> list[list[int]]:
    """The connected parts, each in the order of its numbers."""
    head = list(range(count))

    def find(id: int) -> int:
        while head[id] != id:
            head[id] = head[head[id]]
            id = head[id]
        return id

    for wire in wires:
        head[find(wire.source)] = find(wire.target)
    parts: dict[int, list[int]] = {}
    for id in range(count):
        parts.setdefault(find(id), []).append(id)
    return list(parts.values())


def _lay_out_part(
    part: list[int], sizes: Sequence[Point], wires: Sequence[Wire], now: Sequence[Point]
) -> dict[int, Point]:
    number = {id: place for place, id in enumerate(part)}
    inside = [Wire(number[w.source], number[w.target], w.port) for w in wires if w.source in number]
    net = build(len(part), inside)
    _settle(net, [now[id][1] for id in part])
    y = levels(net, [sizes[id][1] for id in part], GAP_Y)
    across = columns(net, [sizes[id][0] for id in part], GAP_X)
    return {part[v]: (across[layer], y[v]) for layer, row in enumerate(net.rows) for v in row if v < net.boxes}


def _settle(net: Net, height: list[float]) -> None:
    """Untangles, and again from what came out, until it stays: so tidying a tidy graph changes nothing."""
    starts: list[list[Row]] = []
    found: list[tuple[int, list[Row]]] = []
    for _ in range(_ROUNDS if len(net.left) <= _LARGE else 1):
        start(net, height)
        boxes = [[id for id in row if id < net.boxes] for row in net.rows]
        if boxes in starts:
            found = found[starts.index(boxes) :]
            break
        starts.append(boxes)
        found.append((untangle(net), [list(row) for row in net.rows]))
        for row in net.rows:
            for place, id in enumerate(row):
                if id < net.boxes:
                    height[id] = float(place)
    net.rows = min(found)[1]


def _grid(alone: list[int], sizes: Sequence[Point], now: Sequence[Point], top: float, right: float) -> dict[int, Point]:
    """Boxes without wires, in rows below the rest as they stand now."""
    if not alone:
        return {}
    width = max(sizes[id][0] for id in alone) + GAP_Y
    height = max(sizes[id][1] for id in alone) + GAP_Y
    across = max(int((right + GAP_Y) // width), math.ceil(math.sqrt(len(alone))))
    order = sorted(alone, key=lambda id: (now[id][1], now[id][0]))
    return {
        id: ((place % across + 0.5) * width - GAP_Y / 2, top + (place // across + 0.5) * height - GAP_Y / 2)
        for place, id in enumerate(order)
    }
