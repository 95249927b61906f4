"""A rule called with symbols writes itself down, as text or as Python source; a typed formula is read as a tree."""

from .as_numpy import compile_tape
from .as_python import SCOPE, compile_value, compile_values, to_python
from .as_text import to_text
from .parse import Formula, Term, parse_formula
from .simplify import simplify
from .symbol import Symbol, symbols
from .tape import Tape

__all__ = [
    "SCOPE",
    "Formula",
    "Symbol",
    "Tape",
    "Term",
    "compile_tape",
    "compile_value",
    "compile_values",
    "parse_formula",
    "simplify",
    "symbols",
    "to_python",
    "to_text",
]
