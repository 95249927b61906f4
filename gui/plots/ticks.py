"""Where an axis has numbers, and how they are written. Imports no Qt."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

_FEW = 3.0  # decades with 1, 2 and 5 in each
_EXPONENT = re.compile(r"e\+?(-?)0*")
_MOST = 8  # decades that are all written
_GREAT = ((1e9, "G"), (1e6, "M"), (1e3, "k"))


def decades(low: float, high: float, most: int = _MOST) -> list[float]:
    """Places, as logarithms, of a logarithmic axis between two logarithms: round numbers, about `most` decades."""
    first, last = math.floor(low), math.ceil(high)
    if high - low < 0.7:
        step = 10.0 ** math.floor(math.log10(max(10**high - 10**low, 1e-300)))
        step *= 5 if (10**high - 10**low) / step > 6 else 2 if (10**high - 10**low) / step > 3 else 1
        start = math.ceil(10**low / step)
        found = [math.log10(n * step) for n in range(start, start + 12) if n > 0]
    elif high - low <= _FEW:
        found = [power + math.log10(n) for power in range(first, last + 1) for n in (1, 2, 5)]
    else:
        found = [float(power) for power in range(first, last + 1, max(1, -((first - last) // most)))]
    return [place for place in found if low <= place <= high]


def written(numbers: Sequence[float], spacing: float) -> list[str]:
    """Numbers of an axis, thousands as k, millions as M."""
    top = max((abs(number) for number in numbers), default=0.0)
    size, unit = next(((size, unit) for size, unit in _GREAT if top >= 10 * size), (1.0, ""))
    places = max(0, math.ceil(-math.log10(spacing / size) - 1e-9)) if spacing > 0 else 0
    if unit or top >= 1e-3:
        return [_signed(f"{number / size:.{min(places, 6)}f}{unit if number else ''}") for number in numbers]
    return [_signed(f"{number:.3g}") for number in numbers]


def written_log(places: Sequence[float]) -> list[str]:
    """The numbers at places of a logarithmic axis."""
    return [_short(10.0**place) for place in places]


def _short(number: float) -> str:
    for size, unit in _GREAT:
        if number >= 0.9999999 * size:
            return f"{number / size:.4g}{unit}"
    return _signed(f"{number:.4g}")


def _signed(text: str) -> str:
    """As the rest of the program writes it: a minus sign, none before zero, no zeros before an exponent."""
    if not text.strip("-0."):
        return text.lstrip("-")
    return _EXPONENT.sub(r"e\1", text).replace("-", "−")
