"""Spin boxes for a place along each of some axes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpinBox, QWidget

from ...i18n import tr

Index = tuple[int, ...]


class Places(QWidget):
    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = QLabel(name)
        self.name.setObjectName("muted")
        self.boxes: list[QSpinBox] = []
        self._sizes: Index = ()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._row.addWidget(self.name)
        self._row.addStretch(1)

    def show_axes(self, sizes: Index) -> None:
        """A box for each axis; where their sizes are what they were, the places stay."""
        if sizes == self._sizes:
            return
        self._sizes = sizes
        for box in self.boxes:
            self._row.removeWidget(box)
            box.deleteLater()
        self.boxes = [self._box(axis, size) for axis, size in enumerate(sizes)]
        for place, box in enumerate(self.boxes):
            self._row.insertWidget(place + 1, box)

    @property
    def index(self) -> Index:
        return tuple(box.value() for box in self.boxes)

    def _box(self, axis: int, size: int) -> QSpinBox:
        box = QSpinBox()
        box.setRange(0, max(0, size - 1))
        box.setWrapping(True)
        box.setKeyboardTracking(False)
        box.setAccessibleName(tr("{what}, axis {n}", what=self.name.text(), n=axis))
        box.setToolTip(tr("0 to {last}", last=size - 1))
        box.valueChanged.connect(self.changed)
        return box
