"""A box to choose a node with: from its list, or by a click on the canvas."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from ..i18n import tr
from ..session import Session
from ..theme import Theme, icon

Choices = Callable[[], list[tuple[str, object]]]


class LazyBox(QComboBox):
    """Asks for its entries only when someone is about to see them."""

    def __init__(self, name: str, choices: Choices) -> None:
        super().__init__()
        self._choices = choices
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(5)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_choice(self, text: str, data: object) -> None:
        """Shows what is chosen, in these words; the list is asked for anew when it is needed."""
        if self.currentData() != data or self.currentText() != text:
            self.clear()
            self.addItem(text, data)
        if self.hasFocus():
            self.fill()

    def fill(self) -> None:
        text, data = self.currentText(), self.currentData()
        wanted = self._choices()
        if wanted != [(self.itemText(place), self.itemData(place)) for place in range(self.count())]:
            self.clear()
            for entry in wanted:
                self.addItem(*entry)
            place = next((place for place, entry in enumerate(wanted) if entry[1] == data), -1)
            self.setCurrentIndex(place)
            if place >= 0:
                self.setItemText(place, text)

    def showPopup(self) -> None:
        self.fill()
        super().showPopup()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.fill()
        super().focusInEvent(event)


class NodeBox(QWidget):
    """`chosen` carries what was chosen: the id of a node, or what another entry stands for."""

    chosen = Signal(object)

    def __init__(self, session: Session, theme: Theme, name: str, choices: Choices) -> None:
        super().__init__()
        self.session, self.theme = session, theme
        self.box = LazyBox(name, choices)
        self.pick = QToolButton()
        self.pick.setCheckable(True)
        self.pick.setIconSize(QSize(theme.px(16), theme.px(16)))
        self.pick.setToolTip(tr("Then click a node on the canvas"))
        self.pick.setAccessibleName(tr("{what}: pick on the canvas", what=name))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.box, 1)
        layout.addWidget(self.pick)
        self.box.activated.connect(lambda: self.chosen.emit(self.box.currentData()))
        session.selection.changed.connect(self._take)
        session.replaced.connect(self._leave_picking)
        theme.changed.connect(self._recolour)
        self._recolour()

    def show_choice(self, text: str, data: object) -> None:
        self.box.show_choice(text, data)

    def _take(self) -> None:
        node = self.session.selection.only_node
        if self.pick.isChecked() and node is not None:
            self.pick.setChecked(False)
            self.chosen.emit(node)

    def _leave_picking(self) -> None:
        self.pick.setChecked(False)

    def _recolour(self) -> None:
        self.pick.setIcon(icon("square-dashed-mouse-pointer", self.theme.tokens))
