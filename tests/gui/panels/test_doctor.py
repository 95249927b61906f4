"""The doctor's panel: what it says is what the engine found, a click leads there, nodes bear badges."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from graph_engine import evaluate, gradients
from graph_engine.doctor import examine
from graph_engine.document import edits
from gui.i18n import localize
from gui.panels.doctor import DoctorPanel, factor, title


@pytest.fixture
def panel(window, qtbot):
    """The doctor's panel, in front."""
    window.docks["doctor"].raise_()
    found = window.panel(DoctorPanel)
    qtbot.waitUntil(found.isVisible)
    return found


def examined(qtbot, session):
    qtbot.waitUntil(lambda: session.diagnosis.known, timeout=5000)


def words(card):
    text = re.sub(r"<[^>]+>", " ", card.text()).replace("&nbsp;", " ")
    return re.sub(r"\s+", " ", text)


@pytest.mark.parametrize("name", ["twenty_sigmoids", "saturated_sigmoid", "equal_weights"])
def test_it_says_what_the_engine_found(opened, panel, qtbot, name):
    session = opened(name)
    examined(qtbot, session)
    document = session.document
    evaluation = evaluate(document.graph)
    (finding,) = examine(evaluation, gradients(evaluation, document.target))
    (card,) = panel.cards
    shown = words(card)
    assert title(finding) in shown
    assert localize(finding.sentence).replace("“", "“") in shown
    assert localize(finding.helps) in shown
    ends = finding.chain if len(finding.chain) <= 9 else (*finding.chain[:4], *finding.chain[-4:])
    for link in ends:
        there = document.graph.node(link.edge.source).name
        assert f"×{factor(link)} → {there}" in shown
    assert panel.summary.text() == "One thing keeps this graph from learning well."


def test_the_node_bears_a_badge_and_says_why(opened, window, qtbot, hand):
    session = opened("twenty_sigmoids")
    examined(qtbot, session)
    look = window.area.view.canvas.nodes[hand.id("x")].look
    assert look.badge == "warning"
    assert session.diagnosis.findings[0].sentence in look.about
    assert window.area.view.canvas.nodes[hand.id("s3")].look.badge == ""


def test_a_click_on_a_name_goes_there(opened, window, panel, qtbot, hand):
    session = opened("twenty_sigmoids")
    examined(qtbot, session)
    card = panel.cards[0]
    qtbot.waitUntil(lambda: card.isVisible() and card.y() > 0)
    across = [QPoint(x, y) for y in range(6, 40, 3) for x in range(12, card.width() - 4, 2)]
    over = [point for point in across if _cursor_over(card, point) == Qt.CursorShape.PointingHandCursor]
    first = [point for point in over if point.y() == over[0].y() and point.x() < over[0].x() + 12]
    hand.click(card.mapTo(window, first[len(first) // 2]))
    assert session.selection.only_node == hand.id("x")
    item = window.area.view.canvas.nodes[hand.id("x")]
    on_view = window.area.view.mapFromScene(item.sceneBoundingRect().center())
    assert window.area.view.viewport().rect().contains(on_view)


def _cursor_over(card, point):
    QTest.mouseMove(card, point)
    return card.cursor().shape()


def test_an_edit_is_examined_anew_and_undone(apple_tax, window, panel, qtbot, hand):
    examined(qtbot, apple_tax)
    assert panel.cards == []
    assert panel.summary.text().startswith("Nothing stands out")
    apple_tax.do(edits.Disconnect(hand.edge("tax", "price", "y")), "Disconnect")
    assert not apple_tax.diagnosis.known
    examined(qtbot, apple_tax)
    apple_tax.history.undo()
    examined(qtbot, apple_tax)
    assert panel.cards == []


def test_names_follow(opened, panel, qtbot, hand):
    session = opened("twenty_sigmoids")
    examined(qtbot, session)
    session.do(edits.Rename(hand.id("x"), "start"), "Rename")
    qtbot.waitUntil(lambda: "its way to “start”" in words(panel.cards[0]), timeout=5000)


@pytest.mark.parametrize("name", ["apple_tax", "two_paths", "classifier", "blobs", "sigmoid_taken_apart"])
def test_what_is_well_is_left_alone(opened, window, qtbot, name):
    session = opened(name)
    examined(qtbot, session)
    assert session.diagnosis.findings == ()
    assert all(item.look.badge == "" for item in window.area.view.canvas.nodes.values())
