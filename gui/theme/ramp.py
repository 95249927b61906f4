"""The colours of heat maps: brown below zero, teal above, which colour-blind eyes tell apart."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor

from .tokens import Tokens

STEPS = 255  # shades on each side of zero
_LIGHT = ("#a6611a", "#f4f3ee", "#017a6e")
_DARK = ("#dfa35a", "#2b3140", "#45c1b2")


@cache
def ramp(tokens: Tokens) -> NDArray[np.uint8]:
    """The shades from −1 to 1 as rows of red, green and blue; the one in the middle stands for zero."""
    below, zero, above = (rgb(name) for name in (_DARK if tokens.dark else _LIGHT))
    way = np.linspace(0, 1, STEPS + 1)[:, None]
    low, high = zero + (below - zero) * way, zero + (above - zero) * way
    return np.rint(np.concatenate([low[:0:-1], high])).astype(np.uint8)


def rgb(name: str) -> NDArray[np.float64]:
    """Red, green and blue of a colour, from 0 to 255."""
    colour = QColor(name)
    return np.array([colour.red(), colour.green(), colour.blue()], float)
