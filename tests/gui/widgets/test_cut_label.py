"""A line that is cut where there is no room for it."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QToolTip

from gui.widgets.label import CutLabel

WORDS = "from −2.86 to 3.25, which is rather long to say"


def ink(label: CutLabel) -> int:
    """How many pixels differ from the ground."""
    picture = label.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), picture.bytesPerLine())
    return int(np.count_nonzero(rows[:, : picture.width()] != rows[0, 0]))


def test_it_takes_little_room_and_its_tip_says_the_rest(qtbot):
    label = CutLabel()
    qtbot.addWidget(label)
    label.setText(WORDS)
    assert label.minimumSizeHint().width() < label.sizeHint().width() / 4
    label.resize(label.sizeHint())
    label.show()
    whole = ink(label)
    label.resize(90, label.height())
    assert 0 < ink(label) < whole / 2
    QApplication.sendEvent(label, QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), label.mapToGlobal(QPoint(5, 5))))
    assert QToolTip.text() == WORDS
    QToolTip.hideText()
