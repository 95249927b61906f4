"""The order within each layer: barycentres, then exchanges of neighbours, until fewer crossings can't be found."""

from __future__ import annotations

from .net import Net, Row, inversions

SWEEPS = 12
_SMALL = 1_500  # vertices up to which neighbours are exchanged one by one


def untangle(net: Net) -> int:
    """Reorders the rows of `net` for few crossings, keeping what is as good as it is; returns how many remain."""
    best, fewest = [list(row) for row in net.rows], net.crossings()
    for sweep in range(SWEEPS):
        if not fewest:
            break
        backward = sweep % 2 == 0  # from the targets first: ports give their feeders an order
        _sweep(net, backward=backward)
        count = net.crossings()
        if count < fewest:
            best, fewest = [list(row) for row in net.rows], count
    net.rows = best
    if fewest and len(net.left) <= _SMALL:
        fewest = _exchange(net)
    return fewest


def _sweep(net: Net, *, backward: bool) -> None:
    """Orders every row by the middle of what each vertex feeds (or is fed by), ports counted."""
    rank = [0.0] * len(net.left)
    wide = [1] * len(net.left)
    number = [0] * len(net.left)
    for row in net.rows:
        for place, id in enumerate(row):
            rank[id], wide[id], number[id] = (place + 0.5) / len(row), len(row), place

    def middle(id: int) -> float:
        if backward:
            targets = net.right[id]
            if targets:
                return sum((number[t] + port) / wide[t] for t, port in targets) / len(targets)
        else:
            sources = net.left[id]
            if sources:
                return sum(rank[s] for s in sources) / len(sources)
        return rank[id]

    for row in reversed(net.rows) if backward else net.rows:
        row.sort(key=middle)
        for place, id in enumerate(row):
            rank[id], number[id] = (place + 0.5) / len(row), place


def _exchange(net: Net) -> int:
    """Swaps neighbours in a row where that takes crossings away, until none is left to swap."""
    place = net.places()
    swapped = True
    while swapped:
        swapped = False
        for row in net.rows:
            for at in range(len(row) - 1):
                upper, lower = row[at], row[at + 1]
                if _between(net, place, lower, upper) < _between(net, place, upper, lower):
                    row[at], row[at + 1] = lower, upper
                    place[lower], place[upper] = at, at + 1
                    swapped = True
    return net.crossings()


def _between(net: Net, place: list[int], upper: int, lower: int) -> int:
    """Crossings among the wires of two neighbours, if `upper` stood above `lower`."""
    count = inversions([place[s] for id in (upper, lower) for s in net.left[id]])
    ends = [sorted(place[t] + 0.5 * port for t, port in net.right[id]) for id in (upper, lower)]
    return count + inversions([*ends[0], *ends[1]])


def start(net: Net, height: list[float]) -> None:
    """Orders each row by where the boxes stand now; dummies lie on the line between the ends of their wire."""
    level = _levels(net.rows, net.boxes, height)
    for row in net.rows:
        for id in row:
            if id >= net.boxes:
                level[id] = level[net.left[id][0]]
        row.sort(key=lambda id: (level[id], id))


def _levels(rows: list[Row], boxes: int, height: list[float]) -> list[float]:
    """A height for each box that follows from the order in its row alone, so that tidying twice is tidying once."""
    level = [0.0] * (max((id for row in rows for id in row), default=-1) + 1)
    for row in rows:
        real = sorted((id for id in row if id < boxes), key=lambda id: (height[id], id))
        for place, id in enumerate(real):
            level[id] = place - (len(real) - 1) / 2
    return level
