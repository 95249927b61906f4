"""The forms a graph can be exported in: figures of the canvas, and all that the engine writes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QMimeData

from graph_engine import export

from ...canvas.figures import FORMATS, Order, Sheet, data_of, image_of, svg_of
from ...i18n import every_language, localize, tr
from ..declare import Context


@dataclass(frozen=True)
class Form:
    """One of them. A figure is drawn from the canvas, the others are made from the document."""

    key: str
    label: str
    about: str
    suffix: str
    data: Callable[[Context, Order], bytes]
    figure: bool = False
    text: bool = True


def forms() -> list[Form]:
    """All of them, figures first."""
    abouts = {
        ".png": tr("A picture made of pixels, for slides and the web."),
        ".pdf": tr("A picture that stays sharp at every size, with its fonts in it."),
        ".svg": tr("A picture that stays sharp at every size, with real text that can be edited."),
    }
    drawn = [
        Form(suffix[1:], tr("Figure as {kind}", kind=suffix[1:].upper()), abouts[suffix], suffix, _drawer(suffix), True,
             suffix == ".svg")
        for suffix in (".png", ".svg", ".pdf")
    ]  # fmt: skip
    written = [_written(target) for target in export.every() if target.suffix not in FORMATS]
    return [*drawn, *written]


def sheet_of(context: Context, order: Order) -> Sheet:
    """The figure that was ordered, to be closed when it has been drawn."""
    view = context.view
    seen = view.mapToScene(view.viewport().rect().marginsRemoved(view.covered)).boundingRect()
    return Sheet(context.session, order, view.canvas.looks.encoding, seen)


def figure_data(context: Context, order: Order) -> QMimeData:
    """The figure for the clipboard: as pixels and, for programs that take it, as SVG."""
    sheet = sheet_of(context, order)
    try:
        data = QMimeData()
        data.setImageData(image_of(sheet, order))
        data.setData("image/svg+xml", svg_of(sheet).encode("utf-8"))
        return data
    finally:
        sheet.close()


def _drawer(suffix: str) -> Callable[[Context, Order], bytes]:
    def draw(context: Context, order: Order) -> bytes:
        sheet = sheet_of(context, order)
        try:
            return data_of(suffix, sheet, order)
        finally:
            sheet.close()

    return draw


def _written(target: export.Target) -> Form:
    def write(context: Context, _: Order) -> bytes:
        return target.data(context.session.document, every_language())

    return Form(
        target.key, localize(target.label), localize(target.about), target.suffix, write, text=not target.binary
    )
