"""`Route`: the way back from a target, compiled once per plan: which ops, and through which of their inputs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from ..evaluate import ABSENT, Plan, Work
from ..evaluate.plan import Pull

_KEPT = 16  # routes per plan


@dataclass(frozen=True, eq=False)
class Route:
    """The ops between a target and what is asked for, in the order reverse mode visits them."""

    target: int  # its slot
    stops: tuple[tuple[Work, tuple[int, ...]], ...]  # each op with the places of the inputs that matter
    # Where all is plain floats and all inputs matter: pull, output, first input, second input or ABSENT, and where the
    # partials are plain, no pull but their places among the values, with `constants` after them.
    floats: tuple[tuple[Pull | None, int, int, int, int, int], ...] | None
    constants: tuple[float, ...]
    slots: frozenset[int]  # everything that gets a gradient
    ids: tuple[str, ...]  # the same by id, in the order of `pick`
    pick: Callable[[Any], tuple[Any, ...]]  # what a list or dict by slot holds for them


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
    shared: dict[tuple[int, ...], tuple[int, ...]] = {}  # most ops have the same places
    for work in reversed(plan.work):
        if work.slot in reached:
            places = tuple(
                place
                for place, slot in enumerate(work.reads)
                if slot != ABSENT and (fruitful is None or slot in fruitful)
            )
            if places:
                reached.update(work.reads[place] for place in places)
                stops.append((work, shared.setdefault(places, places)))
    constants: dict[float, int] = {}
    floats = _on_floats(stops, len(plan.order), constants) if plan.floats is not None and wanted is None else None
    slots = sorted(reached)
    ids = tuple(plan.order[slot] for slot in slots)
    return Route(target, tuple(stops), floats, tuple(constants), frozenset(reached), ids, itemgetter(*slots, target))


def _leading_to(plan: Plan, wanted: set[int]) -> set[int]:
    """The slots that depend on one of `wanted`, those included."""
    found = set(wanted)
    for work in plan.work:
        if not found.isdisjoint(work.reads):
            found.add(work.slot)
    return found


def _on_floats(
    stops: list[tuple[Work, tuple[int, ...]]], count: int, constants: dict[float, int]
) -> tuple[tuple[Pull | None, int, int, int, int, int], ...]:
    found = []
    for work, _ in stops:
        a, b = work.reads if len(work.reads) == 2 else (*work.reads, ABSENT)
        places = [
            work.reads[work.op.ports.index(partial)]
            if isinstance(partial, str)
            else count + constants.setdefault(float(partial), len(constants))
            for partial in work.partials
        ]
        to_a, to_b, *_ = *places, ABSENT, ABSENT
        found.append((None if places else work.pull, work.slot, a, b, to_a, to_b))
    return tuple(found)
