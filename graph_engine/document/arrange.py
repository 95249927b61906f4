"""Tidy layout: layers from left to right, few crossings, straight wires where they fit.

The layered method of Sugiyama, Tagawa and Toda (1981): layers by longest path, order within a layer by the barycentre of
the neighbours, then coordinates that pull each node towards its neighbours without overlap.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from ..graph import Graph, natural
from .document import Document, Point

GAP_X, GAP_Y = 130.0, 46.0
SWEEPS = 12

Size = Callable[[str], tuple[float, float]]
_Layers = list[list[str]]


def arrange(document: Document, size: Size, ids: set[str] | None = None) -> dict[str, Point]:
    """New places for all nodes, or for `ids` around the middle they have now. `size` gives width and height."""
    graph, chosen = document.graph, [id for id in document.graph.order() if ids is None or id in ids]
    if not chosen:
        return {}
    near = _neighbours(graph, set(chosen))
    layers = _untangle(_layers(graph, chosen, near), near, document.positions)
    places = _place(layers, near, size)
    dx, dy = _shift(document, places, keep_middle=ids is not None)
    return {id: (round(x + dx), round(y + dy)) for id, (x, y) in places.items()}


def _neighbours(graph: Graph, chosen: set[str]) -> dict[str, tuple[list[str], list[str]]]:
    """For each node the ones that feed it (by port) and the ones it feeds."""
    return {
        id: (
            [source for source in graph.inputs(id).values() if source in chosen],
            [edge.target for edge in graph.edges_out(id) if edge.target in chosen],
        )
        for id in chosen
    }


def _layers(graph: Graph, order: list[str], near: dict[str, tuple[list[str], list[str]]]) -> _Layers:
    depth: dict[str, int] = {}
    for id in order:
        depth[id] = max((depth[source] + 1 for source in near[id][0]), default=0)
    for id in reversed(order):  # sources stand beside what they feed
        if not near[id][0] and near[id][1]:
            depth[id] = min(depth[target] for target in near[id][1]) - 1
    first = min(depth.values())
    layers: _Layers = [[] for _ in range(max(depth.values()) - first + 1)]
    for id in sorted(order, key=natural):
        layers[depth[id] - first].append(id)
    return layers


def _untangle(layers: _Layers, near: dict[str, tuple[list[str], list[str]]], now: dict[str, Point]) -> _Layers:
    """Starts from how the nodes stand now, so that a small change moves little; keeps the best order found."""
    layers = [sorted(layer, key=lambda id: now.get(id, (0.0, 0.0))[1]) for layer in layers]
    best, fewest = [list(layer) for layer in layers], _crossings(layers, near)
    for sweep in range(SWEEPS):
        if not fewest:
            break
        ahead = sweep % 2 == 0
        for layer in layers if ahead else reversed(layers):
            _sort_by_neighbours(layer, layers, near, 0 if ahead else 1)
        count = _crossings(layers, near)
        if count < fewest:
            best, fewest = [list(layer) for layer in layers], count
    return best


def _sort_by_neighbours(
    layer: list[str], layers: _Layers, near: dict[str, tuple[list[str], list[str]]], side: int
) -> None:
    rank = {id: (place + 0.5) / len(row) for row in layers for place, id in enumerate(row)}

    def middle(id: str) -> float:
        around = near[id][side]
        return sum(rank[other] for other in around) / len(around) if around else rank[id]

    layer.sort(key=middle)


def _crossings(layers: _Layers, near: dict[str, tuple[list[str], list[str]]]) -> int:
    """Pairs of wires between neighbouring layers that cross, ports in their order (counted by insertion)."""
    total = 0
    for left, right in pairwise(layers):
        place = {id: number for number, id in enumerate(left)}
        ends = [place[s] for id in right for s in near[id][0] if s in place]
        total += sum(ends[i] > ends[j] for i in range(len(ends)) for j in range(i + 1, len(ends))) if len(ends) < 200 else 0
    return total


def _place(layers: _Layers, near: dict[str, tuple[list[str], list[str]]], size: Size) -> dict[str, Point]:
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
            wish = {id: _mean([y[other] for other in near[id][0] + near[id][1]], y[id]) for id in layer}
            _stack(layer, wish, size, y)
    return {id: (across[depth], y[id]) for depth, layer in enumerate(layers) for id in layer}


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
    dx, dy = (
        sum(document.positions[id][axis] - places[id][axis] for id in places) / count for axis in (0, 1)
    )
    return dx, dy
