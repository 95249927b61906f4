"""One source at many settings at once: re-runs only what depends on it, all settings in one array operation.

Every value that depends on the source gets a leading axis, one entry per setting.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from ..ops import Array
from .plan import ABSENT, Work
from .run import Evaluation, as_arrays


def nudged(evaluation: Evaluation, source: str, target: str, entries: Array, by: Array) -> Array:
    """`target` (ids) for each of the `entries` (flat indices) of `source` moved by the amount in `by`, the others kept.

    The result has the shape (entries, *target's shape).
    """
    start, end = evaluation.plan.slot[source], evaluation.plan.slot[target]
    stacked: dict[int, Array] = {}
    with np.errstate(all="ignore"):
        for work in dependents(evaluation, start, end):
            moved = _through_columns(evaluation, work, start, entries, by, stacked)
            if moved is None:
                if start in work.reads and start not in stacked:
                    stacked[start] = _settings(evaluation, start, entries, by)
                moved = _stacked(evaluation, work, stacked, len(entries))
            stacked[work.slot] = moved
    return stacked[end] if end in stacked else _settings(evaluation, start, entries, by)


def dependents(evaluation: Evaluation, start: int, end: int) -> list[Work]:
    """The ops between two slots, in the order of the plan."""
    ahead, found = {start}, []
    for work in evaluation.plan.work:
        if not ahead.isdisjoint(work.reads):
            ahead.add(work.slot)
            found.append(work)
    needed = {end}
    for work in reversed(found):
        if work.slot in needed:
            needed.update(work.reads)
    return [work for work in found if work.slot in needed]


def _settings(evaluation: Evaluation, slot: int, entries: Array, by: Array) -> Array:
    """Copies of a source's value, one entry moved in each."""
    value = np.asarray(evaluation.values[slot])
    copies = np.repeat(value.reshape(1, -1), len(entries), axis=0)
    copies[np.arange(len(entries)), entries] += by
    return copies.reshape(len(entries), *value.shape)


def _through_columns(
    evaluation: Evaluation, work: Work, start: int, entries: Array, by: Array, stacked: dict[int, Array]
) -> Array | None:
    """An op that is linear in the source needs no new run: its value plus the step times the column of each entry."""
    places = [place for place, slot in enumerate(work.reads) if slot == start]
    others = any(slot in stacked for slot in work.reads if slot != start)
    rule = work.op.columns[places[0]] if work.op.columns and len(places) == 1 and not others else None
    if rule is None:
        return None
    inputs, out = as_arrays(evaluation.inputs_of(work)), np.asarray(evaluation.values[work.slot])
    moved: Array = rule(entries, *inputs, out=out, **work.attributes)
    moved *= by.reshape(-1, *[1] * out.ndim)
    moved += out
    return moved


def _stacked(evaluation: Evaluation, work: Work, stacked: dict[int, Array], count: int) -> Array:
    batched = tuple(slot in stacked for slot in work.reads)
    inputs = [
        stacked[slot] if slot in stacked else None if slot == ABSENT else evaluation.values[slot] for slot in work.reads
    ]
    arrays = as_arrays(inputs)
    shape = np.asarray(evaluation.values[work.slot]).shape
    if work.op.elementwise:
        aligned = [_aligned(x, len(shape)) if on else x for x, on in zip(arrays, batched, strict=True)]
        return np.broadcast_to(work.op.forward(*aligned, **work.attributes), (count, *shape))
    many = work.op.many
    found = NotImplemented if many is None else many(*arrays, batched=batched, **work.attributes)
    return _one_by_one(work.op.forward, arrays, batched, work.attributes, count) if found is NotImplemented else found


def _aligned(stack: Array, axes: int) -> Array:
    """The leading axis kept in front while the rest lines up with an output of `axes` axes."""
    return stack.reshape(stack.shape[0], *[1] * (axes - stack.ndim + 1), *stack.shape[1:])


def _one_by_one(
    forward: Callable[..., Any], arrays: list[Any], batched: tuple[bool, ...], attributes: Any, count: int
) -> Array:
    rows = [
        forward(*(x[number] if on else x for x, on in zip(arrays, batched, strict=True)), **attributes)
        for number in range(count)
    ]
    return np.array(rows)
