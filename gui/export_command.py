"""`gradcanvas export`: the engine's command, and figures as the canvas draws them, by Qt."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import TYPE_CHECKING

from graph_engine.cli import export_command as engine
from graph_engine.document import Document
from graph_engine.errors import ExportError
from graph_engine.export import ENGLISH, Words
from graph_engine.replace_file import replace_file
from graph_engine.sentence import say

if TYPE_CHECKING:
    from .session import Session

DRAWN = (".png", ".pdf", ".svg")
HELP = f"{engine.HELP}, and figures as PNG and PDF"


def arguments(parser: argparse.ArgumentParser) -> None:
    engine.arguments(parser)
    figure = parser.add_argument_group("figures (png, pdf, svg)")
    figure.add_argument("--scale", type=_factor, default=2.0, metavar="X", help="pixels for each unit, of a PNG (2)")
    figure.add_argument("--values-only", action="store_true", help="without derivatives")
    figure.add_argument("--step", type=int, metavar="N", help="after the first N steps of the two passes")
    figure.add_argument("--dark", action="store_true", help="in the dark colours")
    figure.add_argument("--language", choices=("en", "zh_CN"), default="en", help="of the words in it")


def run(chosen: argparse.Namespace) -> int:
    path = Path(chosen.out)
    if chosen.key is not None or path.suffix.lower() not in DRAWN:
        return engine.run(chosen, _words)
    engine.refuse_to_overwrite(chosen)
    document = engine.document_of(chosen)
    replace_file(path, _drawn(document, path.suffix.lower(), chosen))
    print(path)
    return 0


def _words() -> Words:
    """All languages of the window; English alone where Qt is missing."""
    try:
        from .i18n import every_language
    except ImportError:
        return ENGLISH
    return every_language()


def _drawn(document: Document, suffix: str, chosen: argparse.Namespace) -> bytes:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        from PySide6.QtWidgets import QApplication

        from .canvas.figures import Order, Sheet, data_of
        from .i18n import use_language
        from .session import Session
        from .theme import load_fonts
    except ImportError as error:
        raise ExportError(say("Qt could not be loaded: {reason}", reason=str(error))) from None
    qt = QApplication.instance() or QApplication(["gradcanvas"])
    load_fonts()
    use_language(qt, chosen.language)
    session = Session(document)
    _go(session, chosen.step)
    order = Order(derivatives=not chosen.values_only, scale=chosen.scale, dark=chosen.dark)
    sheet = Sheet(session, order)
    try:
        return data_of(suffix, sheet, order)
    finally:
        sheet.close()
        session.deleteLater()


def _go(session: Session, step: int | None) -> None:
    if step is not None:
        session.playhead.go(step)


def _factor(text: str) -> float:
    number = float(text)
    if not 0.1 <= number <= 20:
        raise ValueError(text)
    return number


_factor.__name__ = "scale from 0.1 to 20"
