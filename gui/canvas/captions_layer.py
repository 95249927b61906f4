"""Gives the texts of the wires in view their places, whenever one of them, a wire or a node has become another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QGraphicsItem

from .captions import Area, Claim, area, meet, place, wanted
from .edge_item import EdgeItem
from .geometry import Point
from .group_frame import GroupFrame
from .node_item import NodeItem

_FEW = 60  # wires; among more, texts don't mind the lines of others
_NEAR = 40.0  # texts stand as near to their wire


class _Placed(NamedTuple):
    claim: Claim
    areas: tuple[Area, ...]
    reach: Area | None  # where it would look for better places; None: all its texts stand where they like to

    def stirred(self, came: list[Area], gone: list[Area]) -> bool:
        """Whether what came stands in its way, or what went may leave room for something better."""
        blocked = any(meet(one, other) for one in self.areas for other in came)
        return blocked or (self.reach is not None and any(meet(self.reach, one) for one in gone))


class CaptionsLayer:
    """What stands where it likes to stays there; only the others look for a place when something changes."""

    def __init__(self) -> None:
        self._placed: dict[EdgeItem, _Placed] = {}
        self._solid: list[Area] = []

    def arrange(self, seen: Sequence[QGraphicsItem]) -> None:
        """For a frame that shows these items, the lower first."""
        wires: list[EdgeItem] = []
        solid: list[Area] = []
        for item in seen:
            if isinstance(item, EdgeItem):
                wires.append(item)
            elif isinstance(item, NodeItem):
                solid += item.solid()
            elif isinstance(item, GroupFrame):
                solid.append(item.name_area())
        known = self._placed
        came, gone = ([], []) if solid == self._solid else _changes(self._solid, solid)
        stay = {wire: at for wire in wires if (at := known.get(wire)) and at.claim == wire.claim}
        if not (came or gone) and len(stay) == len(wires) == len(known):
            return
        gone += [one for wire, at in known.items() if wire not in stay for one in at.areas]
        stay = {wire: at for wire, at in stay.items() if not at.stirred(came, gone)}
        self._placed, self._solid = stay, solid
        held = [one for at in stay.values() for one in at.areas]
        moving = [wire for wire in wires if wire not in stay]
        found = place(
            [wire.claim for wire in moving],
            [*solid, *held],
            [wire.curve for wire in wires] if len(wires) <= _FEW else (),
        )
        for wire, places in zip(moving, found, strict=True):
            wire.settle(places)
            self._placed[wire] = _as_placed(wire.claim, places)


def _changes(before: list[Area], now: list[Area]) -> tuple[list[Area], list[Area]]:
    """What is solid now and was not, and the reverse."""
    old, new = set(before), set(now)
    return list(new - old), list(old - new)


def _as_placed(claim: Claim, places: dict[str, Point]) -> _Placed:
    areas = tuple(area(places[text.role], text) for text in claim.texts if text.role in places)
    if all(places.get(text.role) == wanted(claim, text) for text in claim.texts):
        return _Placed(claim, areas, None)
    xs, ys = zip(*claim.curve, strict=True)
    return _Placed(claim, areas, (min(xs) - _NEAR, min(ys) - _NEAR, max(xs) + _NEAR, max(ys) + _NEAR))
