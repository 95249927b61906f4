"""The whole graph in a corner of the canvas, and the part of it that can be seen; dragging in it moves the view."""

from __future__ import annotations

from collections.abc import Hashable, Set
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QTransform
from PySide6.QtWidgets import QWidget

from graph_engine.document import Edit, touched

from ..i18n import tr
from ..widgets.label import plain
from .captions import Area
from .paint import hairline

if TYPE_CHECKING:
    from .view import CanvasView

SIZE = QSize(150, 104)
GAP = 14
_GRIP = 10  # the height of the bar by which it is dragged
_ROUND = 8.0
_AROUND = 90.0  # beside the middles of the outermost nodes
_LEAST = 40.0  # of it, before the map grows

CORNERS = ("top-left", "top-right", "bottom-left", "bottom-right")


def place(corner: str, area: QSize, below: int, narration: QRect) -> QPoint:
    """Where the map stands in its corner: above the playback bar at `below`, beside or above the narration."""
    down, across = (corner if corner in CORNERS else CORNERS[-1]).split("-")
    x = GAP if across == "left" else area.width() - SIZE.width() - GAP
    if down == "top":
        return QPoint(x, GAP)
    beside = QRect(QPoint(x, below - SIZE.height() - 10), SIZE)
    hidden = beside.adjusted(-4, -4, 4, 4).intersects(narration)
    return QPoint(x, narration.y() - SIZE.height() - 10) if hidden else beside.topLeft()


def nearest_corner(middle: QPoint, area: QSize) -> str:
    down = "top" if middle.y() < area.height() / 2 else "bottom"
    return f"{down}-{'left' if middle.x() < area.width() / 2 else 'right'}"


class Minimap(QWidget):
    """Keeps a picture of what is at rest; what moves or is selected, and the frame of what is seen, come on top."""

    dropped = Signal(str)  # into which corner it was dragged

    def __init__(self, view: CanvasView) -> None:
        super().__init__()
        self.view = view
        self.setFixedSize(SIZE)
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Minimap"))
        tips = (
            tr("Map of the whole graph; drag in it to move the view"),
            tr("Drag the bar at its top into another corner"),
        )
        self.setToolTip(plain("\n".join(tips)))
        self._picture = QPixmap()
        self._drawn: Hashable = None  # what the picture was drawn from
        self._measured = False
        self._world = QRectF()
        self._bar_held: QPoint | None = None  # from the corner of the map
        self._frame_held: QPointF | None = None  # from the middle of what is seen
        self._shown: Hashable = None  # what was painted last
        view.canvas.turned.connect(self._turn, Qt.ConnectionType.QueuedConnection)
        session = view.session
        session.changed.connect(self._follow)
        for signal in (session.replaced, session.level.changed):
            signal.connect(self._forget)
        for signal in (session.selection.changed, session.spotlight.changed, view.canvas.theme.changed):
            signal.connect(self.update)
        for bar in (view.horizontalScrollBar(), view.verticalScrollBar()):
            bar.valueChanged.connect(self.update)
            bar.rangeChanged.connect(self.update)

    def seen(self) -> QRectF:
        """What of the map can be seen on the canvas."""
        room = self.view.viewport().rect().marginsRemoved(self.view.covered)
        return self._to_map().mapRect(self.view.mapToScene(room).boundingRect())

    def on_map(self, at: QPointF) -> QPointF:
        """Where a point of the scene is on the map."""
        self._catch_up()
        return self._to_map().map(at)

    # -- inside --------------------------------------------------------------------------------------------------------

    def _follow(self, edit: Edit) -> None:
        concerned = touched(edit)
        if concerned.structure or concerned.groups or concerned.notes:
            self._forget()
        elif concerned.moved:
            self._make_room(concerned.moved)
            self.update()

    def _turn(self) -> None:
        """Another moment has come, and everything has its place."""
        if self._shows() != self._shown:
            self.update()

    def _shows(self) -> Hashable:
        far, looks = self.view.canvas.far, self.view.canvas.looks
        return far.still(self._to_map().m11()), self.seen().getRect(), looks.moment.step

    def _forget(self) -> None:
        self._measured = False
        self.update()

    def _make_room(self, moved: Set[str]) -> None:
        """While a hand moves something the map only grows: measuring all of it at each step would be felt."""
        places = self.view.session.document.positions
        room = self._world.adjusted(_LEAST, _LEAST, -_LEAST, -_LEAST)
        holding = self.view.gesture is not None
        if not holding or not all(room.contains(QPointF(*places[id])) for id in moved if id in places):
            self._measured = False

    def _catch_up(self) -> None:
        if not self._measured:
            self._measured = True
            self._world = self._measure()
        far, scale = self.view.canvas.far, self._to_map().m11()
        drawn = far.still(scale), self._world.getRect(), self.devicePixelRatioF(), *self._grounds()
        if drawn != self._drawn:
            self._drawn = drawn
            self._picture = self._draw()

    def _measure(self) -> QRectF:
        places = self.view.session.document.positions.values()
        notes = self.view.canvas.notes.bounds()
        if not places and not notes.isEmpty():
            return notes.adjusted(-_LEAST, -_LEAST, _LEAST, _LEAST)
        xs, ys = [x for x, _ in places] or [0.0], [y for _, y in places] or [0.0]
        nodes = QRectF(QPointF(min(xs), min(ys)), QPointF(max(xs), max(ys)))
        return nodes.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND).united(notes)

    def _grounds(self) -> list[tuple[str, str, Area]]:
        """Frames of groups, frames and notes: the colours of their ground and line, and where they lie."""
        canvas, t = self.view.canvas, self.view.canvas.theme.tokens
        found: list[tuple[str, str, Area]] = []
        for frame in canvas.groups.frames.values():
            box = frame.sceneBoundingRect()
            found.append((t.hover, t.line, (box.x(), box.y(), box.width(), box.height())))
        for item in sorted(canvas.notes.seen.values(), key=lambda item: not item.look.frame):
            look = item.look
            area = item.x() - look.width / 2, item.y() - look.height / 2, look.width, look.height
            found.append((t.note(look.colour), t.note_line(look.colour), area))
        return found

    def _draw(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setTransform(self._to_map())
        for ground, line, area in self._grounds():
            painter.setPen(hairline(QColor(line)))
            painter.setBrush(QColor(ground))
            painter.drawRect(QRectF(*area))
        self.view.canvas.far.paint_still(painter, self._world, self._to_map().m11())
        painter.end()
        return picture

    def _to_map(self) -> QTransform:
        room, world = QRectF(self.rect()).adjusted(6, _GRIP + 2, -6, -6), self._world
        if world.isEmpty():
            return QTransform()
        scale = min(room.width() / world.width(), room.height() / world.height())
        middle, there = world.center(), room.center()
        return QTransform(scale, 0, 0, scale, there.x() - middle.x() * scale, there.y() - middle.y() * scale)

    def _look_at(self, at: QPointF) -> None:
        """Brings a point of the map to the middle of the canvas."""
        there = self._to_map().inverted()[0].map(at)
        self.view.pan(self.view.mapFromScene(self.view.middle()) - self.view.mapFromScene(there))

    # -- Qt ------------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        self._catch_up()
        self._shown = self._shows()
        t = self.view.canvas.theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(t.line), 1))
        painter.setBrush(QColor(t.canvas))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), _ROUND, _ROUND)
        painter.drawPixmap(0, 0, self._picture)
        painter.save()
        painter.setTransform(self._to_map(), True)
        self.view.canvas.far.paint_moving(painter, self._to_map().m11())
        painter.restore()
        painter.setPen(QPen(QColor(t.muted), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(self.width() // 2 - 9, 6, self.width() // 2 + 9, 6)
        painter.setClipRect(QRectF(self.rect()).adjusted(2, _GRIP, -2, -2))
        frame = self.seen()
        shade = QColor(t.selection)
        shade.setAlpha(24)
        painter.setBrush(shade)
        painter.setPen(QPen(QColor(t.selection), 1.4))
        painter.drawRoundedRect(frame.intersected(QRectF(self.rect()).adjusted(3, _GRIP, -3, -3)), 3, 3)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if at.y() < _GRIP:
            self._bar_held = at.toPoint()
            return
        frame = self.seen()
        if not frame.contains(at):
            self._look_at(at)
        self._frame_held = at - self.seen().center()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._bar_held is not None:
            self.move(self.mapToParent(event.position().toPoint()) - self._bar_held)
        elif self._frame_held is not None:
            self._look_at(event.position() - self._frame_held)
        else:
            on_bar = event.position().y() < _GRIP
            self.setCursor(Qt.CursorShape.SizeAllCursor if on_bar else Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dragged, self._bar_held, self._frame_held = self._bar_held, None, None
        area = self.parentWidget()
        if dragged is not None and area is not None:
            self.dropped.emit(nearest_corner(self.geometry().center(), area.size()))
