"""A fault planted in one place: the passes as they come out with it. Graph, values and document stay as they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from ..differentiate import Gradients, gradients
from ..differentiate.route import Route, route_back
from ..differentiate.rules import pull_back, start_of
from ..evaluate import Evaluation, Work
from ..graph import Edge, Value, settle
from .faults import ALL, Fault

_NOTICED = 1e-6  # relative; a fault that changes less can't be found


@dataclass(frozen=True)
class Planted:
    """A fault at a node: in its own rule, or in the sum of what comes back to it."""

    fault: Fault
    node: str


def broken(evaluation: Evaluation, planted: Planted) -> Evaluation:
    """The same values, but with the backward rule of one op wrong; itself where the fault is in no op."""
    if planted.fault.at_fan_out or evaluation.work_of(planted.node) is None:
        return evaluation
    plan = evaluation.plan
    work = tuple(_wrong(item, planted.fault) if item.node == planted.node else item for item in plan.work)
    plan = replace(plan, work=work, floats=None, routes={}, _downstream={})
    return Evaluation(evaluation.graph, plan, evaluation.values, evaluation.failures, evaluation.shapes)


def broken_gradients(evaluation: Evaluation, target: str, planted: Planted) -> Gradients:
    """The backward pass of `broken(evaluation)`, with its sum wrong where the fault is at a fan-out."""
    if not planted.fault.at_fan_out:
        return gradients(evaluation, target)
    route, out = route_back(evaluation.plan, target), evaluation.value(target)
    assert out is not None
    slots: dict[int, Value] = {route.target: start_of(target, out, None, None)}
    lost = evaluation.plan.slot[planted.node]
    with np.errstate(all="ignore"):
        for work, places in route.stops:
            pulled = pull_back(work, evaluation, slots[work.slot], places)
            for place in places:
                slot, gradient = work.reads[place], pulled[place]
                assert gradient is not None
                before = None if slot == lost else slots.get(slot)
                slots[slot] = gradient if before is None else settle(before + gradient)
    return Gradients(evaluation, target, route, slots)


def sites(evaluation: Evaluation, target: str) -> list[Planted]:
    """Every place where a fault would change a number on the way back from `target`."""
    found = gradients(evaluation, target)
    route = route_back(evaluation.plan, target)
    overwriting = next(fault for fault in ALL if fault.at_fan_out)
    places = [
        Planted(fault, work.node)
        for work, _ in route.stops
        for fault in ALL
        if work.op.key in fault.ops and wrong_wires(evaluation, found, Planted(fault, work.node))
    ]
    return places + [Planted(overwriting, id) for id in _shared(route) if _sum_shows(found, route, id)]


def wrong_wires(evaluation: Evaluation, found: Gradients, planted: Planted) -> frozenset[Edge]:
    """The wires on which a fault in an op sends back something else; `found` are the gradients without it."""
    work = evaluation.work_of(planted.node)
    if work is None or planted.fault.at_fan_out or planted.node not in found.nodes:
        return frozenset()
    upstream = found.nodes[planted.node]
    with np.errstate(all="ignore"):
        right = pull_back(work, evaluation, upstream)
        wrong = pull_back(_wrong(work, planted.fault), evaluation, upstream)
    return frozenset(
        edge
        for edge, a, b in zip(work.edges, right, wrong, strict=True)
        if edge in found.edges and a is not None and b is not None and differ(a, b)
    )


def differ(a: Value, b: Value) -> bool:
    """Whether two values are apart by more than rounding."""
    first, second = np.asarray(a), np.asarray(b)
    if not (np.isfinite(first).all() and np.isfinite(second).all()):
        return False
    size = np.maximum(np.abs(first), np.abs(second)).max(initial=0.0)
    return bool(np.abs(first - second).max(initial=0.0) > _NOTICED * size)


def _wrong(work: Work, fault: Fault) -> Work:
    return replace(work, op=fault.wrong(work.op), pull=None, partials=())


def _shared(route: Route) -> Iterator[str]:
    """The nodes to which more than one contribution comes back."""
    seen: set[str] = set()
    told: set[str] = set()
    for work, places in route.stops:
        for source in (work.feeds[place] for place in places):
            if source in seen and source not in told:
                told.add(source)
                yield source
            if source is not None:
                seen.add(source)


def _sum_shows(found: Gradients, route: Route, id: str) -> bool:
    """Whether the last contribution alone is another number than the sum."""
    last: Edge | None = None
    for work, places in route.stops:
        last = next((edge for place in reversed(places) if (edge := work.edges[place]) and edge.source == id), last)
    return last is not None and differ(found.edges[last], found.nodes[id])
