"""The way to the group that is open on its own, each step of it a button that leads back there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from graph_engine.document.groups import chain

from ..i18n import tr
from ..session import Session


class Breadcrumb(QFrame):
    """`chosen` carries the id of the group to go to; None is the whole graph."""

    chosen = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.setObjectName("card")
        self.setAccessibleName(tr("Way to the open group"))
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(8, 4, 8, 4)
        self.row.setSpacing(2)
        self._parts: list[QWidget] = []
        self.steps: list[tuple[str | None, str]] = []
        for signal in (session.changed, session.replaced, session.level.changed):
            signal.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        groups, inside = self.session.document.groups, self.session.level.inside
        way = chain(groups, inside) if inside in groups else ()
        steps: list[tuple[str | None, str]] = [(None, tr("Whole graph")), *((id, groups[id].name) for id in way)]
        self.setVisible(bool(way))
        if steps != self.steps:
            self.steps = steps
            self._fill()

    def button(self, place: int) -> QWidget:
        """The button of a step, counted from the whole graph."""
        return self._parts[2 * place]

    def _fill(self) -> None:
        for part in self._parts:
            self.row.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = []
        for place, (id, name) in enumerate(self.steps):
            if place:
                self._parts.append(QLabel("›"))
            button = QPushButton(name)
            button.setFlat(True)
            button.setEnabled(place < len(self.steps) - 1)
            button.clicked.connect(lambda _=False, id=id: self.chosen.emit(id))
            self._parts.append(button)
        for part in self._parts:
            self.row.addWidget(part)
            part.show()
