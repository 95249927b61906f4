"""Edits a source's value, or another node's name, right on the canvas; a wrong entry says why beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit

from graph_engine.document import compose_values, edits
from graph_engine.errors import GradcanvasError
from graph_engine.graph import Node, Value, natural, parse_value, same_value

from ..i18n import localize, tr
from ..session.entry import LARGEST, entry_text

if TYPE_CHECKING:
    from .view import CanvasView


class ValueEditor(QLineEdit):
    """Each valid keystroke is applied at once, all of them as one step of the history. Escape takes them back."""

    def __init__(self, view: CanvasView) -> None:
        super().__init__(view.viewport())
        self.view = view
        self.session = view.session
        self.id: str | None = None
        self._gesture: object = None
        self._before: Node | None = None
        self._applied: Value | None = None  # what the field last said
        self._note = QLabel(view.viewport())
        self._note.setObjectName("card")
        self._note.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._note.setMargin(5)
        self._note.hide()
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAccessibleName(tr("Value"))
        self.hide()
        self.textEdited.connect(self._try)
        self.session.replaced.connect(self.close_editor)
        self.session.changed.connect(self._stay_true)

    # -- used by the view and its gestures -----------------------------------------------------------------------------

    def open(self, id: str) -> None:
        node = self.session.document.graph.node(id)
        if node.is_derived:
            message = tr("“{name}” takes its value from a data set; the inspector has its settings", name=node.name)
            self.session.say(message, "warning")
            return
        if node.value is not None and np.size(node.value) > LARGEST:
            message = tr("“{name}” holds {n} numbers, too many to type", name=node.name, n=np.size(node.value))
            self.session.say(message, "warning")
            return
        self.id, self._gesture, self._before = id, object(), node
        self._applied = node.value
        self.setText(node.name if node.value is None else entry_text(node.value))
        self._wrong("")
        self.show()
        self.follow()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selectAll()

    def follow(self) -> None:
        """Keeps its place over the node while the view moves."""
        if self.id is None or self.id not in self.view.canvas.nodes:
            return
        item = self.view.canvas.nodes[self.id]
        o = item.look.outline
        width = min(360.0, max(o.width - 24, self.fontMetrics().horizontalAdvance(self.text()) + 30.0))
        corner = self.view.mapFromScene(item.x(), item.y())
        shift = 0 if self.session.document.graph.node(self.id).is_source else round(o.height / 2 + 13)
        self.setGeometry(QRect(round(corner.x() - width / 2), corner.y() - 4 + shift, round(width), 28))

    def hint(self, text: str, at: QPoint) -> None:
        """Says something beside a point of the view; an empty text puts the note away."""
        self._note.setVisible(bool(text))
        if text:
            self._note.setText(text)
            self._note.adjustSize()
            room = self.view.viewport().rect()
            x = min(at.x() + 18, room.right() - self._note.width() - 6)
            self._note.move(max(6, x), at.y() + 18)
            self._note.raise_()

    def close_editor(self) -> None:
        if self.id is not None:
            self.id = None
            self._wrong("")
            self.hide()
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- inside --------------------------------------------------------------------------------------------------------

    def _stay_true(self) -> None:
        """Follows what happens elsewhere, such as an undo: shows another value, closes when the node is gone."""
        if self.id is None:
            return
        if self.id not in self.session.document.graph:
            self.close_editor()
            return
        value = self.session.document.graph.node(self.id).value
        if value is not None and not same_value(value, self._applied):
            self._applied = value
            self.setText(entry_text(value))
            self._wrong("")

    def _is_source(self) -> bool:
        return self.id is not None and self.session.document.graph.node(self.id).is_source

    def _try(self) -> bool:
        """Applies what stands in the field if it can be; names wait for Enter."""
        if self.id is None:
            return False
        try:
            if self._is_source():
                self._applied = parse_value(self.text())
                edit = compose_values.give(self.session.document, self.id, self._applied)
                self.session.do(edit, tr("Change value"), gesture=self._gesture)
        except GradcanvasError as error:
            self._wrong(localize(error.sentence))
            return False
        self._wrong("")
        return True

    def _commit(self) -> bool:
        if self.id is None or self._is_source():
            return self._try()
        if self.text().strip() == self.session.document.graph.node(self.id).name:
            return True
        try:
            self.session.do(edits.Rename(self.id, self.text()), tr("Rename"))
        except GradcanvasError as error:
            self._wrong(localize(error.sentence))
            return False
        return True

    def _take_back(self) -> None:
        if self._is_source() and self.id is not None and self._before is not None:
            before = self._before
            if self.session.document.graph.node(self.id).value is not before.value:
                edit = compose_values.put(self.session.document, self.id, before.attributes, before.value)
                self.session.attempt(edit, tr("Change value"), gesture=self._gesture)
        self.close_editor()

    def _next_source(self, step: int) -> None:
        graph = self.session.document.graph
        typed = [node for node in graph.nodes if node.is_source and not node.is_derived]
        sources = sorted((node.id for node in typed if node.id in self.view.canvas.nodes), key=natural)
        if self.id in sources:
            following = sources[(sources.index(self.id) + step) % len(sources)]
            self.session.selection.set([following])
            self.view.edit_node(following)

    def _turn(self, by: int) -> None:
        """Up and down change the last digit that matters."""
        try:
            number = float(self.text().replace("−", "-"))
        except ValueError:
            return
        decimals = len(self.text().partition(".")[2])
        self.setText(f"{number + by * 10.0**-decimals:.{decimals}f}")
        self._try()

    def _wrong(self, why: str) -> None:
        self.setProperty("wrong", bool(why))
        self.style().unpolish(self)
        self.style().polish(self)
        self.hint(why, self.geometry().bottomLeft() - QPoint(18, 10))

    # -- Qt ------------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._commit():
                self.close_editor()
        elif key == Qt.Key.Key_Escape:
            self._take_back()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._is_source():
            self._turn(1 if key == Qt.Key.Key_Up else -1)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        ):
            if self._commit():
                self._next_source(1 if event.key() == Qt.Key.Key_Tab else -1)
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.id is not None and event.reason() != Qt.FocusReason.PopupFocusReason:
            self._commit()
            self.id = None
            self._wrong("")
            self.hide()
