"""Practice: predicted by the keyboard alone, revealed on the canvas; and a broken rule found."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import Qt

from graph_engine import evaluate, gradients
from graph_engine.document import edits
from graph_engine.explain import compact
from graph_engine.graph import Edge
from graph_engine.practice import FAULTS_BY_KEY, accused
from graph_engine.storage import to_bytes
from gui.i18n import tr
from tests.eyes import look, wire_look
from tests.hand import SHIFT


@pytest.fixture
def panel(window, qapp):
    found = window.open_panel("practice")
    qapp.processEvents()
    return found


def edge(session, source, target, port):
    graph = session.document.graph
    return Edge(graph.id_of(source), graph.id_of(target), port)


def test_asking_again_for_what_is_practised_goes_on(hand, apple_tax, window):
    hand.key(Qt.Key.Key_F9)
    hand.type("1.1")
    hand.key(Qt.Key.Key_Return)
    window.area.view.setFocus()
    hand.key(Qt.Key.Key_F9)
    assert len(apple_tax.practice.known) == 1
    assert window.open_panel("practice").predict.field.hasFocus()


def test_all_derivatives_of_apple_tax_by_the_keyboard_alone(hand, apple_tax, window):
    hand.key(Qt.Key.Key_F9)
    box, practice = window.open_panel("practice").predict, apple_tax.practice
    assert box.field.hasFocus()
    assert wire_look(apple_tax, "tax", "price", "y").gradient == "?"
    assert wire_look(apple_tax, "tax", "price", "y").local == "∂ = ?"
    assert look(apple_tax, "tax").gradient == "∂price/∂tax = ?"
    for typed in ("1.1", "200", "2 * 1.1", "110"):
        hand.type(typed)
        hand.key(Qt.Key.Key_Return)
    assert practice.finished
    assert wire_look(apple_tax, "tax", "price", "y").gradient == "200"
    assert look(apple_tax, "apple price").gradient == "∂price/∂apple price = 2.2"
    assert "110.00000000000001" in box.verdict.text()
    assert box.score.text() == "4 of 4 answered · 4 at the first try · 0 hints"
    hand.click(hand.on(window.area.banner.stop))
    assert practice.topic is None
    assert not window.area.banner.isVisible()


@pytest.mark.parametrize("name", ["apple_tax", "two_paths", "sigmoid_taken_apart", "classifier"])
def test_what_is_revealed_is_the_engines_number(hand, opened, panel, name):
    session = opened(name)
    document = session.document
    evaluation = evaluate(document.graph)
    found = gradients(evaluation, document.target)
    panel.predict.begin("both")
    practice = session.practice
    while (question := practice.current) is not None:
        if question.kind == "value" and not document.graph.fan_out(question.node):
            assert look(session, document.graph.node(question.node).name).stub.value == "?"
        hand.type(repr(question.expected))
        hand.key(Qt.Key.Key_Return)
    assert practice.at_first == len(practice.questions)
    for wire, carried in found.edges.items():
        graph = document.graph
        shown = wire_look(session, graph.node(wire.source).name, graph.node(wire.target).name, wire.port)
        assert shown.gradient == compact(carried)
        assert shown.value == compact(evaluation.value(wire.source))


def test_a_slip_gets_its_name_and_hints_lead_to_the_answer(hand, apple_tax, panel):
    panel.predict.begin("derivatives")
    hand.key(Qt.Key.Key_Tab)
    assert panel.predict.question.text() == "∂price/∂tax = ?"
    hand.type("1.1")
    hand.key(Qt.Key.Key_Return)
    assert "the inputs of a product are not swapped" in panel.predict.verdict.text()
    assert apple_tax.practice.current.edge == edge(apple_tax, "tax", "price", "y")
    for _ in range(4):
        hand.type("?")
    assert panel.predict.hints.text().splitlines() == [
        "upstream × local, and the local derivative of “price” by its input y is x<br>"
        "upstream × local = 1 × 200<br>The answer is 200"
    ]
    assert not panel.predict.hint.isEnabled()
    hand.type("200")
    hand.key(Qt.Key.Key_Return)
    assert apple_tax.practice.at_first == 0
    hand.key(Qt.Key.Key_Tab, SHIFT)
    assert panel.predict.question.text() == "∂price/∂apple total = ?"
    hand.type("one")
    hand.key(Qt.Key.Key_Return)
    assert "“one” is not known yet" in panel.predict.verdict.text()
    hand.key(Qt.Key.Key_Escape)
    assert not panel.predict.field.hasFocus()


def test_hidden_numbers_stand_nowhere(hand, apple_tax, window, panel):
    panel.predict.begin("derivatives")
    apple_tax.selection.set([hand.id("tax")])
    model = window.derivatives.model
    last = [model.index(row, 4).data() for row in range(model.rowCount())]
    local = [model.index(row, 2).data() for row in range(model.rowCount())]
    assert last == local == [None] * 4
    assert "200" not in window.area.narration.plain()
    assert "gradient" not in window.area.view.accessibleDescription()


def test_an_edit_asks_anew_and_another_document_ends_it(apple_tax, panel, opened):
    panel.predict.begin("values")
    apple_tax.practice.answer("200")
    apple_tax.do(edits.SetValue(apple_tax.document.graph.id_of("tax"), 2.0), "Tax")
    assert not apple_tax.practice.known
    assert apple_tax.practice.questions[1].expected == 400
    opened("two_paths")
    assert apple_tax.practice.topic is None
    assert apple_tax.playhead.veil is None


def test_once_more_draws_other_entries(hand, opened, panel):
    session = opened("classifier")
    panel.predict.begin("values")
    while session.practice.current is not None:
        session.practice.answer(repr(session.practice.current.expected))
    hand.click(hand.on(panel.predict.again))
    assert session.practice.seed == 1
    assert not session.practice.known


def test_nothing_to_predict_on_an_empty_canvas(window, session, panel):
    panel.predict.begin("both")
    assert panel.predict.question.text() == "There is nothing to predict yet"
    assert not panel.predict.field.isVisible()


def test_a_broken_rule_is_found_and_mended_without_touching_the_document(hand, apple_tax, window, panel):
    before, results = to_bytes(apple_tax.document), apple_tax.results
    assert apple_tax.repair.begin(FAULTS_BY_KEY["swapped"], random.Random(3))
    planted = apple_tax.repair.planted
    assert window.area.banner.isVisible()
    wrong = {e for e in accused(results.evaluation, results.gradients)}
    assert {e.target for e in wrong} == {planted.node}
    name = apple_tax.document.graph.node(planted.node).name
    other = "price" if name == "apple total" else "apple total"
    hand.click(hand.node(other))
    hand.click(hand.on(panel.repair.this))
    assert not apple_tax.repair.solved
    hand.click(hand.node(name))
    hand.click(hand.on(panel.repair.this))
    assert apple_tax.repair.solved
    assert "In a product the derivative by one input is the other input" in panel.repair.finding.text()
    assert "Tries: 2" in panel.repair.finding.text()
    hand.click(hand.on(panel.repair.mend))
    assert results.gradient(hand.id("tax")) == 200
    assert to_bytes(apple_tax.document) == before
    assert not apple_tax.dirty


def test_a_wire_may_be_accused_and_numbers_on_the_canvas_are_those_of_the_broken_pass(hand, apple_tax, window):
    assert apple_tax.repair.begin(FAULTS_BY_KEY["swapped"], random.Random(1))
    planted = apple_tax.repair.planted
    for wire, carried in apple_tax.results.gradients.edges.items():
        graph = apple_tax.document.graph
        shown = wire_look(apple_tax, graph.node(wire.source).name, graph.node(wire.target).name, wire.port)
        assert shown.gradient == compact(carried)
    pick = apple_tax.document.graph.edges_in(planted.node)[0]
    assert apple_tax.repair.suspect(pick).kind == "right"


@pytest.mark.parametrize(
    ("name", "key"), [("apple_tax", "swapped"), ("classifier", "batch_forgotten"), ("two_paths", "overwritten")]
)
def test_the_check_panel_turns_the_broken_place_red(opened, window, qtbot, name, key):
    session = opened(name)
    assert session.repair.begin(FAULTS_BY_KEY[key], random.Random(1))
    planted = session.repair.planted
    window.open_panel("check")
    qtbot.waitUntil(lambda: session.checked.complete, timeout=30_000)
    if planted.fault.at_fan_out:
        assert session.checked.faults == {planted.node}
    else:
        assert {wire.target for wire in session.checked.faults} == {planted.node}
    session.repair.end()
    qtbot.waitUntil(lambda: session.checked.complete, timeout=30_000)
    assert not session.checked.faults
    window.docks["check"].hide()


def test_showing_tells_where_and_deleting_the_node_ends_it(hand, opened, window, panel):
    session = opened("two_paths")
    hand.view.setFocus()
    hand.key(Qt.Key.Key_F9, SHIFT)
    planted = session.repair.planted
    assert planted is not None
    hand.click(hand.on(panel.repair.tell))
    assert session.selection.only_node == planted.node
    assert session.repair.solved
    assert "Tries" not in panel.repair.finding.text()
    hand.view.setFocus()
    hand.key(Qt.Key.Key_Delete)
    assert session.repair.planted is None
    assert not window.area.banner.isVisible()


def test_one_or_the_other(apple_tax, panel):
    panel.predict.begin("values")
    assert apple_tax.repair.begin()
    assert apple_tax.practice.topic is None
    panel.predict.begin("values")
    assert apple_tax.repair.planted is None
    assert apple_tax.results.gradient(apple_tax.document.graph.id_of("tax")) == 200


def test_editing_values_keeps_the_rule_broken(apple_tax, panel):
    apple_tax.repair.begin(FAULTS_BY_KEY["swapped"], random.Random(1))
    apple_tax.do(edits.SetValue(apple_tax.document.graph.id_of("tax"), 3.0), "Tax")
    assert apple_tax.repair.planted is not None
    right = gradients(evaluate(apple_tax.document.graph), apple_tax.document.target)
    assert apple_tax.results.gradients.nodes != right.nodes
    assert tr("Mend") == "Mend"
