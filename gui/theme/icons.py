"""Icons: the shipped line drawings in the colour of the theme."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from .tokens import Tokens

_FOLDER = Path(__file__).resolve().parents[1] / "resources"


class _LineDrawing(QIconEngine):
    """Draws when it is first seen, in the size that is asked for: most icons of the menus never are."""

    def __init__(self, name: str, tokens: Tokens) -> None:
        super().__init__()
        self._name, self._tokens = name, tokens
        self._drawn: dict[tuple[str, int, int], QPixmap] = {}

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        _renderer(self._name, self._colour(mode)).render(painter, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        colour = self._colour(mode)
        if (drawn := self._drawn.get((colour, size.width(), size.height()))) is None:
            drawn = self._drawn[colour, size.width(), size.height()] = _pixmap(self._name, colour, size)
        return drawn

    def clone(self) -> QIconEngine:
        return _LineDrawing(self._name, self._tokens)

    def _colour(self, mode: QIcon.Mode) -> str:
        return self._tokens.line if mode == QIcon.Mode.Disabled else self._tokens.text


@lru_cache(maxsize=512)
def icon(name: str, tokens: Tokens) -> QIcon:
    """The icon called `name`, pale where its action is disabled."""
    return QIcon(_LineDrawing(name, tokens))


@lru_cache(maxsize=1)
def app_icon() -> QIcon:
    found = QIcon()
    for file in sorted(_FOLDER.glob("app_icon_*.png")):
        found.addFile(str(file))
    return found


def _pixmap(name: str, colour: str, size: QSize) -> QPixmap:
    side = min(size.width(), size.height())
    pixmap = QPixmap(size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    place = QRectF((size.width() - side) / 2, (size.height() - side) / 2, side, side)
    _renderer(name, colour).render(painter, place)
    painter.end()
    return pixmap


def _renderer(name: str, colour: str) -> QSvgRenderer:
    drawing = (_FOLDER / "icons" / f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    return QSvgRenderer(QByteArray(drawing.encode()))
