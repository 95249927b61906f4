"""Tidy layout: layers from left to right, few crossings, straight wires where they fit.

The layered method of Sugiyama, Tagawa and Toda (1981): layers by longest path, order within a layer by the barycentre
of the neighbours, then coordinates that pull each node towards its neighbours without overlap.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from itertools import pairwise
from typing import NamedTuple

from ..graph import Graph, natural
from .document import Document, Point

GAP_X, GAP_Y = 170.0, 50.0
SWEEPS = 12

Size = Callable[[str], tuple[float, float]]
_Layers = list[list[str]]


class _Near(NamedTuple):
    """What surrounds a node: the nodes that feed it, by port, and those it feeds, with the port's place in 0 … 1."""

    sources: list[str]
    targets: list[tuple[str, float]]


def arrange(document: Document, size: Size, ids: set[str] | None = None) -> dict[str, Point]:
    """New places for all nodes, or for `ids` around the middle they have now. `size` gives width and height."""
    graph, chosen = document.graph, [id for id in document.graph.order() if ids is None or id in ids]
    if not chosen:
        return {}
    near = _neighbours(graph, chosen)
    layers = _untangle(_layers(chosen, near), near, document.positions)
    places = _place(layers, near, size)
    dx, dy = _shift(document, places, keep_middle=ids is not None)
    return {id: (float(round(x + dx)), float(round(y + dy))) for id, (x, y) in places.items()}


def _neighbours(graph: Graph, chosen: list[str]) -> dict[str, _Near]:
    near = {id: _Near([], []) for id in chosen}
    for id in chosen:
        inputs = [(source, place) for place, source in enumerate(graph.inputs(id).values()) if source in near]
        for source, place in inputs:
            near[id].sources.append(source)
            near[source].targets.append((id, (place + 0.5) / len(inputs)))
    return near


def _layers(order: list[str], near: dict[str, _Near]) -> _Layers:
    depth: dict[str, int] = {}
    for id in order:
        depth[id] = max((depth[source] + 1 for source in near[id].sources), default=0)
    for id in reversed(order):  # sources stand beside what they feed
        if not near[id].sources and near[id].targets:
            depth[id] = min(depth[target] for target, _ in near[id].targets) - 1
    first = min(depth.values())
    layers: _Layers = [[] for _ in range(max(depth.values()) - first + 1)]
    for id in sorted(order, key=natural):
        layers[depth[id] - first].append(id)
    return layers


def _untangle(layers: _Layers, near: dict[str, _Near], now: dict[str, Point]) -> _Layers:
    """Starts from how the nodes stand now, so that a small change moves little; keeps the best order found."""
    layers = [sorted(layer, key=lambda id: now.get(id, (0.0, 0.0))[1]) for layer in layers]
    best, fewest = [list(layer) for layer in layers], _crossings(layers, near)
    for sweep in range(SWEEPS):
        if not fewest:
            break
        backward = sweep % 2 == 0  # from the targets first: ports give their feeders an order
        for layer in reversed(layers) if backward else layers:
            _sort_by_neighbours(layer, layers, near, backward=backward)
        count = _crossings(layers, near)
        if count < fewest:
            best, fewest = [list(layer) for layer in layers], count
    return best


def _sort_by_neighbours(layer: list[str], layers: _Layers, near: dict[str, _Near], *, backward: bool) -> None:
    """Orders a layer by the middle of what each node feeds (or is fed by), ports counted."""
    place = {id: (number, len(row)) for row in layers for number, id in enumerate(row)}

    def rank(id: str, port: float = 0.5) -> float:
        number, count = place[id]
        return (number + port) / count

    def middle(id: str) -> float:
        around = [rank(t, port) for t, port in near[id].targets] if backward else [rank(s) for s in near[id].sources]
        return sum(around) / len(around) if around else rank(id)

    layer.sort(key=middle)


def _crossings(layers: _Layers, near: dict[str, _Near]) -> int:
    """Pairs of wires between neighbouring layers that cross, ports in their order."""
    total = 0
    for left, right in pairwise(layers):
        place = {id: number for number, id in enumerate(left)}
        seen: list[int] = []
        for id in right:
            for source in near[id].sources:
                if source in place:
                    at = bisect_right(seen, place[source])
                    total += len(seen) - at
                    seen.insert(at, place[source])
    return total


def _place(layers: _Layers, near: dict[str, _Near], size: Size) -> dict[str, Point]:
    across, x = [], 0.0
    for layer in layers:
        widest = max(size(id)[0] for id in layer)
        across.append(x + widest / 2)
        x += widest + GAP_X
    y: dict[str, float] = {}
    for layer in layers:
        _stack(layer, {id: 0.0 for id in layer}, size, y)
    for sweep in range(SWEEPS):
        for layer in layers if sweep % 2 else reversed(layers):
            wish = {id: _mean([y[other] for other in _around(near[id])], y[id]) for id in layer}
            _stack(layer, wish, size, y)
    return {id: (across[depth], y[id]) for depth, layer in enumerate(layers) for id in layer}


def _around(near: _Near) -> list[str]:
    return near.sources + [target for target, _ in near.targets]


def _stack(layer: list[str], wish: dict[str, float], size: Size, y: dict[str, float]) -> None:
    """Gives each node of a layer the place nearest to its wish that keeps order and gaps (pooled means)."""
    offset, offsets = 0.0, []
    for before, id in zip([None, *layer], layer, strict=False):
        offset += 0.0 if before is None else (size(before)[1] + size(id)[1]) / 2 + GAP_Y
        offsets.append(offset)
    blocks: list[tuple[float, int]] = []  # mean of wish − offset, number of nodes
    for id, offset in zip(layer, offsets, strict=True):
        mean, count = wish[id] - offset, 1
        while blocks and blocks[-1][0] > mean:
            other, number = blocks.pop()
            mean, count = (mean * count + other * number) / (count + number), count + number
        blocks.append((mean, count))
    places = [mean for mean, count in blocks for _ in range(count)]
    y.update({id: place + offset for id, place, offset in zip(layer, places, offsets, strict=True)})


def _mean(numbers: list[float], otherwise: float) -> float:
    return sum(numbers) / len(numbers) if numbers else otherwise


def _shift(document: Document, places: dict[str, Point], *, keep_middle: bool) -> Point:
    if not keep_middle:
        return -min(x for x, _ in places.values()), -min(y for _, y in places.values())
    count = len(places)
    dx, dy = (sum(document.positions[id][axis] - places[id][axis] for id in places) / count for axis in (0, 1))
    return dx, dy
