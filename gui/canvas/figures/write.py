"""A sheet as PNG, PDF or SVG."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import escape
from types import MappingProxyType

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from graph_engine.errors import ExportError
from graph_engine.sentence import say

from ...theme import UI_FAMILIES, ui_font
from .order import Order
from .sheet import Sheet

MOST = 64_000_000  # pixels of a picture
_POINT = 0.75  # of a unit of the canvas, as of a pixel on the web
_FALLBACKS = "Inter, Noto Sans, Noto Sans CJK SC, Noto Sans SC, PingFang SC, Microsoft YaHei, sans-serif"
_REPEATED = re.compile(r'\s*font-family="[^"]*" font-size="[^"]*" font-weight="[^"]*" font-style="[^"]*" *\n(?=>)')
_EMPTY = re.compile(r"<g [^>]*>\s*</g>\s*")
_TEXT = re.compile(r"<text ([^>]*)>(.*?)</text>", re.DOTALL)
_RUNS = re.compile(r"<text [^>]*>[^<]*</text>(\s*<text [^>]*>[^<]*</text>)*")


def image_of(sheet: Sheet, order: Order) -> QImage:
    area, scale = sheet.area, order.scale
    width, height = round(area.width() * scale), round(area.height() * scale)
    if width * height > MOST:
        template = "a picture of {width} × {height} pixels is too large; choose a smaller scale, or SVG or PDF"
        raise ExportError(say(template, width=width, height=height))
    image = QImage(max(1, width), max(1, height), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDotsPerMeterX(round(96 * scale / 0.0254))
    image.setDotsPerMeterY(round(96 * scale / 0.0254))
    image.fill(0)
    painter = QPainter(image)
    _draw(sheet, painter, scale)
    return image


def _png(sheet: Sheet, order: Order) -> bytes:
    image = image_of(sheet, order)
    image.setText("Title", sheet.title)
    buffer = _opened()
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return _taken(buffer)


def _pdf(sheet: Sheet, _: Order) -> bytes:
    buffer = _opened()
    writer = QPdfWriter(buffer)
    size = QSizeF(sheet.area.width() * _POINT, sheet.area.height() * _POINT)
    writer.setPageSize(QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
    writer.setTitle(sheet.title)
    writer.setCreator("Gradcanvas")
    writer.setResolution(1200)
    painter = QPainter(writer)
    _draw(sheet, painter, 1200 / 72 * _POINT)
    return _taken(buffer)


def _svg(sheet: Sheet, _: Order) -> bytes:
    return svg_of(sheet).encode("utf-8")


def svg_of(sheet: Sheet) -> str:
    """The figure with real text. Where a reader lacks the fonts, its texts keep their width."""
    buffer = _opened()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(96)
    generator.setSize(sheet.area.size().toSize())
    generator.setViewBox(QRectF(0, 0, sheet.area.width(), sheet.area.height()))
    generator.setTitle(sheet.title)
    generator.setDescription("")
    painter = QPainter(generator)
    _draw(sheet, painter, 1.0)
    return _tidied(_taken(buffer).decode("utf-8"), sheet.area)


def _draw(sheet: Sheet, painter: QPainter, scale: float) -> None:
    try:
        painter.scale(scale, scale)
        painter.translate(-sheet.area.topLeft())
        sheet.draw(painter)
    finally:
        painter.end()


def _tidied(svg: str, area: QRectF) -> str:
    """Without what Qt repeats for every group, and with fonts to fall back on."""
    text = _EMPTY.sub("", _REPEATED.sub("", _RUNS.sub(_whole, svg)))
    family = f'"{escape(", ".join((*UI_FAMILIES, _FALLBACKS)))}"'
    size = f'width="{area.width():.0f}" height="{area.height():.0f}" font-family={family}'
    return re.sub(r'<svg width="[^"]*" height="[^"]*"', lambda _: f"<svg {size}", text, count=1)


def _whole(runs: re.Match[str]) -> str:
    """Texts that Qt has cut where the font changes, put together again: each keeps the width that it has here."""
    found: list[tuple[dict[str, str], str, float]] = []
    for attributes, text in _TEXT.findall(runs[0]):
        facts = dict(re.findall(r'([\w-]+)="([^"]*)"', attributes))
        width = _width(facts, text.strip("\n"))
        if found:
            before, said, length = found[-1]
            gap = float(facts["x"]) - float(before["x"]) - length
            if before["y"] == facts["y"] and abs(gap) < 2:
                found[-1] = before, said + text.strip("\n"), length + width
                continue
        found.append((facts, text.strip("\n"), width))
    return "\n".join(_text(*each) for each in found if each[1].strip())


def _text(facts: dict[str, str], text: str, width: float) -> str:
    kept = ("fill", "x", "y", "font-size", "font-weight")
    shown = " ".join(f'{name}="{facts[name]}"' for name in kept if name in facts)
    return f'<text {shown} textLength="{width:.1f}" lengthAdjust="spacingAndGlyphs">{text}</text>'


def _width(facts: Mapping[str, str], text: str) -> float:
    font = ui_font(float(facts["font-size"]))
    font.setWeight(QFont.Weight(int(facts.get("font-weight", "400"))))
    return QFontMetricsF(font).horizontalAdvance(_plain(text))


def _plain(text: str) -> str:
    for entity, letter in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#39;", "'"), ("&amp;", "&")):
        text = text.replace(entity, letter)
    return text


def _opened() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer


def _taken(buffer: QBuffer) -> bytes:
    data: QByteArray = buffer.data()
    return bytes(data.data())


FORMATS: Mapping[str, Callable[[Sheet, Order], bytes]] = MappingProxyType({".svg": _svg, ".pdf": _pdf, ".png": _png})


def data_of(suffix: str, sheet: Sheet, order: Order) -> bytes:
    """The figure in the format of a file that ends in `suffix`."""
    return FORMATS[suffix](sheet, order)
