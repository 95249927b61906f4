"""Closes a group: its box comes to stand where it covers no other node."""

from __future__ import annotations

import math
from itertools import product
from typing import TYPE_CHECKING

from graph_engine.document import Edit, groups, regroup
from graph_engine.document.edits import Move, Together
from graph_engine.document.interface import interface

from .geometry import Point
from .group_looks import group_frame
from .guides import Box

if TYPE_CHECKING:
    from .scene import CanvasScene

_STEP, _FAR, _CLEAR = 24, 20, 28.0  # how places are tried, and what stays free around the box
_WIRE = 70.0  # the room that a wire from the left or to the right would like to have
_TRIED = [(float(_STEP * x), float(_STEP * y)) for x, y in product(range(-_FAR, _FAR + 1), repeat=2)]


def closed(scene: CanvasScene, group: str) -> Edit:
    """Collapses a group; what it holds moves with its box as far as it must."""
    document = scene.session.document
    edit = regroup.changed(document, group, collapsed=True)
    held = groups.members(document.groups, group)
    inside = {id for id in document.groups if group in groups.chain(document.groups, id)}
    others = [item for id, item in scene.nodes.items() if id not in held]
    others += [item for id, item in scene.groups.boxes.items() if id not in inside]
    feeding = {edge.source for id in held for edge in document.graph.edges_in(id)} - held
    fed = {edge.target for id in held for edge in document.graph.edges_out(id)} - held
    left, right = (
        [item.obstacle() for node in nodes if (item := scene.item_of(node)) in others] for nodes in (feeding, fed)
    )
    dx, dy = _way(_box(scene, group), [item.obstacle() for item in others], left, right)
    if not (dx or dy):
        return edit
    places = document.positions
    return Together((Move(tuple((id, (places[id][0] + dx, places[id][1] + dy)) for id in sorted(held))), edit))


def _box(scene: CanvasScene, group: str) -> Box:
    document = scene.session.document
    outline = group_frame(interface(document, group), document.groups[group].name).outline
    x, y = groups.middle(document, group)
    return Box(x - outline.width / 2, y - outline.height / 2, x + outline.width / 2, y + outline.height / 2)


def _way(box: Box, others: list[Box], left: list[Box], right: list[Box]) -> Point:
    """The shortest way to a free place, right of what feeds the box and left of what it feeds.

    None where it covers nothing, or all places are taken.
    """
    if not any(_meet(box, other) for other in others):
        return 0.0, 0.0
    wide = Box(box.left - _CLEAR, box.top - _CLEAR, box.right + _CLEAR, box.bottom + _CLEAR)
    reach = Box(
        wide.left - _STEP * _FAR, wide.top - _STEP * _FAR, wide.right + _STEP * _FAR, wide.bottom + _STEP * _FAR
    )
    near = [other for other in others if _meet(reach, other)]
    first = max((one.right + _WIRE for one in left), default=-math.inf)
    last = min((one.left - _WIRE for one in right), default=math.inf)

    def cost(by: Point) -> tuple[float, Point]:
        back = max(0.0, first - box.left - by[0]) + max(0.0, box.right + by[0] - last)
        return abs(by[0]) + abs(by[1]) + 2 * back, by

    places = sorted(_TRIED, key=cost)
    return next((by for by in places if not any(_meet(wide.moved(*by), other) for other in near)), (0.0, 0.0))


def _meet(one: Box, other: Box) -> bool:
    return one.left < other.right and one.right > other.left and one.top < other.bottom and one.bottom > other.top
