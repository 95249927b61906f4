"""A sum over paths with its common factors taken out: (1 + 2) × (3 + 4) instead of four products."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from ..graph import Edge

_DEEPEST = 150  # nodes in a row that no factor can be taken out between
_LONGEST = 4000  # characters; a graph that does not factor well would write a book

Feeding = dict[int, list[tuple[int, Edge, float]]]  # slot → what feeds it, by which wire, and its local derivative


def factored(feeding: Feeding, start: int, end: int, label: Callable[[Edge, float], str] | None = None) -> str:
    """The derivative of slot `end` by slot `start`; `feeding` lists what lies between, in topological order.

    Wherever all paths pass through one node, the sum splits there into a product.
    """
    known: dict[tuple[int, int], str | None] = {}

    def between(first: int, last: int, depth: int = 0) -> str | None:
        """The factored form; "" for no step at all, None where there is no path."""
        key = first, last
        if first == last:
            return ""
        if depth > _DEEPEST:
            return "…"
        if key not in known:
            stops = _bottlenecks(feeding, first, last)
            if not stops:
                known[key] = None
            elif len(stops) > 2:
                parts = [between(a, b, depth + 1) for a, b in pairwise(stops)]
                known[key] = _times([part for part in parts if part is not None])
            else:
                known[key] = total(first, last, depth)
        return known[key]

    def total(first: int, last: int, depth: int) -> str:
        groups: dict[int, list[str]] = {}
        for slot, edge, slope in feeding.get(last, []):
            groups.setdefault(slot, []).append(_number(slope) if label is None else label(edge, slope))
        terms = []
        for slot, numbers in groups.items():
            before = between(first, slot, depth + 1)
            if before is not None:
                terms.append(_times([_sum(numbers), before]))
        return _sum(terms)

    if start == end:
        return "1"
    found = between(start, end)
    return "0" if found is None else found


def _bottlenecks(feeding: Feeding, first: int, last: int) -> list[int]:
    """The slots that every path from `first` to `last` passes through, those two included; none without a path."""
    ahead = {first: 1}
    for slot, wires in feeding.items():
        if slot != first:
            ways = sum(ahead.get(before, 0) for before, _, _ in wires)
            if ways:
                ahead[slot] = ways
    if last not in ahead:
        return []
    behind = {last: 1}
    for slot, wires in reversed(feeding.items()):
        if slot in behind and slot != first:
            for source, _, _ in wires:
                behind[source] = behind.get(source, 0) + behind[slot]
    through = [slot for slot in feeding if slot != first and ahead.get(slot, 0) * behind.get(slot, 0) == ahead[last]]
    return [first, *through]


def _times(factors: list[str]) -> str:
    """A product; factors of 1 are left out."""
    kept = [factor for factor in factors if factor not in ("", "1")]
    if not kept:
        return "1" if "1" in factors else ""
    if len(kept) == 1:
        return kept[0]
    return _cut(" × ".join(f"({factor})" if _is_sum(factor) else factor for factor in kept))


def _sum(terms: list[str]) -> str:
    return _cut(" + ".join(terms))


def _is_sum(text: str) -> bool:
    """Whether a plus stands outside all brackets."""
    depth = 0
    for letter in text:
        depth += (letter == "(") - (letter == ")")
        if letter == "+" and not depth:
            return True
    return False


def _number(value: float) -> str:
    text = f"{value:.6g}".replace("-", "−").replace("e+", "e")
    return f"({text})" if value < 0 else text


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else "…"
