"""How each wire runs: those between the same nodes part, and each goes round nodes in its way. Knows no Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import numpy as np

from graph_engine.graph import Edge

from .geometry import Curve, Point, way_back, wire
from .guides import Box

MOST = 400  # wires; in a graph of more, none is led round nodes
_APART = 60.0  # between wires of the same two nodes: room for their texts
_WRONG_SIDE = 75.0  # what it costs to come from above to a lower port
_CLEAR = 11.0  # between a wire and a node it passes
_STEP, _FARTHEST = 30.0, 300.0
_TRIED = np.array([0.0, *(sign * d for d in np.arange(_STEP, _FARTHEST + 1, _STEP) for sign in (-1, 1))])
_BACK = 120.0  # how far to the left of its start a wire must end to turn and run back in a lane
_LANES = np.array([0.0, *(sign * d for d in np.arange(6.0, _FARTHEST + 1, 6.0) for sign in (1, -1))])
_TURN, _TWIN, _TEXT = 84.0, 8.0, 26.0  # room beside a lane's ends, and below and above it
_T = np.linspace(0.0, 1.0, 49)[1:-1]
_BERNSTEIN = np.stack([(1 - _T) ** 3, 3 * _T * (1 - _T) ** 2, 3 * _T**2 * (1 - _T), _T**3])
_BULGE = 4 * _T * (1 - _T)  # how much of a bend a point of the curve takes part in

Ends = tuple[Point, Point]


class Course(NamedTuple):
    """How a wire runs: how far its middle is moved down, or at what height it runs back to the left."""

    bend: float = 0.0
    lane: float | None = None

    def curve(self, start: Point, end: Point) -> Curve:
        return wire(start, end, self.bend) if self.lane is None else way_back(start, end, self.lane)


class Routes:
    """Remembers what stood where, so that after a change only the wires near it are looked at again."""

    def __init__(self) -> None:
        self._boxes: dict[str, Box] = {}
        self._asked: dict[Edge, tuple[Ends, float, float]] = {}
        self._courses: dict[Edge, Course] = {}

    def follow(self, boxes: dict[str, Box], ends: dict[Edge, Ends]) -> dict[Edge, Course]:
        """The course of each wire between `ends`, among the nodes in `boxes`."""
        leans = lean(ends)
        known, stirred = self._boxes, []
        for id in known.keys() | boxes.keys():
            before, now = known.get(id), boxes.get(id)
            if before != now:
                stirred += [box for box in (before, now) if box is not None]
        array = np.array([(b.left, b.top, b.right, b.bottom) for b in boxes.values()]).reshape(-1, 4)
        number = {id: [place] for place, id in enumerate(boxes)}
        asked, courses = {}, {}
        for edge, (start, end) in ends.items():
            side = _side(end, boxes.get(edge.target))
            asked[edge] = ((start, end), leans[edge], side)
            if self._asked.get(edge) == asked[edge] and not _meets(start, end, stirred):
                courses[edge] = self._courses[edge]
                continue
            own = number.get(edge.source, []) + number.get(edge.target, [])
            courses[edge] = course(start, end, array, leans[edge], own, side)
        self._boxes, self._asked, self._courses = boxes, asked, courses
        return courses


def parallel(edges: Iterable[Edge]) -> list[Edge]:
    """Those that join the same two nodes as another does."""
    edges = list(edges)
    count = Counter((edge.source, edge.target) for edge in edges)
    return [edge for edge in edges if count[edge.source, edge.target] > 1]


def lean(ends: Mapping[Edge, Ends]) -> dict[Edge, float]:
    """How far wires between the same two nodes part, by the height of their ends."""
    together: dict[tuple[str, str], list[Edge]] = {}
    for edge in ends:
        together.setdefault((edge.source, edge.target), []).append(edge)
    found = {}
    for edges in together.values():
        edges.sort(key=lambda edge: (ends[edge][1][1], edge.port))
        found.update({edge: (place - (len(edges) - 1) / 2) * _APART for place, edge in enumerate(edges)})
    return found


def course(
    start: Point, end: Point, boxes: np.ndarray, leaning: float = 0.0, own: Iterable[int] = (), side: float = 0
) -> Course:
    """The course of a wire on which it meets few of `boxes` (its `own` do not count).

    `side` is −1 if it enters its node above the middle, 1 below.
    """
    reach = _reach(start, end)
    near = (boxes[:, 2] > reach.left) & (boxes[:, 0] < reach.right)
    near &= (boxes[:, 3] > reach.top) & (boxes[:, 1] < reach.bottom)
    if _runs_back(start, end):
        return Course(lane=_lane(start, end, boxes[near], leaning))
    near[list(own)] = False
    return Course(_bend(start, end, boxes[near], leaning, side) if near.any() else leaning)


def _runs_back(start: Point, end: Point) -> bool:
    return start[0] - end[0] > _BACK


def _reach(start: Point, end: Point) -> Box:
    """What a wire between two points may come near to."""
    beside = _TURN if _runs_back(start, end) else 0.0
    left, right = min(start[0], end[0]) - beside, max(start[0], end[0]) + beside
    return Box(left, min(start[1], end[1]) - _FARTHEST, right, max(start[1], end[1]) + _FARTHEST)


def _lane(start: Point, end: Point, boxes: np.ndarray, leaning: float) -> float:
    """The height of a line to the left that meets few boxes, with room for its texts, and leads about half-way."""
    middle = (start[1] + end[1]) / 2 + leaning
    tried = middle + _LANES
    left, top, right, bottom = boxes.T
    over = (right > end[0] - _CLEAR) & (left < start[0] + _CLEAR)

    def met(above: float, under: float) -> np.ndarray:
        height = tried[:, None]  # try × box
        return (over & (top - under < height) & (height < bottom + above)).sum(axis=1)

    cost = met(_CLEAR, _CLEAR + _TWIN) * 1e6 + met(_TEXT, _TEXT + _TWIN) * 120 + np.abs(_LANES)
    return float(tried[np.argmin(cost)])


def _bend(start: Point, end: Point, boxes: np.ndarray, leaning: float, side: float) -> float:
    points = _BERNSTEIN.T @ np.array(wire(start, end))
    left, top, right, bottom = boxes.T[:, :, None]
    beside = (points[:, 0] > left - _CLEAR) & (points[:, 0] < right + _CLEAR)  # box × point
    heights = points[:, 1] + _BULGE * (leaning + _TRIED[:, None])  # try × point
    within = (heights[:, None, :] > top - _CLEAR) & (heights[:, None, :] < bottom + _CLEAR)
    passed = (within & beside).any(axis=2).sum(axis=1)
    cost = passed * 1e6 + np.abs(_TRIED) + _WRONG_SIDE * (_TRIED * side < 0)
    return leaning + float(_TRIED[np.argmin(cost)])


def _side(end: Point, box: Box | None) -> float:
    below = 0.0 if box is None else end[1] - (box.top + box.bottom) / 2
    return 0.0 if abs(below) < 14 else float(np.sign(below))


def _meets(start: Point, end: Point, boxes: list[Box]) -> bool:
    r = _reach(start, end)
    return any(b.right > r.left and b.left < r.right and b.bottom > r.top and b.top < r.bottom for b in boxes)
