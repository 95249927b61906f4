"""The sheet of shortcuts, made from the declared actions, and what this program is."""

from __future__ import annotations

import sys
from html import escape
from importlib.metadata import PackageNotFoundError, version

import numpy as np
from PySide6 import __version__ as qt_version
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QScrollArea, QVBoxLayout

from ..i18n import tr
from .declare import Action, Context


def shortcuts(context: Context) -> None:
    """Shows every action that has a key, and the gestures of the canvas."""
    declared = context.window.actions_made.declared.values()
    rows = [(_keys(action), action.text.rstrip(" …")) for action in declared if action.shortcuts]
    table = "".join(_row(keys, text) for keys, text in [*rows, *_gestures()])
    _show(context, tr("Keyboard and mouse"), f'<table cellpadding="4">{table}</table>')


def about(context: Context) -> None:
    try:
        ours = version("gradcanvas")
    except PackageNotFoundError:
        ours = "–"
    parts = f"Gradcanvas {ours}<br>Python {sys.version.split()[0]} · Qt {qt_version} · NumPy {np.__version__}"
    text = tr("An editor for computation graphs: values flow forward, derivatives flow backward.")
    _show(context, tr("About Gradcanvas"), f"<p><b>{parts}</b></p><p>{escape(text)}</p><p>MIT</p>")


def _gestures() -> list[tuple[str, str]]:
    return [
        (tr("Enter, double-click"), tr("Edit value or name")),
        (tr("Tab (while editing)"), tr("Edit the next source")),
        (tr("Arrows · Shift+arrows"), tr("Nudge the selection, a little or a lot")),
        (tr("Alt while dragging"), tr("Move freely, without guides or grid")),
        (tr("Drag from a port"), tr("Wire; drop on empty canvas to remove a wire")),
        (tr("Wheel, pinch"), tr("Zoom at the pointer")),
        (tr("Middle-drag, Space-drag"), tr("Pan")),
        (tr("Shift-click, Ctrl-click"), tr("Select more")),
    ]


def _keys(action: Action) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return "  ".join(QKeySequence(keys).toString(native) for keys in action.shortcuts)


def _row(keys: str, text: str) -> str:
    return f"<tr><td><b>{escape(keys)}</b></td><td>{escape(text)}</td></tr>"


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
        Action("help.shortcuts", tr("Keyboard and mouse"), shortcuts, ("?", "F1"), "keyboard"),
        Action("help.about", tr("About Gradcanvas"), about, (), "info"),
    ]
