"""A rule called with symbols instead of numbers writes itself down, as text or as Python source."""

from .as_python import compile_scalar, compile_value, to_python
from .as_text import to_text
from .simplify import simplify
from .symbol import Symbol, symbols

__all__ = ["Symbol", "compile_scalar", "compile_value", "simplify", "symbols", "to_python", "to_text"]
