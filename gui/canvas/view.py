"""Pan, zoom, and the hand-over of mouse and keys to the gesture in progress."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMargins, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QInputDevice,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsView

from graph_engine.graph import Edge

from ..i18n import tr
from ..widgets.errors import errors_stay_inside
from .accessible import Telling
from .asking import ask_to_add
from .gestures import Gesture, choose
from .gestures.resize_note import cursor_of
from .gestures.take_offer import offering
from .glide import Glide
from .group_name import GroupName
from .keys import CanvasKeys
from .luggage import pack
from .motion import Motion
from .near import NearPicture
from .node_item import NodeItem
from .note_editor import NoteEditor
from .numbers import NumberShown, number_at
from .overlay import Overlay
from .paint import DETAIL
from .pulse import Pulse
from .scene import CanvasScene, Hit
from .travel import Travel
from .value_editor import ValueEditor

NEAREST, FARTHEST = 4.0, 0.05
_READABLE = 0.6
_CLEAR = (12, 60, -12, -12)  # of the edges of the view, and of the find bar above


@errors_stay_inside
class CanvasView(QGraphicsView):
    """The canvas. `asked_menu` carries what lies under the pointer and where on the screen the menu belongs."""

    asked_menu = Signal(object, QPoint)
    asked_to_add = Signal(QPoint, object)  # a point of the viewport, and the `Tie` that what is added is wired to

    def __init__(self, scene: CanvasScene) -> None:
        super().__init__(scene)
        self.canvas = scene
        self.session = scene.session
        self.covered = QMargins()  # the part of the view that other widgets lie over
        self.gesture: Gesture | None = None
        self.keys = CanvasKeys(self)
        self.editor = ValueEditor(self)
        self.group_name = GroupName(self)
        self.note_editor = NoteEditor(self)
        self.overlay = Overlay(scene)
        self.pointer: QPoint | None = None  # where the mouse is, while it is over the canvas
        self.snaps_to_grid = False
        self.reduced_motion = False
        self.glide = Glide(self)
        self.motion = Motion(self)
        self.near = NearPicture(self)
        self.pulse = Pulse(self)
        self.travel = Travel(self)
        self.pointed = Hit("nothing")  # what the last menu was opened on
        self._hovered: str | None = None
        self._unseen = True
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Canvas"))
        self.telling = Telling(self)
        self.session.selection.changed.connect(self.telling.moved)
        self.session.changed.connect(self._follow)
        self.session.leaving.connect(self.drop_gesture)
        self.fit()

    # -- what actions ask for ------------------------------------------------------------------------------------------

    def fit(self) -> None:
        """Shows everything, at actual size at most."""
        self._frame(self.canvas.bounds())

    def frame_selection(self) -> None:
        chosen = self.session.selection
        some = chosen.nodes or chosen.notes
        self._frame(self.canvas.bounds(chosen.nodes, chosen.notes) if some else self.canvas.bounds())

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Zooms so that the point under `at` (in the view; its middle otherwise) stays where it is."""
        at = at or QPointF(self.viewport().rect().center())
        before = self.mapToScene(at.toPoint())
        scale = min(NEAREST, max(FARTHEST, self.scale_now * factor))
        self.resetTransform()
        self.scale(scale, scale)
        moved = self.mapFromScene(before) - at.toPoint()
        self._scroll(moved)

    def actual_size(self) -> None:
        self.zoom(self.canvas.theme.scale / self.scale_now)

    @property
    def scale_now(self) -> float:
        return self.transform().m11()

    def edit_node(self, id: str) -> None:
        """Opens the editor of a source's value, or of another node's name, in place."""
        self.ensure_visible(id)
        self.editor.open(id)

    def edit_note(self, id: str) -> None:
        """Opens the editor of a note's text, or of a frame's heading, in place."""
        self.note_editor.open(id)

    def edit_group(self, id: str) -> None:
        """Opens the editor of a group's name, in place."""
        self.group_name.open(id)

    def enter_group(self, id: str | None) -> None:
        """Shows only what is in a group; everything for None."""
        self.session.selection.clear()
        self.session.level.enter(id, self.session.document.groups)

    def leave_group(self) -> None:
        """Shows what is around the group that is open on its own."""
        left = self.session.level.inside
        if self.session.level.leave(self.session.document.groups) and left is not None:
            self.session.selection.set(self.canvas.groups.held(left))

    def ensure_visible(self, id: str) -> None:
        item = self.canvas.item_of(id)
        if item is not None:
            on_view = self.mapFromScene(item.mapRectToScene(item.shape().boundingRect())).boundingRect()
            if not self.viewport().rect().contains(on_view):
                self.ensureVisible(item.extent(), 40, 40)

    def centre_on(self, id: str) -> None:
        """Brings a node to the middle, near enough to be read; where it can be read already, nothing moves."""
        if self.canvas.item_of(id) is None:
            self.session.level.enter(None, self.session.document.groups)
        item = self.canvas.item_of(id)
        if item is not None:
            room = self.viewport().rect().marginsRemoved(self.covered)
            on_view = self.mapFromScene(item.mapRectToScene(item.outline_box())).boundingRect()
            if self.scale_now >= _READABLE and room.adjusted(*_CLEAR).contains(on_view):
                return
            if self.scale_now < _READABLE:
                self.zoom(_READABLE / self.scale_now)
            self._scroll(self.mapFromScene(item.pos()) - room.center())

    def middle(self) -> QPointF:
        """The scene point in the middle of what can be seen."""
        return self.mapToScene(self.viewport().rect().marginsRemoved(self.covered).center())

    def scene_point(self, on_screen: QPoint) -> QPointF:
        return self.mapToScene(self.viewport().mapFromGlobal(on_screen))

    def hit(self, at: QPoint) -> Hit:
        """What lies under a point of the viewport; ports are as easy to hit when zoomed out."""
        return self.canvas.hit(self.mapToScene(at), max(13.0, 9.0 / self.scale_now))

    def number_at(self, at: QPoint) -> NumberShown | None:
        """The number under a point of the viewport, while numbers can be read."""
        return None if self.scale_now < DETAIL else number_at(self.canvas, self.mapToScene(at))

    def offering(self, at: QPoint) -> NodeItem | None:
        """The node whose offer lies under a point of the viewport, while it can be read."""
        return None if self.scale_now < DETAIL else offering(self.canvas, self.mapToScene(at))

    def trouble_at(self, at: QPoint) -> str | Edge | None:
        """Where what is wrong in a collapsed group lies, if its mark is under a point of the viewport."""
        return None if self.scale_now < DETAIL else self.canvas.groups.trouble_at(self.mapToScene(at))

    def end_gesture(self) -> None:
        self.gesture = None
        self.viewport().unsetCursor()

    def drop_gesture(self) -> None:
        """Gives up what the hand holds, with all that it had drawn."""
        if self.gesture is not None:
            self.gesture.cancel()
            self.end_gesture()

    def nudge(self, direction: tuple[int, int], step: int) -> None:
        """Moves the selection; the view where nothing is selected."""
        luggage = pack(self.canvas)
        if luggage:
            self.session.attempt(luggage.shifted((direction[0] * step, direction[1] * step)), tr("Move"))
        else:
            self._scroll(QPoint(*direction) * 40)

    def pan(self, by: QPoint) -> None:
        self.motion.begin()
        self._scroll(-by)

    # -- inside --------------------------------------------------------------------------------------------------------

    def _follow(self) -> None:
        self.motion.stop()
        if self.scale_now < DETAIL:  # Qt knows only of what items painted themselves
            self.viewport().update()

    def _frame(self, rect: QRectF) -> None:
        room = self.viewport().rect().marginsRemoved(self.covered).adjusted(24, 24, -24, -24)
        if rect.isEmpty():
            rect = QRectF(-200, -150, 400, 300)
        scale = self.canvas.theme.scale
        if room.isValid():
            scale = min(scale, room.width() / rect.width(), room.height() / rect.height())
        self.resetTransform()
        scale = min(NEAREST, max(FARTHEST, scale))
        self.scale(scale, scale)
        self._scroll(self.mapFromScene(rect.center()) - room.center())

    def _scroll(self, by: QPoint) -> None:
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() + by.x())
        down.setValue(down.value() + by.y())
        self.editor.follow()
        self.group_name.follow()
        self.note_editor.follow()

    def _hover(self, id: str | None) -> None:
        if id == self._hovered:
            return
        for which, on in ((self._hovered, False), (id, True)):
            for item in self.canvas.boxes() if which else ():
                if item.id == which:
                    item.mark(hovered=on)
        self._hovered = id

    # -- Qt ------------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.pointer, self.pointed = event.position().toPoint(), Hit("nothing")
        if self.gesture is not None and self.gesture.by_keys:
            self.drop_gesture()
        if self.gesture is not None:
            return
        self.keys.tapped = False
        self.gesture = choose(self, event, self.hit(event.position().toPoint()))
        if self.gesture is not None and self.gesture.cursor is not None:
            self.viewport().setCursor(self.gesture.cursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointer = event.position().toPoint()
        if self.gesture is not None:
            self.gesture.move(event)
            return
        hit = self.hit(event.position().toPoint())
        self._hover(f"group {hit.group}" if hit.group else hit.node or None)
        on_port = hit.kind in ("input", "output")
        loose = hit.kind in ("nothing", "edge")
        asks = loose and (self.number_at(self.pointer) is not None or self.offering(self.pointer) is not None)
        asks = asks or self.trouble_at(self.pointer) is not None
        pointing = Qt.CursorShape.PointingHandCursor if asks else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(
            cursor_of(hit.handle) if hit.handle else Qt.CursorShape.CrossCursor if on_port else pointing
        )

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.gesture is not None and event.button() == self.gesture.button:
            gesture = self.gesture
            self.end_gesture()
            gesture.finish(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        hit = self.hit(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self.drop_gesture()
        if hit.group in self.canvas.groups.boxes and hit.node:
            self.group_name.open(hit.group, (hit.node, hit.port))
        elif hit.group in self.canvas.groups.boxes:
            self.enter_group(hit.group)
        elif hit.group:
            self.edit_group(hit.group)
        elif hit.node:
            self.edit_node(hit.node)
        elif hit.note:
            self.edit_note(hit.note)
        else:
            self.pointer = event.position().toPoint()
            ask_to_add(self)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.gesture is not None:
            return
        at = event.pos()
        selection = self.session.selection
        if event.reason() == QContextMenuEvent.Reason.Keyboard and selection.only_node in self.canvas.nodes:
            at = self.mapFromScene(self.canvas.nodes[selection.only_node].pos())
        hit = self.pointed = self.hit(at)
        if hit.group:
            held = self.canvas.groups.held(hit.group)
            if not held <= selection.nodes:
                selection.set(held)
        elif hit.node and hit.node not in selection.nodes:
            selection.set([hit.node])
        elif hit.edge and hit.edge not in selection.edges:
            selection.set(edges=self.canvas.groups.bundle(hit.edge))
        elif hit.note and hit.note not in selection.notes:
            selection.set(notes=[hit.note])
        self.asked_menu.emit(hit, self.viewport().mapToGlobal(at))

    def wheelEvent(self, event: QWheelEvent) -> None:
        from_touchpad = event.device().type() == QInputDevice.DeviceType.TouchPad or not event.pixelDelta().isNull()
        if from_touchpad and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.pan(event.pixelDelta() if not event.pixelDelta().isNull() else event.angleDelta() / 2)
        else:
            self.motion.begin()
            self.zoom(1.0015 ** event.angleDelta().y(), event.position())
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.motion.begin()
            self.zoom(1 + event.value(), event.position())
            return True
        if event.type() == QEvent.Type.Leave:
            self.pointer = None
            self._hover(None)
        return super().viewportEvent(event)

    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        ):
            self.keyPressEvent(event)  # Qt would move the focus
            return True
        if event.type() == QEvent.Type.ShortcutOverride and self.gesture is not None:
            event.accept()  # while the hand holds something, keys belong to the gesture
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.keys.press(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self.keys.release(event)
        super().keyReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Where texts can be read, items paint themselves; farther off they are drawn in a few strokes."""
        far = self.scale_now < DETAIL
        mode = QGraphicsView.ViewportUpdateMode
        self.setViewportUpdateMode(mode.FullViewportUpdate if far else mode.MinimalViewportUpdate)
        if far or self.motion.carrying:
            exposed = self.mapToScene(event.rect().adjusted(-2, -2, 2, 2)).boundingRect()
            painter = QPainter(self.viewport())
            painter.setClipRegion(event.region())
            painter.setTransform(self.viewportTransform())
            self.canvas.paint_far(painter, exposed)
            self.motion.carry(painter)
            self._paint_over(painter)
            painter.end()
        else:
            self.near.begin(event.region())
            super().paintEvent(event)
            self.near.end()

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        self._paint_over(painter)

    def _paint_over(self, painter: QPainter) -> None:
        self.overlay.paint(painter)
        self.pulse.paint(painter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.editor.follow()
        self.group_name.follow()
        self.note_editor.follow()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._unseen:
            self._unseen = False
            self.fit()
