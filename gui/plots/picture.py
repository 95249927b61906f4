"""Plots side by side, as one picture."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

_FINE = 2  # pixels of the picture for each on screen


def as_png(widgets: Sequence[Any]) -> bytes:
    size = _size(widgets)
    picture = QImage(size * _FINE, QImage.Format.Format_RGB32)
    picture.fill(widgets[0].backgroundBrush().color() if widgets else 0)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(_FINE, _FINE)
    _paint(widgets, painter)
    painter.end()
    return _bytes(lambda device: picture.save(device, "PNG"))  # type: ignore[call-overload]


def as_svg(widgets: Sequence[Any]) -> bytes:
    def draw(device: QBuffer) -> None:
        size = _size(widgets)
        generator = QSvgGenerator()
        generator.setOutputDevice(device)
        generator.setSize(size)
        generator.setViewBox(QRect(0, 0, size.width(), size.height()))
        painter = QPainter(generator)
        if widgets:
            painter.fillRect(QRect(0, 0, size.width(), size.height()), widgets[0].backgroundBrush())
        _paint(widgets, painter)
        painter.end()

    return _bytes(draw)


def _paint(widgets: Sequence[Any], painter: QPainter) -> None:
    left = 0
    for widget in widgets:
        scene_part = widget.viewport().rect()
        widget.render(painter, QRectF(left, 0, widget.width(), widget.height()), scene_part)
        left += widget.width()


def _size(widgets: Sequence[Any]) -> QSize:
    return QSize(sum(widget.width() for widget in widgets), max((widget.height() for widget in widgets), default=0))


def _bytes(write: Any) -> bytes:
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    write(buffer)
    buffer.close()
    return bytes(held.data())
