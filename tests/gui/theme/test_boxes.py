"""Boxes to check are seen in both themes, checked or not."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QCheckBox

from gui.theme.stylesheet import stylesheet
from gui.theme.tokens import DARK, LIGHT


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_a_box_stands_out_from_its_ground_and_a_checked_one_from_an_empty_one(qtbot, tokens):
    box = QCheckBox()
    qtbot.addWidget(box)
    box.setStyleSheet(f"QCheckBox {{ background: {tokens.panel} }} {stylesheet(tokens)}")
    box.resize(40, 24)
    empty = grey(box)
    ground = int(empty[1, 30])
    assert np.abs(empty - ground).max() > 60
    box.setChecked(True)
    assert np.count_nonzero(np.abs(grey(box) - empty) > 40) > 8


def grey(box: QCheckBox) -> np.ndarray:
    picture = box.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    dots = np.frombuffer(picture.constBits(), np.uint8).reshape(picture.height(), picture.bytesPerLine())
    return dots[:, : picture.width()].astype(int)
