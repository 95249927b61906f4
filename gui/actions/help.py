"""The command palette, the sheet of shortcuts, and what this program is."""

from __future__ import annotations

from functools import partial
from html import escape

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QIcon
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLabel, QScrollArea, QVBoxLayout

from ..i18n import tr
from ..logbook import NAME, report, versions
from .declare import Action, Context
from .sheet import ShortcutSheet


def shortcuts(context: Context) -> None:
    """Shows every action that has a key, and the gestures of the canvas."""
    ShortcutSheet(context.window, context.window.menuBar(), context.theme).open()


def copy_report(context: Context) -> None:
    """Puts versions, the last unexpected error and the end of the log on the clipboard."""
    QApplication.clipboard().setText(report(context.settings.state, context.session.mishap.trace))
    context.session.say(tr("The report is on the clipboard."), "good")


def open_log_folder(context: Context) -> None:
    folder = context.settings.state
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
        context.session.say(tr("The log is in {folder}", folder=str(folder)), "warning")


def about(context: Context) -> None:
    (_, ours), *others = versions()
    text = tr("An editor for computation graphs: values flow forward, derivatives flow backward.")
    places = [(tr("Settings"), context.settings.place), (tr("Log"), context.settings.state / NAME)]
    rows = "".join(
        f'<tr><td style="padding-right: 14px">{escape(name)}</td><td>{escape(str(what))}</td></tr>'
        for name, what in [*others, *places]
    )
    title = escape(f"Gradcanvas {ours}".removesuffix(" –"))
    table = f'<table style="margin-top: 10px">{rows}</table>'
    html = f"<h3>{title}</h3><p>{escape(text)}</p>{table}<p>MIT</p>"
    _show(context, tr("About Gradcanvas"), html)


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
    for text, then in ((tr("Copy report"), copy_report), (tr("Open log folder"), open_log_folder)):
        button = buttons.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)
        button.clicked.connect(partial(then, context))
    for each in buttons.buttons():
        each.setIcon(QIcon())
    buttons.rejected.connect(dialog.close)
    layout = QVBoxLayout(dialog)
    layout.addWidget(area)
    layout.addWidget(buttons)
    hint = label.sizeHint()
    dialog.resize(min(760, hint.width() + 60), min(640, hint.height() + 90))
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
        Action(
            "help.shortcuts",
            tr("Keyboard and mouse"),
            shortcuts,
            ("?", "F1"),
            "keyboard",
            tip=tr("All keys and gestures, to be searched"),
        ),
        Action("help.copy_report", tr("Copy report"), copy_report, (), "copy", tip=tr("Versions and log, to be sent")),
        Action(
            "help.log_folder",
            tr("Open log folder"),
            open_log_folder,
            (),
            "folder-open",
            tip=tr("Where unexpected errors are written down"),
        ),
        Action(
            "help.about", tr("About Gradcanvas"), about, (), "info", tip=tr("Versions, and where settings and log are")
        ),
    ]
