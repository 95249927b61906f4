"""Any number on screen is clicked and says why; each number shown is the engine's."""

from __future__ import annotations

import re

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest

from graph_engine.document import compose, edits
from graph_engine.explain import Question, exact, why
from graph_engine.graph import Edge


@pytest.fixture
def card(window):
    return window.why


def on_wire(window, edge, role):
    """The middle of a text of a wire, in the viewport."""
    view = window.area.view
    item = view.canvas.edges[edge]
    item.catch_up()
    return view.mapFromScene(*next(at for kind, _, at, _ in item._placed if kind == role))


def click(window, at):
    QTest.mouseClick(window.area.view.viewport(), Qt.MouseButton.LeftButton, pos=at)


@pytest.mark.parametrize(("role", "kind"), [("value", "value"), ("gradient", "carried"), ("local", "local")])
def test_a_number_on_a_wire_says_why(hand, apple_tax, window, card, role, kind):
    edge = hand.edge("apple total", "price", "x")
    click(window, on_wire(window, edge, role))
    question = apple_tax.inquiry.question
    assert (question.kind, question.of) == (kind, edge.source if kind == "value" else edge)
    answer = why(apple_tax.results.evaluation, apple_tax.results.gradients, question)
    assert card.isVisible()
    assert card.formula.text().split("\n")[-1] == f"= {exact(answer.value)}"
    assert apple_tax.selection.only_edge == edge
    assert apple_tax.spotlight.wires == answer.wires


def test_the_number_below_a_node_and_those_of_the_target_say_why(hand, apple_tax, window):
    view = window.area.view
    item = view.canvas.nodes[hand.id("tax")]
    y = next(y for role, _, y in item.captions() if role == "gradient")
    click(window, view.mapFromScene(item.mapToScene(0, y)))
    assert apple_tax.inquiry.question == Question("gradient", hand.id("tax"))


def test_each_number_is_asked_again_back_to_the_sources(hand, apple_tax, card):
    apple_tax.inquiry.ask(Question("value", hand.id("price")))
    assert card.formula.text() == "price = apple total × tax\n= 200 × 1.1\n= 220.00000000000003"
    _, area = next(link for link in card.formula.links() if link[0].of == hand.id("apple total"))
    hand_at = area.center().toPoint()
    QTest.mouseClick(card.formula, Qt.MouseButton.LeftButton, pos=hand_at)
    assert card.formula.text() == "apple total = apple price × apple count\n= 100 × 2\n= 200"
    _, area = next(link for link in card.formula.links() if link[0].of == hand.id("apple price"))
    QTest.mouseClick(card.formula, Qt.MouseButton.LeftButton, pos=area.center().toPoint())
    assert card.formula.text() == "apple price\n= 100"
    assert "it was put in by hand" in card.said.text()
    words = re.sub(r"<[^>]*>", "", card.crumbs.text())
    assert words == "price › apple total › apple price"
    card.crumbs.linkActivated.emit("0")
    assert apple_tax.inquiry.trail == (Question("value", hand.id("price")),)


def test_by_keyboard_alone(hand, apple_tax, window, card):
    apple_tax.inquiry.ask(Question("gradient", hand.id("tax")))
    assert card.hasFocus()
    QTest.keyClick(card, Qt.Key.Key_Tab)
    QTest.keyClick(card, Qt.Key.Key_Right)
    QTest.keyClick(card, Qt.Key.Key_Return)
    assert apple_tax.inquiry.question == Question("local", hand.edge("tax", "price", "y"))
    QTest.keyClick(card, Qt.Key.Key_Backspace)
    assert apple_tax.inquiry.question == Question("gradient", hand.id("tax"))
    QTest.keyClick(card, Qt.Key.Key_Escape)
    assert not card.isVisible()
    assert apple_tax.spotlight.nodes is None
    assert window.area.view.hasFocus()


def test_the_card_follows_edits_and_time(hand, apple_tax, card):
    question = Question("gradient", hand.id("apple price"))
    apple_tax.inquiry.ask(question)
    apple_tax.do(edits.SetValue(hand.id("tax"), 2.0), "Set")
    assert card.formula.text().endswith("= 4")
    apple_tax.playhead.go(1)
    assert not card.isVisible(), "the gradient has not come up yet"
    assert not apple_tax.inquiry.ask(question)
    apple_tax.playhead.rest()
    assert apple_tax.inquiry.ask(question)
    apple_tax.do(edits.Disconnect(hand.edge("tax", "price", "y")), "Disconnect")
    assert not card.isVisible()
    assert apple_tax.spotlight.nodes is None


def test_a_cell_of_the_table_says_why(hand, apple_tax, window):
    table = window.derivatives.table
    row = window.derivatives.row_of(hand.edge("tax", "price", "y"))
    for column, kind in enumerate(("value", "local", "gradient", "carried"), 1):
        at = table.visualRect(table.model().index(row, column)).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert apple_tax.inquiry.question.kind == kind


def test_numbers_of_the_inspector_and_the_narration_say_why(hand, apple_tax, window):
    apple_tax.selection.set([hand.id("price")])
    links = re.findall(r'href="(why:[^"]*)"', window.inspector.numbers.text())
    assert len(links) == 2
    window.inspector.numbers.linkActivated.emit(links[0].replace("&quot;", '"'))
    assert apple_tax.inquiry.question == Question("value", hand.id("price"))
    apple_tax.playhead.go(2)
    asks, area = window.area.narration.formulas.links()[0]
    QTest.mouseClick(window.area.narration.formulas, Qt.MouseButton.LeftButton, pos=area.center().toPoint())
    assert apple_tax.inquiry.question == asks


def test_one_cell_of_a_weight_lights_what_meets_there(opened, hand, window, card):
    session = opened("classifier")
    session.inquiry.ask(Question("gradient", hand.id("W")))
    cell = Question("gradient", hand.id("W"), (1, 2))
    _, area = next(link for link in card.formula.links() if link[0] == cell)
    QTest.mouseClick(card.formula, Qt.MouseButton.LeftButton, pos=area.center().toPoint())
    assert session.inquiry.question == cell
    answer = session.inquiry.answer()
    x, g = session.results.value(hand.id("x")), session.results.gradient(hand.id("scores"))
    assert [[part.value for part in term] for term in answer.terms] == [[g[i, 2], x[i, 1]] for i in range(5)]
    assert np.isclose(answer.again(), session.results.gradient(hand.id("W"))[1, 2], rtol=1e-12)
    assert session.spotlight.wires == {Edge(hand.id(name), hand.id("scores"), name) for name in ("W", "x")}
    assert window.rect().contains(card.geometry())


def framed(card):
    """What stands in the card as heat maps, with the rows and columns that are framed."""
    shown = zip(card.meeting.names, card.meeting.maps, strict=True)
    return {name.text(): heat.outlined for name, heat in shown if heat.isVisible()}


def test_the_row_and_the_column_that_meet_are_framed_on_heat_maps(opened, hand, card):
    session = opened("classifier")
    session.inquiry.ask(Question("gradient", hand.id("W"), (1, 2)))
    everything = range(5)
    assert framed(card) == {
        "∂loss/∂scores": (everything, range(2, 3)),
        "x": (everything, range(1, 2)),
        "∂loss/∂W": (range(1, 2), range(2, 3)),
    }
    maps = card.meeting.maps
    upstream, inputs = (heat.matrix[heat.outlined[0].start :, heat.outlined[1].start] for heat in maps[:2])
    assert np.isclose(upstream @ inputs, maps[2].matrix[1, 2], rtol=1e-12)
    QTest.mouseClick(maps[1], Qt.MouseButton.LeftButton, pos=maps[1].place_of((3, 1)))
    assert session.inquiry.question == Question("value", hand.id("x"), (3, 1))


def test_what_a_broadcast_summed_is_framed(opened, hand, card):
    session = opened("classifier")
    session.inquiry.ask(Question("gradient", hand.id("b"), (1,)))
    assert framed(card) == {"∂loss/∂scores": (range(5), range(1, 2)), "∂loss/∂b": (range(1), range(1, 2))}
    upstream = card.meeting.maps[0].matrix
    assert np.isclose(upstream[:, 1].sum(), card.meeting.maps[1].matrix[0, 1], rtol=1e-12)


def test_between_scalars_no_heat_map_is_shown(hand, apple_tax, card):
    apple_tax.inquiry.ask(Question("value", hand.id("price")))
    assert framed(card) == {}


def test_the_card_stays_in_the_window(hand, apple_tax, window, card, qapp):
    window.resize(900, 600)
    qapp.processEvents()
    view = window.area.view
    for corner in (QPoint(0, 0), QPoint(900, 0), QPoint(900, 600), QPoint(0, 600)):
        apple_tax.inquiry.ask(Question("value", hand.id("price")), QRect(view.mapToGlobal(corner), QSize(20, 10)))
        assert window.rect().contains(card.geometry())


def test_a_trail_ends_where_a_node_of_it_was_deleted(apple_tax, card, hand):
    apple_tax.inquiry.ask(Question("value", hand.id("price")))
    apple_tax.inquiry.ask_on(Question("value", hand.id("apple total")))
    apple_tax.do(compose.remove(apple_tax.document, [hand.id("price")]), "Delete")
    assert apple_tax.inquiry.trail == ()
    assert not card.isVisible()
    assert apple_tax.spotlight.nodes is None
