"""No panel shows a number that has not happened yet, or that a person is asked for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QAbstractListModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QLabel

from graph_engine.document import edits
from graph_engine.explain import Question
from gui.canvas.spoken import stop_text
from gui.mathematics import FormulaView
from tests.eyes import picture, words

PRICE, COUNT, TAX = 173.0, 3.0, 1.375
VALUES = {"apple total": "519", "price": "713.62"}
SLOPES = {"apple price": "4.125", "apple count": "237.87"}


@pytest.fixture
def told(apple_tax, hand, window, qapp, qtbot):
    """All that is written anywhere in the window, in every panel."""
    for name, value in (("apple price", PRICE), ("apple count", COUNT), ("tax", TAX)):
        apple_tax.do(edits.SetValue(hand.id(name), value), "Change value")
    window.open_panel("check")
    qtbot.waitUntil(lambda: apple_tax.checked.complete, timeout=20_000)

    def everything() -> str:
        found = [repr(picture(apple_tax))]
        found += [
            stop_text(apple_tax, stop) for stop in (*apple_tax.document.positions, *apple_tax.document.graph.edges)
        ]
        for name in window.docks:
            panel = window.open_panel(name)
            qapp.processEvents()
            shown = [w for w in panel.findChildren(QLabel) if w.isVisible()]
            found += [f"{words(label)} {label.toolTip()}" for label in shown]
            found += [view.text() for view in panel.findChildren(FormulaView) if view.isVisible()]
            for view in panel.findChildren(QAbstractItemView):
                if view.isVisible() and view.model() is not None:
                    found += _cells(view.model())
        found += [words(label) for label in window.area.narration.findChildren(QLabel)]
        return "\n".join(found)

    return everything


def _cells(model) -> list[str]:
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    places = [model.index(row, column) for row in range(model.rowCount()) for column in range(columns)]
    return [str(place.data(role)) for place in places for role in roles]


def test_everything_is_told_in_the_end(told):
    text = told()
    for number in (*VALUES.values(), *SLOPES.values()):
        assert number in text


def test_nothing_before_it_has_happened(told, apple_tax, hand):
    apple_tax.playhead.go(0)
    text = told()
    for number in (*VALUES.values(), *SLOPES.values()):
        assert number not in text
    apple_tax.playhead.go(apple_tax.results.trace.forward)
    text = told()
    for number in SLOPES.values():
        assert number not in text
    for number in VALUES.values():
        assert number in text


@pytest.mark.parametrize(("topic", "hidden"), [("values", VALUES), ("derivatives", SLOPES), ("both", VALUES | SLOPES)])
@pytest.mark.parametrize("selected", ["apple total", "tax", "price", None])
def test_nothing_that_is_asked_for(told, apple_tax, hand, topic, hidden, selected):
    if selected:
        apple_tax.selection.set([hand.id(selected)])
    apple_tax.practice.begin(topic)
    text = told()
    for number in hidden.values():
        assert number not in text
    apple_tax.practice.end()
    assert all(number in told() for number in hidden.values())


def test_a_hidden_number_is_not_told_by_the_reason_of_another(apple_tax, hand):
    apple_tax.practice.begin("derivatives")
    wire = hand.edge("tax", "price", "y")
    for question in (Question("local", wire), Question("carried", wire), Question("gradient", hand.id("tax"))):
        assert not apple_tax.inquiry.ask(question)
    assert not apple_tax.inquiry.ask(Question("path", (wire,)))
    assert apple_tax.inquiry.ask(Question("value", hand.id("price")))
