"""Export: the dialog, and the figure of the canvas straight to the clipboard."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from ..i18n import tr
from .declare import Action, Context


def has_something(context: Context) -> bool:
    return bool(len(context.session.document.graph) or context.session.document.notes)


def open_dialog(context: Context) -> None:
    from .exporting import ExportDialog  # made of rooms that the start can do without

    ExportDialog(context).open()


def copy_figure(context: Context) -> None:
    """The selection, or everything, as the canvas shows it, in its own colours."""
    if not has_something(context):
        return
    from ..canvas.figures import Order
    from .exporting import figure_data

    order = Order("selection" if context.session.selection.nodes else "all", dark=context.theme.tokens.dark)
    QGuiApplication.clipboard().setMimeData(figure_data(context, order))
    context.session.say(tr("Copied as a picture"), "good")


def actions() -> list[Action]:
    return [
        Action(
            "file.export",
            tr("Export …"),
            open_dialog,
            ("Ctrl+E",),
            "file-output",
            has_something,
            tip=tr("Figures, programs, a derivation: what the graph becomes outside"),
        ),
        Action(
            "edit.copy_figure",
            tr("Copy as picture"),
            copy_figure,
            ("Ctrl+Shift+C",),
            "image-down",
            has_something,
            tip=tr("Copy the selection, or everything, as a picture"),
        ),
    ]
