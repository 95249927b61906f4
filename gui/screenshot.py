"""`gradcanvas FILE --screenshot OUT.png`: the window as it would look, drawn without a display."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from graph_engine.cli import fail, located
from graph_engine.errors import FileProblem
from graph_engine.storage import read

from .settings import Settings

if TYPE_CHECKING:
    from .app import App


def take(make_app: Callable[..., App], chosen: argparse.Namespace) -> int:
    """Opens the window with settings of its own, offscreen if need be, and saves its picture."""
    qt = QApplication.instance()
    assert qt is not None
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(Path(folder) / "settings.ini")
        app = make_app(settings, theme=chosen.theme or "light", language=chosen.language or "en")
        if chosen.file:
            try:
                app.session.replace(read(Path(chosen.file)), Path(chosen.file).resolve())
            except FileProblem as error:
                return fail(located(error, chosen.file))
        app.window.resize(*chosen.size)
        app.window.show()
        app.window.share_out()
        qt.processEvents()
        app.window.area.view.fit()
        qt.processEvents()
        saved = app.window.grab().save(chosen.screenshot)
        app.close()
    return 0 if saved else fail(f"{chosen.screenshot} could not be written")
