"""`gradcanvas export`: a graph as a program, a derivation, a figure or a file for other tools."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from ..document import Document
from ..errors import ExportError
from ..export import ENGLISH, Words, by_key, export, target_for
from ..sentence import say
from .loading import load, value_arguments

HELP = "write a graph as a program, a derivation, a figure or a file for other tools (docs/export.md lists all forms)"


def arguments(parser: argparse.ArgumentParser) -> None:
    value_arguments(parser)
    parser.add_argument("out", metavar="OUT", help="where to write; the end of its name says what")
    parser.add_argument("--as", dest="key", metavar="FORM", help="what to write, whatever the name")
    parser.add_argument("--force", action="store_true", help="write over a file that exists")


def run(chosen: argparse.Namespace, words: Callable[[], Words] = lambda: ENGLISH) -> int:
    """Writes the file; `words` is asked for where sentences stand in it."""
    path = Path(chosen.out)
    target = target_for(path) if chosen.key is None else by_key(chosen.key)
    refuse_to_overwrite(chosen)
    export(document_of(chosen), path, target, words() if target.speaks else ENGLISH)
    print(path)
    return 0


def document_of(chosen: argparse.Namespace) -> Document:
    """The document with the values and the target that were asked for."""
    document = load(chosen)
    if chosen.target is not None:
        document.target = document.graph.id_of(chosen.target)
    return document


def refuse_to_overwrite(chosen: argparse.Namespace) -> None:
    """Lets nobody write over a file unasked, and never over the graph itself."""
    path = Path(chosen.out)
    if path.exists() and (not chosen.force or path.samefile(chosen.file)):
        raise ExportError(say("{path} exists already; --force writes over it", path=path))
