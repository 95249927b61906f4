"""An axis with few, round numbers. Imported with pyqtgraph, when the first plot is made."""

from __future__ import annotations

from typing import Any

import pyqtgraph

from .ticks import decades, written, written_log

_ACROSS, _UP = 52.0, 18.0  # pixels that a number takes


class Axis(pyqtgraph.AxisItem):
    def tickValues(self, minVal: float, maxVal: float, size: float) -> list[tuple[Any, list[float]]]:
        if self.logMode:
            low, high = sorted((minVal, maxVal))
            room = _ACROSS if self.orientation == "bottom" else _UP
            return [(None, decades(low, high, max(2, int(size / room))))]
        return super().tickValues(minVal, maxVal, size)[:1]

    def tickStrings(self, values: list[float], scale: float, spacing: float | None) -> list[str]:
        return written_log(values) if self.logMode or spacing is None else written(values, spacing)
