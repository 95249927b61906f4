"""Both passes over one structure as straight-line source, made from the ops' own rules: no dispatch is left.

Compiling takes milliseconds for every hundred nodes, so it pays in loops only; `program.py` is the door.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from ..evaluate import ABSENT, Plan, Work
from ..expression import SCOPE, Tape, Traced, compile_tape, symbols, to_python
from ..graph import Value
from ..ops import Op
from .route import Route
from .rules import is_flat, summed_to

Run = Callable[[], tuple[Any, ...]]
Bind = Callable[..., Run]


def on_floats(plan: Plan, route: Route, wanted: Sequence[int], seen: Sequence[int]) -> Bind:
    """`bind(*sources)` → `run()` → the values of the slots `seen`, then the gradients of the slots `wanted`."""
    lines = []
    for work in _needed(plan, [route.target, *seen]):
        value, _ = _templates(work.op, tuple(work.attributes.items()))
        lines.append(f"  v{work.slot} = " + value.format(*(f"v{slot}" for slot in work.reads)))
    lines.append(f"  g{route.target} = 1.0")
    reached = {route.target}
    for work, places in route.stops:
        _, partials = _templates(work.op, tuple(work.attributes.items()))
        names = [f"v{slot}" for slot in work.reads]
        for place in places:
            slot, term = work.reads[place], partials[place].format(*names, out=f"v{work.slot}", g=f"g{work.slot}")
            lines.append(f"  g{slot} {'+=' if slot in reached else '='} {term}")
            reached.add(slot)
    sources = ", ".join(f"v{slot}" for slot in range(plan.sources))
    found = [f"v{slot}" for slot in seen] + [f"g{slot}" if slot in reached else "0.0" for slot in wanted]
    space: dict[str, Any] = dict(SCOPE)
    text = [
        f"def bind({sources}):",
        " def run():",
        *lines,
        f"  return ({''.join(f + ', ' for f in found)})",
        " return run",
    ]
    exec("\n".join(text), space)  # made of known functions, numbers and places; no text that a person typed gets here
    bind: Bind = space["bind"]
    return bind


@lru_cache(maxsize=512)
def _templates(op: Op, attributes: tuple[tuple[str, Any], ...]) -> tuple[str, tuple[str, ...]]:
    """An elementwise op's value and what it sends back to each input, as source with places for the names."""
    assert op.partials is not None
    inputs = symbols(*(f"{{{place}}}" for place in range(len(op.ports))))
    out, upstream = symbols("{out}", "{g}")
    settings = dict(attributes)
    partials = op.partials(*inputs, out=out, **settings)
    back = (upstream if type(d) in (int, float) and d == 1 else upstream * d for d in partials)
    return to_python(op.forward(*inputs, **settings)), tuple(map(to_python, back))


def on_arrays(
    plan: Plan,
    route: Route,
    sources: Sequence[Value | None],
    kept: Mapping[int, Any],
    wanted: Sequence[int],
    seen: Sequence[int],
    into: Mapping[int, Any],
) -> Bind:
    """The same on arrays; `kept` are the slots whose arrays change in place, the other sources are bound.

    `into` are arrays, by slot, that gradients are put into where that spares a copy.
    """
    tape = Tape()
    values: dict[int, Any] = {slot: tape.source(kept.get(slot, value)) for slot, value in enumerate(sources)}
    for work in _needed(plan, [route.target, *seen]):
        values[work.slot] = tape.trace(work.op.forward, *_inputs(work, values), **work.attributes)
    start: Any = 1.0 if np.ndim(values[route.target]) == 0 else np.ones_like(values[route.target].example)
    found = {route.target: start}
    for work, places in route.stops:
        pulled = _pull_back(tape, work, values, found[work.slot])
        for place in places:
            slot, like = work.reads[place], values[work.reads[place]]
            gradient = _like(tape, pulled(place), like)
            found[slot] = found[slot] + gradient if slot in found else gradient
    slopes = {slot: _gradient(found, values, slot) for slot in wanted}
    outputs = [values[slot] for slot in seen] + [slopes[slot] for slot in wanted]
    homes = {slopes[slot].number: array for slot, array in into.items() if isinstance(slopes[slot], Traced)}
    data = [values[slot] for slot in range(plan.sources) if slot not in kept]
    return compile_tape(tape, data, {values[slot].number: array for slot, array in kept.items()}, outputs, homes)


def _needed(plan: Plan, slots: Iterable[int]) -> list[Work]:
    """The ops that the slots depend on, in order."""
    needed = set(slots)
    for work in reversed(plan.work):
        if work.slot in needed:
            needed.update(work.reads)
    return [work for work in plan.work if work.slot in needed]


def _inputs(work: Work, values: Mapping[int, Any]) -> list[Any]:
    """What the op reads; a float takes the dtype of the arrays beside it, as in every evaluation."""
    given = [None if slot == ABSENT else values[slot] for slot in work.reads]
    dtypes = [x.dtype for x in given if x is not None and (x.ndim or x.dtype != np.float64)]
    if not dtypes:
        return given
    dtype = np.result_type(*dtypes)
    return [x if x is None or x.ndim or x.dtype != np.float64 else x.astype(dtype) for x in given]


def _pull_back(tape: Tape, work: Work, values: Mapping[int, Any], g: Any) -> Callable[[int], Any]:
    """What the op's own rules send back to the input at a place."""
    given, out = _inputs(work, values), values[work.slot]
    if work.op.partials is not None:
        partials = work.op.partials(*given, out=out, **work.attributes)
        return lambda place: None if is_flat(partials[place]) else g * partials[place]
    rules = work.op.vjps
    return lambda place: (rule := rules[place]) and tape.trace(rule, g, *given, out=out, **work.attributes)


def _like(tape: Tape, gradient: Any, like: Any) -> Any:
    """`gradient` in the shape and dtype of the input it belongs to; zeros where there is none."""
    if gradient is None:
        return np.zeros(like.shape, like.dtype)
    if type(gradient) in (int, float):
        return gradient if not like.ndim else np.full(like.shape, gradient, like.dtype)
    gradient = gradient.astype(like.dtype)
    return tape.trace(summed_to, like.shape, gradient)


def _gradient(found: Mapping[int, Any], values: Mapping[int, Any], slot: int) -> Any:
    if slot in found:
        return found[slot]
    return np.zeros(values[slot].shape, values[slot].dtype) if values[slot].ndim else 0.0
