"""Formulas set as mathematics: laid out with the shipped formula font, painted as vectors, copied as text or LaTeX."""

from .boxes import Box, Link
from .lay_out import lay_out
from .view import FormulaView

__all__ = ["Box", "FormulaView", "Link", "lay_out"]
