"""Which curves of the runs are drawn and how: it outlives the window, which is made anew with the language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class CurveChoice:
    quantities: tuple[str, ...] = ("loss", "accuracy")
    log_x: bool = False
    log_y: bool = False
    smoothing: int = 1  # how many steps a mean is over
