"""Paints one note or frame from its look; nothing else."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAbstractTextDocumentLayout, QColor, QPainter, QPainterPath, QPalette
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from ..i18n import tr
from ..theme import Tokens
from ..widgets.errors import errors_stay_inside
from . import paint
from .note_look import HANDLES, HEADING, PAD, NoteLook
from .note_text import NoteText

HANDLE = 4.0  # half the side of a handle's square
_RADIUS = 9.0
_BEHIND_ALL, _BEHIND_WIRES = -4.0, -2.0


@errors_stay_inside
class NoteItem(QGraphicsItem):
    """Placed by its middle; frames lie behind everything, notes behind wires and nodes."""

    def __init__(self, look: NoteLook, tokens: Tokens) -> None:
        super().__init__()
        self.look, self.tokens = look, tokens
        self.selected = self.edited = False
        self._text: NoteText | None = None
        self.setZValue(_BEHIND_ALL if look.frame else _BEHIND_WIRES)

    @property
    def id(self) -> str:
        return self.look.id

    def show_look(self, look: NoteLook) -> None:
        if look != self.look:
            self.prepareGeometryChange()
            self.look, self._text = look, None
            self.setZValue(_BEHIND_ALL if look.frame else _BEHIND_WIRES)
            self.update()

    def recolour(self, tokens: Tokens) -> None:
        self.tokens, self._text = tokens, None
        self.update()

    def mark(self, *, selected: bool | None = None, edited: bool | None = None) -> None:
        wanted = self.selected if selected is None else selected, self.edited if edited is None else edited
        if wanted != (self.selected, self.edited):
            self.selected, self.edited = wanted
            self.update()

    @property
    def box(self) -> QRectF:
        """Its outline around its middle."""
        return QRectF(-self.look.width / 2, -self.look.height / 2, self.look.width, self.look.height)

    # -- Qt ------------------------------------------------------------------------------------------------------------

    def boundingRect(self) -> QRectF:
        return self.box.adjusted(-HANDLE - 2, -HANDLE - 2, HANDLE + 2, HANDLE + 2)

    def shape(self) -> QPainterPath:
        path = QPainterPath()
        path.addRect(self.box)
        return path

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        detail = option.levelOfDetailFromTransform(painter.worldTransform())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, detail > 0.25)
        self._paint_ground(painter)
        if detail >= paint.DETAIL and not self.edited:
            self._paint_text(painter)
        if self.selected:
            self._paint_handles(painter)

    def _paint_ground(self, painter: QPainter) -> None:
        t, box = self.tokens, self.box
        ground, line = QColor(t.note(self.look.colour)), QColor(t.note_line(self.look.colour))
        painter.setPen(paint.pen(t.selection, 2.2) if self.selected else paint.pen(line.name(), 1.2))
        if not self.look.frame:
            painter.setBrush(ground)
            painter.drawRoundedRect(box, _RADIUS, _RADIUS)
            return
        faint = QColor(ground)
        faint.setAlpha(90)
        painter.setBrush(faint)
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        painter.save()
        painter.setClipRect(QRectF(box.left(), box.top(), box.width(), HEADING))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(box.adjusted(1, 1, -1, 40), _RADIUS - 1, _RADIUS - 1)
        painter.restore()

    def _paint_text(self, painter: QPainter) -> None:
        t, box = self.tokens, self.box
        room = box.adjusted(PAD, 7 if self.look.frame else PAD - 2, -PAD, 0)
        room.setBottom(box.top() + self.look.text_height - 4)
        if not room.isValid():
            return
        shown = self.look.text or ("" if self.look.frame else tr("Empty note"))
        if self._text is None:
            self._text = NoteText(shown, room.width(), t)
        painter.save()
        painter.setClipRect(room.adjusted(-2, -2, 2, 2), Qt.ClipOperation.IntersectClip)
        painter.translate(room.topLeft())
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, QColor(t.text if self.look.text else t.muted))
        self._text.documentLayout().draw(painter, context)
        painter.restore()

    def _paint_handles(self, painter: QPainter) -> None:
        t, scale = self.tokens, max(0.2, painter.worldTransform().m11())
        half = min(HANDLE, HANDLE / scale) if scale > 1 else HANDLE
        painter.setPen(paint.pen(t.selection, 1.4))
        painter.setBrush(QColor(t.card))
        for handle in HANDLES:
            x, y = self.look.handle_point(handle)
            painter.drawRect(QRectF(x - half, y - half, 2 * half, 2 * half))
