"""Which layer each box stands in, and the dummies that lead long wires through the layers between."""

from __future__ import annotations

import heapq

from .net import Net, Wire

_DUMMIES = 4  # at most so many for each box, and a few more


def build(boxes: int, wires: list[Wire]) -> Net:
    """The net of `boxes` and `wires`; wires that would close a cycle are turned round."""
    wires = _forward(boxes, wires)
    depth = _depths(boxes, wires)
    rows: list[list[int]] = [[] for _ in range(max(depth, default=-1) + 1)]
    for id in range(boxes):
        rows[depth[id]].append(id)
    net = Net(boxes, rows, [[] for _ in range(boxes)], [[] for _ in range(boxes)], [])
    long = _long_enough(boxes, wires, depth)
    lanes: dict[int, list[int]] = {}  # the dummies of a source, shared by its wires
    for wire in wires:
        span = depth[wire.target] - depth[wire.source]
        if span > 1 and wire.source not in long:
            net.far.append(wire)
            continue
        lane = lanes.setdefault(wire.source, [wire.source])
        while len(lane) < span:
            lane.append(_dummy(net, lane[-1], depth[wire.source] + len(lane)))
        net.left[wire.target].append(lane[span - 1])
        net.right[lane[span - 1]].append((wire.target, wire.port))
    return net


def _dummy(net: Net, before: int, depth: int) -> int:
    id = len(net.left)
    net.rows[depth].append(id)
    net.left.append([before])
    net.right.append([])
    net.right[before].append((id, 0.5))
    return id


def _forward(boxes: int, wires: list[Wire]) -> list[Wire]:
    """The wires by the ports they enter, each running with the topological order."""
    place = {id: number for number, id in enumerate(_order(boxes, wires))}
    wires = sorted((wire for wire in wires if wire.source != wire.target), key=lambda wire: (wire.target, wire.port))
    return [w if place[w.source] < place[w.target] else Wire(w.target, w.source) for w in wires]


def _order(boxes: int, wires: list[Wire]) -> list[int]:
    """Topological; where a cycle leaves no choice, the smallest number goes first."""
    waiting = [0] * boxes
    feeds: list[list[int]] = [[] for _ in range(boxes)]
    for wire in wires:
        waiting[wire.target] += 1
        feeds[wire.source].append(wire.target)
    ready, done = [id for id in range(boxes) if not waiting[id]], [False] * boxes
    order: list[int] = []
    later = iter(range(boxes))
    while len(order) < boxes:
        id = heapq.heappop(ready) if ready else next(later)
        if done[id]:
            continue
        done[id] = True
        order.append(id)
        for target in feeds[id]:
            waiting[target] -= 1
            if not waiting[target] and not done[target]:
                heapq.heappush(ready, target)
    return order


def _depths(boxes: int, wires: list[Wire]) -> list[int]:
    """Longest path from the left; then what feeds more than feeds it moves right, as near to its targets as it can."""
    feeds: list[list[int]] = [[] for _ in range(boxes)]
    fed: list[list[int]] = [[] for _ in range(boxes)]
    for wire in wires:
        feeds[wire.source].append(wire.target)
        fed[wire.target].append(wire.source)
    order, depth = _order(boxes, wires), [0] * boxes
    for id in order:
        depth[id] = max((depth[source] + 1 for source in fed[id]), default=0)
    for id in reversed(order):
        if feeds[id] and len(feeds[id]) > len(fed[id]):
            depth[id] = min(depth[target] for target in feeds[id]) - 1
    first = min(depth, default=0)
    return [number - first for number in depth]


def _long_enough(boxes: int, wires: list[Wire], depth: list[int]) -> set[int]:
    """The sources whose wires get dummies: the shortest first, while there is room."""
    reach: dict[int, int] = {}
    for wire in wires:
        reach[wire.source] = max(reach.get(wire.source, 0), depth[wire.target] - depth[wire.source])
    room, kept = _DUMMIES * boxes + 100, set()
    for source in sorted(reach, key=lambda source: (reach[source], source)):
        room -= reach[source] - 1
        if room < 0:
            break
        kept.add(source)
    return kept
