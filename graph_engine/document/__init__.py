"""The thing a person edits: a graph, where its nodes sit, and the edits that may change it."""

from . import compose, edits
from .arrange import arrange
from .document import Document, Point
from .edits import Edit
from .formula import from_formula, to_formula
from .target import effective_target
from .touched import Touched, touched

__all__ = [
    "Document",
    "Edit",
    "Point",
    "Touched",
    "arrange",
    "compose",
    "edits",
    "effective_target",
    "from_formula",
    "to_formula",
    "touched",
]
