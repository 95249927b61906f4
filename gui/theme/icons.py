"""Icons: the shipped line drawings in the colour of the theme."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from .tokens import Tokens

_FOLDER = Path(__file__).resolve().parents[1] / "resources"
_SIZES = (20, 22, 30, 33, 44, 66)  # pixels of the screen: what is shown is drawn as it is, or made smaller


@lru_cache(maxsize=512)
def icon(name: str, tokens: Tokens) -> QIcon:
    """The icon called `name`, pale where its action is disabled."""
    drawn = QIcon()
    for mode, colour in ((QIcon.Mode.Normal, tokens.text), (QIcon.Mode.Disabled, tokens.line)):
        for size in _SIZES:
            drawn.addPixmap(_pixmap(name, colour, size), mode)
    return drawn


@lru_cache(maxsize=1)
def app_icon() -> QIcon:
    found = QIcon()
    for file in sorted(_FOLDER.glob("app_icon_*.png")):
        found.addFile(str(file))
    return found


def _pixmap(name: str, colour: str, size: int) -> QPixmap:
    drawing = (_FOLDER / "icons" / f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap
