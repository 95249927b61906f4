"""A parameter's initialiser in the inspector: chosen, set, drawn anew, ended by a typed value."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt

from graph_engine.document import compose_values
from graph_engine.storage import to_bytes
from tests.hand import CONTROL


@pytest.fixture
def inspector(window):
    return window.inspector


@pytest.fixture
def classifier(opened, hand):
    session = opened("classifier")
    hand.click(hand.node("W"))
    return session


def node(session, hand):
    return session.document.graph.node(hand.id("W"))


def choose(hand, box, choice):
    """Walks down the list with the keyboard, as a person does."""
    box.setFocus()
    while box.currentData() != choice:
        hand.key(Qt.Key.Key_Down)


def retype(hand, field, text):
    hand.click(hand.on(field))
    hand.key(Qt.Key.Key_A, CONTROL)
    hand.type(text)
    hand.key(Qt.Key.Key_Return)


def shown(form):
    return [key for key, field in form.fields.items() if not field.isHidden()]


def test_a_typed_value_shows_no_settings_of_an_initialiser(classifier, inspector):
    assert shown(inspector.form) == ["value", "initialiser"]
    assert not inspector.form.again.isVisible()
    assert not inspector.form.meaning.isVisible()


def test_choosing_an_initialiser_draws_and_is_one_step(hand, classifier, inspector):
    before = to_bytes(classifier.document)
    loss = classifier.results.value(hand.id("loss"))
    choose(hand, inspector.form.fields["initialiser"], "he_uniform")
    assert shown(inspector.form) == ["value", "initialiser", "shape", "scale", "layout", "seed"]
    assert "√(6 / inputs)" in inspector.form.meaning.text()
    assert node(classifier, hand).value.shape == (2, 3)
    assert np.abs(node(classifier, hand).value).max() <= np.sqrt(3)
    assert classifier.results.value(hand.id("loss")) != loss
    while classifier.history.canUndo():
        classifier.history.undo()
    assert to_bytes(classifier.document) == before
    assert shown(inspector.form) == ["value", "initialiser"]


def test_a_shape_typed_draws_at_each_keystroke_and_is_one_step(hand, classifier, inspector):
    choose(hand, inspector.form.fields["initialiser"], "normal")
    steps = classifier.history.count()
    retype(hand, inspector.form.fields["shape"], "2, 5")
    assert node(classifier, hand).value.shape == (2, 5)
    assert classifier.history.count() == steps + 1
    classifier.history.undo()
    assert node(classifier, hand).value.shape == (2, 3)


def test_a_shape_that_is_none_is_said(hand, classifier, inspector):
    choose(hand, inspector.form.fields["initialiser"], "normal")
    hand.click(hand.on(inspector.form.fields["shape"]))
    hand.key(Qt.Key.Key_A, CONTROL)
    hand.type("two")
    assert "shape" in inspector.form.wrong.text()
    hand.key(Qt.Key.Key_A, CONTROL)
    hand.type("90000, 90000")
    assert "90000" in inspector.form.wrong.text()
    assert node(classifier, hand).value.shape != (90000, 90000)


def test_new_random_numbers_at_a_click(hand, classifier, inspector):
    choose(hand, inspector.form.fields["initialiser"], "normal")
    first = node(classifier, hand).value
    hand.click(hand.on(inspector.form.again))
    assert not np.any(node(classifier, hand).value == first)
    assert inspector.form.fields["seed"].text() == "1"
    assert classifier.history.undoText() == "New random numbers"
    classifier.history.undo()
    assert np.all(node(classifier, hand).value == first)


def test_the_action_draws_all_that_is_selected(hand, classifier, window):
    action = window.actions_made.made["edit.reseed"]
    assert not action.isEnabled()
    for name in ("W", "b"):
        classifier.do(compose_values.initialise(classifier.document, hand.id(name), initialiser="normal"), "Change")
    hand.key(Qt.Key.Key_A, CONTROL)
    assert action.isEnabled()
    before = [classifier.document.graph.node(hand.id(name)).value for name in ("W", "b")]
    window.actions_made.trigger("edit.reseed")
    after = [classifier.document.graph.node(hand.id(name)).value for name in ("W", "b")]
    assert all(not np.any(a == b) for a, b in zip(before, after, strict=True))


def test_a_value_typed_on_the_canvas_ends_the_initialiser_and_escape_takes_that_back(hand, classifier, inspector):
    choose(hand, inspector.form.fields["initialiser"], "normal")
    drawn, steps = to_bytes(classifier.document), classifier.history.count()
    hand.view.setFocus()
    hand.key(Qt.Key.Key_Return)
    hand.type("[1, 2]")
    assert node(classifier, hand).attributes["initialiser"] == "given"
    hand.key(Qt.Key.Key_Escape)
    assert to_bytes(classifier.document) == drawn
    assert classifier.history.count() == steps
    hand.key(Qt.Key.Key_Return)
    hand.type("[1, 2]")
    hand.key(Qt.Key.Key_Return)
    assert inspector.form.fields["initialiser"].currentData() == "given"
    assert classifier.history.count() == steps + 1
    classifier.history.undo()
    assert to_bytes(classifier.document) == drawn
