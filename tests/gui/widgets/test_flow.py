"""A row of controls goes on below where there is no room, and nothing overlaps."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QWidget

from gui.widgets.flow import Flow


@pytest.fixture
def board(qapp):
    made = QWidget()
    flow = Flow(4)
    made.setLayout(flow)
    for place in range(6):
        part = QLabel(f"part {place}")
        part.setMinimumSize(60, 20 + place)
        flow.addWidget(part)
    flow.part_from(5)
    made.show()
    yield made
    made.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.mark.parametrize(("width", "rows"), [(600, 1), (380, 1), (200, 2), (130, 3), (70, 6)])
def test_parts_wrap_and_never_overlap(board, qapp, width, rows):
    board.resize(width, board.layout().heightForWidth(width))
    qapp.processEvents()
    parts = [part.geometry() for part in board.findChildren(QLabel)]
    assert len({part.left() for part in parts}) == min(6, -(-6 // rows))
    assert all(board.rect().contains(part) for part in parts)
    assert not any(one.intersects(other) for one, other in combinations(parts, 2))
    if rows == 1:
        assert parts[-1].right() == board.rect().right(), "the last one stands at the right end"
