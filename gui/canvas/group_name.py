"""Edits the name of a group, or of one of its ports, right on the canvas; a wrong name says why beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from graph_engine.document import regroup
from graph_engine.document.interface import interface
from graph_engine.errors import GradcanvasError

from ..i18n import localize, tr

if TYPE_CHECKING:
    from .view import CanvasView

_HEIGHT, _PORT_WIDTH = 28, 120


class GroupName(QLineEdit):
    """Enter takes the name, Escape leaves it as it was."""

    def __init__(self, view: CanvasView) -> None:
        super().__init__(view.viewport())
        self.view, self.session = view, view.session
        self.id: str | None = None
        self.port: tuple[str, str] | None = None  # the end inside that the port is known by; None: the group itself
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAccessibleName(tr("Name of the group"))
        self.hide()
        for signal in (self.session.replaced, self.session.changed, self.session.level.changed):
            signal.connect(self._stay_true)

    def open(self, id: str, port: tuple[str, str] | None = None) -> None:
        self.id, self.port = id, port
        self.setAccessibleName(tr("Name of the group") if port is None else tr("Name of the port"))
        self.setText(self._name_now())
        self.show()
        self.follow()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selectAll()

    def follow(self) -> None:
        """Keeps its place over the group while the view moves."""
        box = None if self.id is None else self._box(self.id)
        if box is not None and self.port is not None:
            self.setGeometry(self._beside_port(self.port))
        elif box is not None:
            on_view = self.view.mapFromScene(box).boundingRect()
            width = max(120, min(260, on_view.width() - 16))
            self.setGeometry(
                QRect(on_view.center().x() - width // 2, on_view.center().y() - _HEIGHT // 2, width, _HEIGHT)
            )

    def close_editor(self) -> None:
        if self.id is not None:
            self.id = None
            self.view.editor.hint("", self.pos())
            self.hide()
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name_now(self) -> str:
        """What the group or the port is called."""
        if self.id is None:
            return ""
        if self.port is None:
            return self.session.document.groups[self.id].name
        face, port = interface(self.session.document, self.id), self.port
        entering = (entry.name for entry in face.inputs if port in entry.ends)
        return next(entering, next((out.name for out in face.outputs if out.node == port[0]), ""))

    def _beside_port(self, port: tuple[str, str]) -> QRect:
        """Inside the box, at the port."""
        scene = self.view.canvas
        at = scene.input_point(*port) if port[1] else scene.output_point(port[0])
        on_view = self.view.mapFromScene(QPointF(*at))
        left = on_view.x() + 8 if port[1] else on_view.x() - 8 - _PORT_WIDTH
        return QRect(left, on_view.y() - _HEIGHT // 2, _PORT_WIDTH, _HEIGHT)

    def _box(self, id: str) -> QRectF | None:
        """What it covers: the box of a collapsed group, the title of an open one."""
        layer = self.view.canvas.groups
        if id in layer.boxes:
            return layer.boxes[id].mapRectToScene(layer.boxes[id].outline_box())
        return layer.frames[id].title_box() if id in layer.frames else None

    def _stay_true(self) -> None:
        if self.id is None:
            return
        gone = self.id not in self.session.document.groups or self._box(self.id) is None
        if self.port is not None:
            gone = gone or self.id not in self.view.canvas.groups.boxes or not self._name_now()
        if gone:
            self.close_editor()
        else:
            self.follow()

    def _commit(self) -> bool:
        if self.id is None or self.text().strip() == self._name_now():
            return True
        document, text = self.session.document, self.text()
        try:
            if self.port is None:
                self.session.do(regroup.changed(document, self.id, name=text), tr("Rename"))
            else:
                self.session.do(regroup.named_port(document, self.id, self.port, text), tr("Rename port"))
        except GradcanvasError as error:
            self.view.editor.hint(localize(error.sentence), self.geometry().bottomLeft())
            return False
        return True

    # -- Qt ------------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._commit():
                self.close_editor()
        elif event.key() == Qt.Key.Key_Escape:
            self.close_editor()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.id is not None and event.reason() != Qt.FocusReason.PopupFocusReason:
            self._commit()
            self.id = None
            self.view.editor.hint("", self.pos())
            self.hide()
