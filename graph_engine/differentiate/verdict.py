"""How one derivative stands the test against central differences, with a second look before it is called wrong.

The natural step is too long where a function ends or bends within it, as log does close to 0; then shorter ones are
tried, and the one trusted whose result changes least when it is shortened further. That choice does not look at the
analytic value. At a kink the analytic value may be any slope between those of the two sides.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ..graph import Edge
from ..ops import Array

TOLERANCE = 1e-5  # relative
_SHORTER = 8.0 ** -np.arange(14)
_KINK = 0.01  # how far the slopes of both sides part, relatively, before it is one

# (entries, factor) -> the slopes behind and ahead with the natural steps times `factor`, and how much may be rounding.
Sides = Callable[[Array, float], tuple[Array, Array, Array]]


@dataclass(frozen=True)
class Verdict:
    """How one derivative stood the test: of the target by a source, or of one wire.

    `element` is the entry where analytic and numerical part most, by relative error.
    """

    what: str | Edge
    element: tuple[int, ...]
    analytic: float
    numerical: float
    relative: float
    mean: float  # the mean absolute difference over all entries
    passed: bool
    kinks: int = 0  # entries where the function has a kink: any slope between those of both sides is right


@np.errstate(all="ignore")
def judge(
    what: str | Edge, analytic: Array, numerical: Array, noise: Array, sides: Sides, tolerance: float = TOLERANCE
) -> Verdict:
    """Compares entry by entry; those that part are looked at again before the worst is named."""
    relative = _relative(analytic, numerical, noise, tolerance).ravel()
    numbers, kinks = np.array(numerical, float), 0
    doubtful = np.flatnonzero(relative > tolerance)
    if doubtful.size:
        # A rule that is wrong shows at its worst entry already.
        worst = doubtful[np.argmax(relative[doubtful])]
        for entries in (np.array([worst]), doubtful):
            found, error, kinked = _look_again(entries, analytic.ravel()[entries], sides, tolerance)
            relative[entries], numbers.flat[entries] = error, found
            kinks = int(kinked.sum())
            if error.max() > tolerance:
                break
    place = int(np.argmax(relative))
    return Verdict(
        what=what,
        element=tuple(int(i) for i in np.unravel_index(place, analytic.shape)),
        analytic=float(analytic.flat[place]),
        numerical=float(numbers.flat[place]),
        relative=float(relative[place]),
        mean=float(np.abs(analytic - numbers).mean()),
        passed=bool(relative[place] <= tolerance),
        kinks=kinks,
    )


def _relative(analytic: Array, numerical: Array, noise: Array, tolerance: float) -> Array:
    size = np.maximum(np.abs(analytic), np.abs(numerical))
    relative = np.abs(analytic - numerical) / np.maximum(size, noise / tolerance)
    unknown = ~np.isfinite(analytic) & ~np.isfinite(numerical)  # where neither exists, neither is wrong
    return np.where(unknown, 0.0, np.where(np.isnan(relative), np.inf, relative))


def _look_again(entries: Array, analytic: Array, sides: Sides, tolerance: float) -> tuple[Array, Array, Array]:
    """For each entry the numerical derivative by the step that can be trusted most, its error, whether it is a kink."""
    behind, ahead, noise = (
        np.array(part) for part in zip(*(sides(entries, factor) for factor in _SHORTER), strict=True)
    )
    slopes = (behind + ahead) / 2
    doubt = np.abs(np.diff(slopes, axis=0)) + noise[:-1]
    best = np.argmin(np.where(np.isfinite(doubt), doubt, np.inf), axis=0), np.arange(len(entries))
    found, left, right = slopes[best], behind[best], ahead[best]
    error = _relative(analytic, found, noise[best], tolerance)
    slack = noise[best] + tolerance * np.maximum(np.abs(left), np.abs(right))
    apart = np.abs(left - right) > _KINK * np.maximum(np.abs(left), np.abs(right)) + 2 * noise[best]
    between = (np.minimum(left, right) - slack <= analytic) & (analytic <= np.maximum(left, right) + slack)
    kinked = (error > tolerance) & apart & between
    return found, np.where(kinked, 0.0, error), kinked
