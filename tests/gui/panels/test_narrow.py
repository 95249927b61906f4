"""Nothing in a panel has to be scrolled sideways, as narrow as its dock may be."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea

from gui.panels import panels
from gui.panels.check import CheckPanel

NAMES = [panel.name for panel in panels() if panel.side == "right"]


def beside(content) -> dict[str, int]:
    """How far each part scrolls sideways."""
    areas = [content, *content.findChildren(QAbstractScrollArea)]
    bars = {type(area).__name__: area.horizontalScrollBar() for area in areas if isinstance(area, QAbstractScrollArea)}
    return {name: bar.maximum() for name, bar in bars.items() if bar.maximum()}


@pytest.mark.parametrize("example", ["apple_tax", "classifier", "nine_paths"])
@pytest.mark.parametrize("width", [0, 330])
def test_panels_at_the_right(opened, window, qapp, qtbot, example, width):
    session = opened(example)
    inner = next(node.id for node in session.document.graph.nodes if len(node.ports) > 1)
    session.selection.set([inner])
    for name in NAMES:
        content = window.open_panel(name)
        window.resizeDocks([window.docks[name]], [window.theme.px(width)], Qt.Orientation.Horizontal)
        qapp.processEvents()
        if isinstance(content, CheckPanel):
            qtbot.waitUntil(lambda: session.checked.complete, timeout=10_000)
            qapp.processEvents()
        assert window.docks[name].width() <= max(window.theme.px(width), content.minimumWidth())
        assert beside(content) == {}, name
        table = getattr(content, "table", None)
        if table is not None:
            assert table.horizontalHeader().length() <= table.viewport().width() + 1, name
