"""Coordinates: layers side by side, and each vertex pulled towards its neighbours without overlap."""

from __future__ import annotations

from collections.abc import Sequence

from .net import Net, Row

SWEEPS = 12
_STRAIGHT = 8.0  # how much harder a lane pulls than a short wire

_Pulls = list[list[tuple[int, float]]]


def levels(net: Net, heights: Sequence[float], gap: float) -> list[float]:
    """The height at which each vertex stands."""
    count = len(net.left)
    tall = [*heights, *[0.0] * (count - net.boxes)]
    around = _around(net)
    offsets = [_offsets(row, tall, net.boxes, gap) for row in net.rows]
    y = [0.0] * count
    for row, offset in zip(net.rows, offsets, strict=True):
        _stack(row, offset, [0.0] * len(row), y)
    rows = list(zip(net.rows, offsets, strict=True))
    for sweep in range(SWEEPS):
        for row, offset in rows if sweep % 2 else reversed(rows):
            wish = []
            for id in row:
                pulls = around[id]
                total = weight = 0.0
                for other, strength in pulls:
                    total += y[other] * strength
                    weight += strength
                wish.append(total / weight if pulls else y[id])
            _stack(row, offset, wish, y)
    return y


def columns(net: Net, widths: Sequence[float], gap: float) -> list[float]:
    """The middle of each layer, from left to right."""
    middles, x = [], 0.0
    for row in net.rows:
        widest = max((widths[id] for id in row if id < net.boxes), default=0.0)
        middles.append(x + widest / 2)
        x += widest + gap
    return middles


def _around(net: Net) -> _Pulls:
    pulls: _Pulls = [[] for _ in net.left]
    wires = [(source, target) for target, sources in enumerate(net.left) for source in sources]
    for source, target in [*wires, *((wire.source, wire.target) for wire in net.far)]:
        dummies = (source >= net.boxes) + (target >= net.boxes)
        strength = (1.0, 2.0, _STRAIGHT)[dummies]
        pulls[source].append((target, strength))
        pulls[target].append((source, strength))
    return pulls


def _offsets(row: Row, tall: list[float], boxes: int, gap: float) -> list[float]:
    """How far below the first of a row each stands at least; wires that pass need less room than boxes."""
    offset, found = 0.0, []
    for place, id in enumerate(row):
        if place:
            before = row[place - 1]
            space = gap if before < boxes and id < boxes else gap * 0.6
            offset += (tall[before] + tall[id]) / 2 + space
        found.append(offset)
    return found


def _stack(row: Row, offsets: list[float], wish: list[float], y: list[float]) -> None:
    """Gives each vertex of a row the place nearest to its wish that keeps order and gaps (pooled means)."""
    blocks: list[tuple[float, int]] = []  # mean of wish − offset, number of vertices
    for wished, offset in zip(wish, offsets, strict=True):
        mean, count = wished - offset, 1
        while blocks and blocks[-1][0] > mean:
            other, number = blocks.pop()
            mean, count = (mean * count + other * number) / (count + number), count + number
        blocks.append((mean, count))
    at = 0
    for mean, count in blocks:
        for place in range(at, at + count):
            y[row[place]] = mean + offsets[place]
        at += count
