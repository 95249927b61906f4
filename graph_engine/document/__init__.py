"""The thing a person edits: a graph, where its nodes sit, and the edits that may change it."""

from . import compose, compose_notes, compose_values, edits, groups, loose, ready, regroup
from .align import align, distribute
from .alike import alike
from .arrange import arrange, placed
from .bookmarks import Bookmark
from .bridge import bridge
from .document import Document, Group, Point, PortName
from .edits import Edit
from .formula import from_formula, to_formula
from .notes import Note
from .target import effective_target
from .touched import Touched, touched
from .training import FIELDS as TRAINING_FIELDS
from .training import Training
from .weave import Woven, weave

__all__ = [
    "TRAINING_FIELDS",
    "Bookmark",
    "Document",
    "Edit",
    "Group",
    "Note",
    "Point",
    "PortName",
    "Touched",
    "Training",
    "Woven",
    "align",
    "alike",
    "arrange",
    "bridge",
    "compose",
    "compose_notes",
    "compose_values",
    "distribute",
    "edits",
    "effective_target",
    "from_formula",
    "groups",
    "loose",
    "placed",
    "ready",
    "regroup",
    "to_formula",
    "touched",
    "weave",
]
