"""What an update did to one parameter: the rule, the numbers put in, and what came out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..graph import Value
from ..sentence import Sentence, say
from .numbers import factor, short


@dataclass(frozen=True, eq=False)
class Moved:
    """One parameter before and after a step of training. `states` are what the optimizer remembers of it now."""

    before: Value
    after: Value
    gradient: Value  # as the optimizer was given it
    delta: Value  # what it subtracted
    states: Mapping[str, Value]
    settings: Mapping[str, Any]  # the rate among them
    rule: str
    changed: bool = False  # whether weight decay or clipping has made the gradient another one


def update_lines(name: str, moved: Moved) -> tuple[Sentence, ...]:
    """The rule, then its numbers; of an array those of the entry that moved furthest."""
    place = furthest(moved.delta)
    at = f"[{', '.join(map(str, place))}]" if place else ""
    numbers = {"name": f"{name}{at}", "before": short(_entry(moved.before, place))}
    result = {"delta": factor(_entry(moved.delta, place)), "after": short(_entry(moved.after, place))}
    lines = [
        say("{rule}", rule=moved.rule),
        say("{name} ← {before} − {delta} = {after}", **numbers, **result),
        say("with {facts}", facts=", ".join(_facts(moved, place))),
    ]
    if np.size(moved.delta) > 1:
        lines.append(say("of its {n} entries, this one moves furthest", n=np.size(moved.delta)))
    if moved.changed:
        lines.append(say("g is the gradient after weight decay and clipping"))
    return tuple(lines)


def furthest(delta: Value) -> tuple[int, ...]:
    """Where an array moves most; nothing for a number."""
    array = np.asarray(delta)
    if not array.ndim or not array.size:
        return ()
    return tuple(int(n) for n in np.unravel_index(int(np.argmax(np.abs(array))), array.shape))


def _facts(moved: Moved, place: tuple[int, ...]) -> list[str]:
    found = [("g", _entry(moved.gradient, place))]
    found += [(name, _entry(state, place)) for name, state in moved.states.items()]
    return [f"{name} = {short(value)}" for name, value in (*found, *moved.settings.items())]


def _entry(value: Value, place: tuple[int, ...]) -> float:
    return float(np.asarray(value)[place])
