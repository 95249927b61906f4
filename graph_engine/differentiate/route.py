"""`Route`: the way back from a target, compiled once per plan: which ops, and through which of their inputs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..evaluate import ABSENT, Plan, Work
from ..evaluate.plan import Pull

_KEPT = 16  # routes per plan


@dataclass(frozen=True, eq=False)
class Route:
    """The ops between a target and what is asked for, in the order reverse mode visits them."""

    target: int  # its slot
    stops: tuple[tuple[Work, tuple[int, ...]], ...]  # each op with the places of the inputs that matter
    # (pull, output, first input, second input or ABSENT) where all is plain floats and all inputs matter
    floats: tuple[tuple[Pull, int, int, int], ...] | None
    slots: frozenset[int]  # everything that gets a gradient


def route_back(plan: Plan, target: str, wanted: Iterable[str] | None = None) -> Route:
    """The way back from `target` to all it depends on, or only to the nodes `wanted`."""
    key = target, None if wanted is None else frozenset(wanted)
    route = plan.routes.get(key)
    if route is None:
        if len(plan.routes) >= _KEPT:
            plan.routes.clear()
        route = plan.routes[key] = _find(plan, plan.slot[target], key[1])
    return route


def _find(plan: Plan, target: int, wanted: frozenset[str] | None) -> Route:
    fruitful = None if wanted is None else _leading_to(plan, {plan.slot[id] for id in wanted})
    reached, stops = {target}, []
    for work in reversed(plan.work):
        if work.slot in reached:
            places = tuple(
                place
                for place, slot in enumerate(work.reads)
                if slot != ABSENT and (fruitful is None or slot in fruitful)
            )
            if places:
                reached.update(work.reads[place] for place in places)
                stops.append((work, places))
    floats = _on_floats(stops) if plan.floats is not None and wanted is None else None
    return Route(target, tuple(stops), floats, frozenset(reached))


def _leading_to(plan: Plan, wanted: set[int]) -> set[int]:
    """The slots that depend on one of `wanted`, those included."""
    found = set(wanted)
    for work in plan.work:
        if not found.isdisjoint(work.reads):
            found.add(work.slot)
    return found


def _on_floats(stops: list[tuple[Work, tuple[int, ...]]]) -> tuple[tuple[Pull, int, int, int], ...]:
    return tuple(
        (work.pull, work.slot, work.reads[0], work.reads[1] if len(work.reads) == 2 else ABSENT)
        for work, _ in stops
        if work.pull is not None
    )
