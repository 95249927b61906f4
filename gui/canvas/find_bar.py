"""Finds nodes by name, kind or value: rings round all that were found, one of them selected and in the middle."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from ..i18n import tr
from ..search.catalogue import catalogue
from ..theme import Theme, icon
from .find import found
from .spoken import stop_text
from .view import CanvasView

WIDTH = 380


class FindBar(QFrame):
    turned = Signal()  # it has opened or closed

    def __init__(self, parent: QWidget, view: CanvasView, theme: Theme) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.view, self.session, self._theme = view, view.session, theme
        self.kinds = {entry.key: entry for entry in catalogue()}
        self.ids: list[str] = []
        self.place = 0
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Find a name, a kind or a value"))
        self.field.setAccessibleName(tr("Find a name, a kind or a value"))
        self._magnifier = self.field.addAction(icon("search", theme.tokens), QLineEdit.ActionPosition.LeadingPosition)
        self.field.textChanged.connect(self._look)
        self.field.installEventFilter(self)
        self.count = QLabel()
        self.count.setObjectName("muted")
        self.buttons = {
            "chevron-up": self._button(tr("Previous"), lambda: self.go(-1)),
            "chevron-down": self._button(tr("Next"), lambda: self.go(1)),
            "x": self._button(tr("Close"), self.close_bar),
        }
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 6, 6, 6)
        layout.setSpacing(4)
        layout.addWidget(self.field, 1)
        layout.addWidget(self.count)
        for button in self.buttons.values():
            layout.addWidget(button)
        self.setFixedWidth(WIDTH)
        theme.changed.connect(self._recolour)
        self.session.changed.connect(self._follow)
        self.session.replaced.connect(self.close_bar)
        self._recolour()
        self.hide()

    def open(self) -> None:
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._look()
        self.turned.emit()

    def close_bar(self) -> None:
        if self.isVisible():
            self.hide()
            self.ids = []
            self.view.overlay.ring(())
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
            self.turned.emit()

    def go(self, by: int) -> None:
        """To the next node that was found, or to the one before."""
        if self.ids:
            self.place = (self.place + by) % len(self.ids)
            self._show()

    # -- inside --------------------------------------------------------------------------------------------------------

    def _look(self) -> None:
        self.ids, self.place = found(self.session, self.kinds, self.field.text()), 0
        self._show()

    def _show(self) -> None:
        wrong = bool(self.field.text().strip()) and not self.ids
        self.field.setProperty("wrong", wrong)
        self.field.style().unpolish(self.field)
        self.field.style().polish(self.field)
        for name in ("chevron-up", "chevron-down"):
            self.buttons[name].setEnabled(len(self.ids) > 1)
        if not self.ids:
            self.count.setText(tr("not found") if wrong else "")
            self.view.overlay.ring(())
            return
        id = self.ids[self.place]
        self.count.setText(tr("{n} of {total}", n=self.place + 1, total=len(self.ids)))
        self.session.selection.set([id])
        self.view.centre_on(id)
        self.view.overlay.ring(self.ids, id)
        self.session.announce(f"{self.count.text()}: {stop_text(self.session, id)}")

    def _follow(self) -> None:
        """What was found may be gone or be called otherwise; the view stays where it is."""
        if self.isVisible():
            here = self.ids[self.place] if self.ids else None
            self.ids = found(self.session, self.kinds, self.field.text())
            self.place = self.ids.index(here) if here in self.ids else 0
            self.view.overlay.ring(self.ids, here or "")

    def _button(self, text: str, run: object) -> QToolButton:
        button = QToolButton()
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.clicked.connect(run)
        return button

    def _recolour(self) -> None:
        self._magnifier.setIcon(icon("search", self._theme.tokens))
        for name, button in self.buttons.items():
            button.setIcon(icon(name, self._theme.tokens))

    # -- Qt ------------------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.go(-1 if back else 1)
                return True
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self.go(1 if event.key() == Qt.Key.Key_Down else -1)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.close_bar()
                return True
        return super().eventFilter(watched, event)
