"""A rule called with symbols writes itself down: as text, as source of programs, set as mathematics and as LaTeX.

Called with traced arrays, as NumPy calls. A typed formula is read as a tree.
"""

from . import pieces
from .as_latex import to_latex
from .as_numpy import compile_tape
from .as_python import SCOPE, compile_value, compile_values, to_python
from .as_source import to_source
from .as_text import to_text
from .calculate import calculate, names_in, read_formula
from .constant import constant
from .parse import Formula, Term, parse_formula
from .pieces import Piece, derivative, plain, row
from .simplify import simplify
from .symbol import Symbol, symbols
from .tape import Tape, Traced
from .tex import formulas, read_tex
from .typeset import bracketed, is_negative, typeset
from .written import read_rule

__all__ = [
    "SCOPE",
    "Formula",
    "Piece",
    "Symbol",
    "Tape",
    "Term",
    "Traced",
    "bracketed",
    "calculate",
    "compile_tape",
    "compile_value",
    "compile_values",
    "constant",
    "derivative",
    "formulas",
    "is_negative",
    "names_in",
    "parse_formula",
    "pieces",
    "plain",
    "read_formula",
    "read_rule",
    "read_tex",
    "row",
    "simplify",
    "symbols",
    "to_latex",
    "to_python",
    "to_source",
    "to_text",
    "typeset",
]
