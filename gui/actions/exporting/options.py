"""What of the canvas a figure shows, and how."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QWidget

from ...canvas.figures import Order, Part
from ...i18n import tr


class Options(QWidget):
    changed = Signal()

    def __init__(self, has_selection: bool) -> None:
        super().__init__()
        self.part, self.colours, self.scale = QComboBox(), QComboBox(), QComboBox()
        parts: list[tuple[Part, str]] = [("all", tr("Everything")), ("view", tr("What is in view"))]
        if has_selection:
            parts.insert(1, ("selection", tr("The selection")))
        for key, text in parts:
            self.part.addItem(text, key)
        for dark, text in ((False, tr("Light")), (True, tr("Dark"))):
            self.colours.addItem(text, dark)
        for factor in (1, 2, 3, 4):
            self.scale.addItem(f"{factor}×", float(factor))
        self.scale.setCurrentIndex(1)
        self.derivatives = QCheckBox(tr("With derivatives"))
        self.derivatives.setChecked(True)
        names = ((self.part, tr("Part of the canvas")), (self.colours, tr("Colours")), (self.scale, tr("Scale")))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for box, name in names:
            box.setAccessibleName(name)
            box.setToolTip(name)
            box.currentIndexChanged.connect(self.changed)
            layout.addWidget(box)
        layout.addWidget(self.derivatives)
        layout.addStretch(1)
        self.derivatives.toggled.connect(self.changed)

    @property
    def order(self) -> Order:
        return Order(
            self.part.currentData(), self.derivatives.isChecked(), self.scale.currentData(), self.colours.currentData()
        )

    @property
    def plain(self) -> Order:
        """The order at the scale of a look at it."""
        return replace(self.order, scale=1.0)

    def offer(self, *, figure: bool, pixels: bool) -> None:
        """Shows what matters for a form."""
        self.setVisible(figure)
        self.scale.setVisible(pixels)
