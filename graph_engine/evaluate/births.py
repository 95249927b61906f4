"""Where a NaN or an infinity was born: the node whose inputs were all finite, and the numbers that caused it."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from ..graph import Problem, Value
from ..sentence import Sentence, say
from .plan import ABSENT
from .run import Evaluation, named


def births(evaluation: Evaluation) -> Iterator[Problem]:
    """A warning for each node that turned finite inputs into NaN or infinity."""
    finite = [value is None or _is_finite(value) for value in evaluation.values]
    for work in evaluation.plan.work:
        if finite[work.slot] or not all(finite[slot] for slot in work.reads if slot != ABSENT):
            continue
        out = evaluation.values[work.slot]
        if out is None:
            continue
        place = _first_bad(out)
        inputs = [(port, x) for port, x in zip(work.op.ports, evaluation.inputs_of(work), strict=True) if x is not None]
        shape = np.shape(out) if work.op.elementwise else None
        given = ", ".join(f"{port} = {_number(_entry(x, place, shape))}" for port, x in inputs)
        yield Problem(
            work.node,
            _sentence(named(evaluation.graph, work.node), given, out, place, work.op.domain),
            severity="warning",
        )


def _sentence(node: str, given: str, out: Value, place: tuple[int, ...], domain: Sentence) -> Sentence:
    at = say(" at {place}", place=list(place)) if place else ""
    result = _number(float(np.asarray(out)[place]))
    if domain:
        return say(
            "{node}: {given} gives {result}{at}; it needs {domain}",
            node=node,
            given=given,
            result=result,
            at=at,
            domain=domain,
        )
    return say(
        "{node}: {given} gives {result}{at}: the result leaves the range of numbers",
        node=node,
        given=given,
        result=result,
        at=at,
    )


def _is_finite(value: Value) -> bool:
    return math.isfinite(value) if type(value) is float else bool(np.isfinite(value).all())


def _first_bad(value: Value) -> tuple[int, ...]:
    array = np.asarray(value)
    return tuple(int(i) for i in np.argwhere(~np.isfinite(array))[0])


def _entry(value: Value, place: tuple[int, ...], shape: tuple[int, ...] | None) -> Value:
    """The entry of an input that fed the output entry at `place` of `shape`; the whole input of an op that mixes."""
    return value if shape is None else float(np.broadcast_to(np.asarray(value), shape)[place])


def _number(value: Value) -> str:
    if not isinstance(value, float):
        return str(np.shape(value))
    if math.isnan(value):
        return "NaN"
    return f"{value:g}".replace("-", "−").replace("inf", "∞")
