"""A rule called with symbols instead of numbers writes itself down, as text or as Python source."""

from .as_python import SCOPE, compile_value, compile_values, to_python
from .as_text import to_text
from .simplify import simplify
from .symbol import Symbol, symbols

__all__ = ["SCOPE", "Symbol", "compile_value", "compile_values", "simplify", "symbols", "to_python", "to_text"]
