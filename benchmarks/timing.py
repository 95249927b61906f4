"""How long a piece of work takes: the best of several runs, with the garbage collector out of the way."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable


def best(work: Callable[[], object], *, seconds: float = 0.6, least: int = 3) -> float:
    """Seconds of the fastest run of `work`, repeated for about `seconds` and at least `least` times."""
    work()
    gc.collect()
    was_on = gc.isenabled()
    gc.disable()
    try:
        times, until = [], time.perf_counter() + seconds
        while len(times) < least or time.perf_counter() < until:
            start = time.perf_counter()
            work()
            times.append(time.perf_counter() - start)
    finally:
        if was_on:
            gc.enable()
    return min(times)


def shown(seconds: float) -> str:
    for unit, size in (("s", 1.0), ("ms", 1e-3), ("µs", 1e-6)):
        if seconds >= size:
            return f"{seconds / size:.3g} {unit}"
    return f"{seconds / 1e-9:.3g} ns"
