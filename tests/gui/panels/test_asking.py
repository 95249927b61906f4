"""Every number of every panel answers “why?”, back to the sources."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt

from graph_engine.document import apart, from_formula, regroup
from graph_engine.explain import Question
from gui.session import Aim
from gui.session.inquiry import asked_by


@pytest.fixture
def front(window, qapp):
    """Brings a panel to the front."""

    def bring(name):
        found = window.open_panel(name)
        qapp.processEvents()
        return found

    return bring


def links(label):
    """What the numbers of a label ask."""
    return [asked_by(link.replace("&quot;", '"')) for link in re.findall('href="(why:[^"]*)"', label.text())]


def to_the_sources(session) -> None:
    """Asks on from the question that is shown, through every number of every answer."""
    inquiry, asked = session.inquiry, set()
    waiting = [inquiry.question]
    while waiting:
        question = waiting.pop()
        if question not in asked:
            asked.add(question)
            answer = inquiry.answer(question)
            assert answer is not None, question
            waiting += answer.asks
    kinds = {question.of for question in asked if question.kind == "value"}
    assert any(session.document.graph.node(id).is_source for id in kinds) or not kinds


def test_a_cell_of_a_heat_map_says_why(opened, hand, front, qapp):
    session, panel = opened("classifier"), front("tensors")
    hand.click(hand.node("W"))
    for tab, kind in ((0, "value"), (1, "gradient")):
        panel.tabs.setCurrentIndex(tab)
        hand.click(panel.map.mapTo(hand.window, panel.map.place_of((1, 2))))
        assert session.inquiry.question == Question(kind, hand.id("W"), (1, 2))
        assert links(panel.readout) == [(Question(kind, hand.id("W"), (1, 2)), None)]
        to_the_sources(session)
        hand.key(Qt.Key.Key_Escape)
    hand.click(hand.node("scores"))
    panel.tabs.setCurrentIndex(2)
    qapp.processEvents()
    edge = hand.edge("x", "scores", "x")
    panel.map.point((4, 3))
    assert links(panel.readout) == [(Question("local", edge, (1, 1, 1, 1)), None)]
    hand.click(panel.map.mapTo(hand.window, panel.map.place_of((4, 3))))
    assert session.inquiry.question == Question("local", edge, (1, 1, 1, 1))
    to_the_sources(session)


def test_a_heat_map_is_asked_by_keyboard(opened, hand, front):
    session, panel = opened("classifier"), front("tensors")
    hand.click(hand.node("W"))
    panel.map.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Return):
        hand.key(key)
    assert session.inquiry.question == Question("value", hand.id("W"), (1, 0))


def test_a_cell_of_a_jacobian_says_why_for_its_own_target(opened, hand, front):
    session, panel = opened("many_outputs"), front("modes")
    panel.go(panel.race.last)
    for row in range(5):
        hand.click(panel.reverse.map.mapTo(hand.window, panel.reverse.map.place_of((row, 0))))
        question, aim = panel.race.question(row, 0)
        assert session.inquiry.question == question
        assert session.inquiry.aim == (None if aim.target == session.results.target else aim)
        assert float(session.inquiry.answer().value) == panel.reverse.map.matrix[row, 0]
        to_the_sources(session)
        hand.key(Qt.Key.Key_Escape)


def test_what_is_not_known_yet_is_not_told(opened, hand, front):
    session, panel = opened("many_outputs"), front("modes")
    hand.click(panel.reverse.map.mapTo(hand.window, panel.reverse.map.place_of((2, 0))))
    assert session.inquiry.question is None


def word_at(hand, panel, place, number):
    """The middle of a number in a row of the lens, and what it asks."""
    rect = panel.list.visualRect(panel.rows.index(place))
    inner = rect.adjusted(12, 7, -12, -7)
    lower = inner.adjusted(0, inner.height() // 2 + 1, 0, 0)
    asking = [word for word in panel.painter.words(panel.rows.row(place), lower) if word.asks is not None]
    return panel.list.viewport().mapTo(hand.window, asking[number].room.center()), asking[number].asks


def test_factors_and_products_of_paths_say_why(opened, hand, front):
    session, panel = opened("two_paths"), front("paths")
    at, asks = word_at(hand, panel, 1, 1)
    hand.click(at)
    assert session.inquiry.question == asks == Question("local", hand.edge("d", "e", "y"))
    hand.key(Qt.Key.Key_Escape)
    at, asks = word_at(hand, panel, 1, -1)
    hand.click(at)
    path = (hand.edge("b", "d", "x"), hand.edge("d", "e", "y"))
    assert session.inquiry.question == asks == Question("path", path)
    answer = session.inquiry.answer()
    assert answer.value == answer.again() == 3.0
    assert session.spotlight.wires == frozenset(path)
    to_the_sources(session)
    for question, aim in links(panel.summary):
        assert session.inquiry.ask(question, None, aim)
        assert session.inquiry.answer().value == 5.0


def test_a_path_is_asked_by_keyboard(opened, hand, front):
    session, panel = opened("two_paths"), front("paths")
    panel.list.setFocus()
    panel.list.setCurrentIndex(panel.rows.index(0))
    hand.key(Qt.Key.Key_Return)
    assert session.inquiry.question.kind == "path"
    assert [step.target for step in session.inquiry.question.path] == [hand.id("c"), hand.id("e")]


def test_of_other_ends_the_gradient_is_that_of_the_chosen_one(opened, hand, front):
    session, panel = opened("two_paths"), front("paths")
    panel._choose_target(hand.id("d"))
    (question, aim), *_ = links(panel.summary)
    assert aim == Aim(hand.id("d"))
    assert session.inquiry.ask(question, None, aim)
    assert session.inquiry.answer().value == 1.0
    assert session.inquiry.aim == aim


def test_numbers_of_the_nudge_say_why(apple_tax, hand, front):
    panel = front("nudge")
    hand.click(hand.node("tax"))
    for column, expected in ((1, Question("gradient", hand.id("tax"))), (2, Question("value", hand.id("price")))):
        at = panel.table.visualItemRect(panel.table.item(1, column)).center()
        hand.click(panel.table.viewport().mapTo(hand.window, at))
        assert apple_tax.inquiry.question == expected
        to_the_sources(apple_tax)
        hand.key(Qt.Key.Key_Escape)


def test_numbers_of_the_check_say_why(apple_tax, hand, front, qtbot):
    panel = front("check")
    qtbot.waitUntil(lambda: apple_tax.checked.complete, timeout=20_000)
    for row in range(panel.sorted.rowCount()):
        index = panel.sorted.index(row, 2)
        panel.table.scrollTo(index)
        hand.click(panel.table.viewport().mapTo(hand.window, panel.table.visualRect(index).center()))
        answer = apple_tax.inquiry.answer()
        assert float(answer.value) == panel.model.rows[panel.sorted.mapToSource(index).row()].analytic
        to_the_sources(apple_tax)
        hand.key(Qt.Key.Key_Escape)


def test_factors_of_the_doctor_say_why(opened, hand, front):
    session, panel = opened("saturated_sigmoid"), front("doctor")
    panel.examine()
    asked = links(panel.cards[0])
    assert asked
    for question, _ in asked:
        assert session.inquiry.ask(question)
        to_the_sources(session)


def test_numbers_of_a_group_say_why(session, window):
    session.replace(from_formula("y = logistic(x)"), None)
    edit, group = apart.take_apart(session.document, session.document.graph.id_of("y"))
    session.do(edit, "Take apart")
    session.do(regroup.changed(session.document, group, collapsed=True), "Collapse")
    session.selection.set(session.document.groups[group].members)
    asked = [question for label in (window.inspector.numbers, window.inspector.edges) for question, _ in links(label)]
    assert [question.kind for question in asked] == ["value", "gradient", "value", "carried"]
    for question in asked:
        assert session.inquiry.ask(question)
        to_the_sources(session)
