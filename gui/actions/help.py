"""The command palette, the sheet of shortcuts, and what this program is."""

from __future__ import annotations

import sys
from html import escape
from importlib.metadata import PackageNotFoundError, version

import numpy as np
from PySide6 import __version__ as qt_version
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QScrollArea, QVBoxLayout

from ..i18n import tr
from .declare import Action, Context
from .sheet import ShortcutSheet


def shortcuts(context: Context) -> None:
    """Shows every action that has a key, and the gestures of the canvas."""
    ShortcutSheet(context.window, context.window.menuBar(), context.theme).open()


def about(context: Context) -> None:
    try:
        ours = version("gradcanvas")
    except PackageNotFoundError:
        ours = "–"
    parts = f"Gradcanvas {ours}<br>Python {sys.version.split()[0]} · Qt {qt_version} · NumPy {np.__version__}"
    text = tr("An editor for computation graphs: values flow forward, derivatives flow backward.")
    _show(context, tr("About Gradcanvas"), f"<p><b>{parts}</b></p><p>{escape(text)}</p><p>MIT</p>")


def _show(context: Context, title: str, html: str) -> None:
    dialog = QDialog(context.window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    label = QLabel(html)
    label.setMargin(14)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    area = QScrollArea()
    area.setWidget(label)
    area.setWidgetResizable(True)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.button(QDialogButtonBox.StandardButton.Close).setText(tr("Close"))
    buttons.rejected.connect(dialog.close)
    layout = QVBoxLayout(dialog)
    layout.addWidget(area)
    layout.addWidget(buttons)
    hint = label.sizeHint()
    dialog.resize(min(620, hint.width() + 60), min(640, hint.height() + 90))
    dialog.open()


def actions() -> list[Action]:
    return [
        Action(
            "help.commands",
            tr("Command palette …"),
            lambda c: c.window.commands.open(),
            ("Ctrl+Shift+P",),
            "search",
            tip=tr("Every command by typing its name"),
        ),
        Action(
            "help.lessons",
            tr("Lessons"),
            lambda c: c.window.open_panel("lessons"),
            ("Ctrl+F1",),
            "book-open",
            tip=tr("Short guided tours that wait for what you do"),
        ),
        Action("help.shortcuts", tr("Keyboard and mouse"), shortcuts, ("?", "F1"), "keyboard"),
        Action("help.about", tr("About Gradcanvas"), about, (), "info"),
    ]
