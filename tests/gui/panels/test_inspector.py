from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt

from graph_engine.document import edits
from graph_engine.graph import Edge, make_node
from tests.hand import CONTROL


@pytest.fixture
def inspector(window):
    return window.inspector


def words(label):
    """The text of a label without its markup."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", label.text())).strip()


def retype(hand, field, text, key=Qt.Key.Key_Return):
    hand.click(hand.on(field))
    hand.key(Qt.Key.Key_A, CONTROL)
    hand.type(text)
    if key is not None:
        hand.key(key)


@pytest.fixture
def squared(opened, hand):
    """z = (x + y)², its square selected."""
    session = opened("square_of_sum")
    hand.click(hand.node("z"))
    return session


def test_with_nothing_selected_it_says_how_the_target_answers_to_each_source(apple_tax, inspector):
    assert inspector.heading.text() == "Apple tax"
    text = words(inspector.numbers)
    for part in (
        "price 220.00000000000003",
        "∂price/∂apple price 2.2",
        "∂price/∂apple count 110.00000000000001",
        "∂price/∂tax 200",
    ):
        assert part in text


def test_a_node_shows_its_formula_and_its_numbers(hand, apple_tax, inspector):
    hand.click(hand.node("apple total"))
    assert inspector.heading.text() == "multiply"
    assert inspector.formula.text().startswith("z = x × y")
    assert "∂z/∂x = y" in inspector.formula.text()
    text = words(inspector.numbers)
    assert inspector.worked.text() == "apple total = apple price × apple count = 100 × 2"
    assert "value 200" in text
    assert "∂price/∂apple total 1.1" in text


def test_a_wire_shows_its_numbers_and_its_local_derivative(hand, apple_tax, inspector):
    hand.click(hand.wire("apple count", "apple total", "y"))
    assert inspector.heading.text() == "wire"
    assert inspector.about.text() == "apple count → apple total, input y"
    assert "∂z/∂y = x = 100" in inspector.formula.text()
    text = words(inspector.numbers)
    for part in ("value 2", "local 100", "upstream 1.1", "gradient 110.00000000000001"):
        assert part in text
    assert not inspector.name.isVisible()


def test_several_nodes_are_counted(hand, apple_tax, inspector):
    hand.key(Qt.Key.Key_A, CONTROL)
    assert inspector.heading.text() == "5 nodes selected"
    text = words(inspector.numbers)
    assert text.startswith("value gradient apple price 100 2.2 apple count 2 110 tax 1.1 200")
    inspector.numbers.linkActivated.emit(hand.id("tax"))
    assert apple_tax.selection.only_node == hand.id("tax")


def test_it_shows_only_what_has_happened(hand, apple_tax, inspector):
    hand.click(hand.node("apple total"))
    apple_tax.playhead.go(0)
    assert words(inspector.numbers) == ""
    apple_tax.playhead.go(1)
    assert "value 200" in words(inspector.numbers)
    assert "∂price" not in words(inspector.numbers)


def test_a_value_is_evaluated_while_it_is_typed_as_one_step(hand, apple_tax, inspector):
    hand.click(hand.node("tax"))
    retype(hand, inspector.form.fields["value"], "2.5", key=None)
    assert apple_tax.results.value(hand.id("price")) == 500
    hand.key(Qt.Key.Key_Return)
    assert apple_tax.history.count() == 1
    retype(hand, inspector.form.fields["value"], "3")
    assert apple_tax.history.count() == 2


def test_a_fraction_is_worked_out_and_shows_its_value_when_the_field_is_left(hand, apple_tax, inspector):
    hand.click(hand.node("tax"))
    field = inspector.form.fields["value"]
    retype(hand, field, "-3/4", key=None)
    assert apple_tax.results.value(hand.id("tax")) == -0.75
    inspector.name.setFocus()
    assert field.text() == "-0.75"


def test_a_wrong_value_says_why_and_changes_nothing(hand, apple_tax, inspector):
    hand.click(hand.node("tax"))
    field = inspector.form.fields["value"]
    retype(hand, field, "much")
    assert "“much” is not a number" in inspector.form.wrong.text()
    assert field.property("wrong")
    assert apple_tax.results.value(hand.id("tax")) == 1.1
    hand.click(hand.corner())
    hand.click(hand.node("tax"))
    assert inspector.form.fields["value"].text() == "1.1"
    assert not inspector.form.wrong.isVisible()


def test_a_wrong_value_gives_way_when_the_field_is_left(hand, apple_tax, inspector):
    hand.click(hand.node("tax"))
    field = inspector.form.fields["value"]
    retype(hand, field, "much", key=None)
    inspector.name.setFocus()
    assert field.text() == "1.1"
    assert not field.property("wrong")
    assert not inspector.form.wrong.isVisible()


def test_the_exponent_of_a_power_is_edited(hand, squared, inspector):
    retype(hand, inspector.form.fields["n"], "3")
    assert squared.results.value(hand.id("z")) == 125
    assert inspector.formula.text().startswith("z = x³")
    assert squared.history.undoText() == "Change n"
    hand.view.setFocus()
    hand.key(Qt.Key.Key_Z, CONTROL)
    assert inspector.form.fields["n"].text() == "2"
    assert squared.results.value(hand.id("z")) == 25


@pytest.mark.parametrize("text", ["two", "[1, 2]", "nan", ""])
def test_an_exponent_that_is_none_is_refused(hand, squared, inspector, text):
    retype(hand, inspector.form.fields["n"], "0", key=None)
    hand.key(Qt.Key.Key_Backspace)
    hand.type(text)
    hand.key(Qt.Key.Key_Return)
    assert inspector.form.wrong.text()
    assert squared.document.graph.node(hand.id("z")).attributes["n"] == 0


def test_the_layout_of_affine_is_chosen(hand, opened, inspector):
    session = opened("classifier")
    hand.click(hand.node("scores"))
    box = inspector.form.fields["layout"]
    assert box.currentData() == "in_out"
    box.setFocus()
    hand.key(Qt.Key.Key_Down)
    hand.key(Qt.Key.Key_Return)
    assert session.document.graph.node(hand.id("scores")).attributes["layout"] == "out_in"
    assert "must" in inspector.problems.text() or "match" in inspector.problems.text()
    assert session.results.value(hand.id("scores")) is None


def test_a_node_is_renamed(hand, apple_tax, inspector):
    hand.click(hand.node("tax"))
    retype(hand, inspector.name, "VAT")
    assert apple_tax.document.graph.has_name("VAT")
    assert apple_tax.history.undoText() == "Rename"


@pytest.mark.parametrize("name", ["price", "", "   "])
def test_a_name_that_cannot_be_is_refused_and_the_old_one_stays(hand, apple_tax, inspector, said, name):
    hand.click(hand.node("tax"))
    retype(hand, inspector.name, "x", key=None)
    hand.key(Qt.Key.Key_Backspace)
    hand.type(name)
    hand.key(Qt.Key.Key_Return)
    assert len(said) == 1
    assert inspector.name.text() == "tax"
    assert not inspector.name.property("wrong")
    assert apple_tax.history.count() == 0


def test_a_name_typed_is_kept_when_something_else_is_clicked(hand, apple_tax, inspector):
    id = hand.id("tax")
    hand.click(hand.node("tax"))
    retype(hand, inspector.name, "VAT", key=None)
    hand.click(hand.node("price"))
    assert apple_tax.document.graph.node(id).name == "VAT"
    assert apple_tax.document.graph.has_name("price")
    assert inspector.name.text() == "price"


def test_a_link_leads_to_the_other_end_of_a_wire(hand, apple_tax, inspector):
    hand.click(hand.node("apple total"))
    assert "apple count → y" in words(inspector.edges)
    inspector.edges.linkActivated.emit(hand.id("apple count"))
    assert apple_tax.selection.only_node == hand.id("apple count")
    assert "→ apple total" in words(inspector.edges)


def test_problems_are_said(hand, apple_tax, inspector):
    apple_tax.do(edits.Disconnect(hand.edge("tax", "price", "y")), "Disconnect")
    hand.click(hand.node("price"))
    assert inspector.problems.isVisible()
    assert inspector.problems.text() == "“price” needs a wire into y"


def test_names_that_look_like_markup_are_shown_as_they_are(hand, apple_tax, inspector):
    apple_tax.do(edits.Rename(hand.id("tax"), "<b>tax</b> & more"), "Rename")
    hand.click(hand.node("price"))
    assert "&lt;b&gt;tax&lt;/b&gt; &amp; more" in inspector.edges.text()
    assert "<b>tax</b> & more" in inspector.worked.text()
    hand.click(hand.corner())
    assert "&lt;b&gt;tax&lt;/b&gt; &amp; more" in inspector.numbers.text()


def test_undo_takes_a_node_away_whose_field_has_the_focus(hand, session, window, inspector):
    session.do(edits.AddNode(make_node("n1", "variable", "x", 1.0)), "Add")
    session.selection.set(["n1"])
    hand.click(hand.on(inspector.form.fields["value"]))
    hand.type("5")
    window.actions_made.trigger("edit.undo")
    window.actions_made.trigger("edit.undo")
    assert len(session.document.graph) == 0
    assert inspector.form.fields == {}
    assert inspector.heading.text() == "Nothing selected"


def test_arrays_are_shown_as_tables_with_their_first_rows(hand, opened, inspector):
    opened("classifier")
    hand.click(hand.node("W"))
    assert "(2, 3)" in words(inspector.numbers)
    assert "0.2" in words(inspector.numbers)
    hand.view.session.selection.set([], [Edge(hand.id("x"), hand.id("scores"), "x")])
    assert "(5, 2)" in words(inspector.numbers)
