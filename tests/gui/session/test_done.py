"""What becomes one step of the history, and what none."""

from __future__ import annotations

import gc
from weakref import ref

import pytest

from graph_engine.document import edits
from graph_engine.graph import make_node
from graph_engine.storage import to_bytes
from gui.session import Session
from gui.session.done import Done


def move(session, id, x, gesture):
    session.do(edits.Move(((id, (x, 330.0)),)), "Move", gesture=gesture)


def test_a_drag_is_one_step(session, id_of):
    before, drag = to_bytes(session.document), object()
    for x in (310, 320, 330):
        move(session, id_of("tax"), x, drag)
    assert session.history.count() == 1
    session.history.undo()
    assert to_bytes(session.document) == before
    session.history.redo()
    assert session.document.positions[id_of("tax")] == (330, 330)


def test_two_drags_of_the_same_node_are_two_steps(session, id_of):
    for drag, places in ((object(), (310, 320)), (object(), (330, 340))):
        for x in places:
            move(session, id_of("tax"), x, drag)
    assert session.history.count() == 2
    session.history.undo()
    assert session.document.positions[id_of("tax")] == (320, 330)


def test_edits_without_a_gesture_never_melt_together(session, id_of):
    for x in (310, 320):
        move(session, id_of("tax"), x, None)
    assert session.history.count() == 2


def test_a_drag_that_ends_where_it_began_leaves_no_step(session, id_of):
    drag = object()
    for x in (310, 320, 300):
        move(session, id_of("tax"), x, drag)
    assert session.history.count() == 0
    assert not session.dirty


def test_typing_that_ends_at_the_old_value_leaves_no_step(session, id_of):
    typing = object()
    for value in (11.0, 1.0, 1.1):
        session.do(edits.SetValue(id_of("tax"), value), "Change value", gesture=typing)
    assert session.history.count() == 0
    assert session.results.value(id_of("price")) == 220.00000000000003


def test_an_attribute_that_ends_as_it_was_leaves_no_step(session):
    id = session.document.graph.fresh_id()
    session.do(edits.AddNode(make_node(id, "power", "square")), "Add")
    typing = object()
    for n in (3.0, 34.0, 2.0):
        session.do(edits.SetAttribute(id, "n", n), "Change n", gesture=typing)
    assert session.history.count() == 1
    assert session.history.undoText() == "Add"


def test_one_gesture_may_touch_different_things_and_is_taken_back_in_order(session, id_of):
    before, gesture = to_bytes(session.document), object()
    session.do(edits.SetValue(id_of("tax"), 2.0), "Both", gesture=gesture)
    move(session, id_of("tax"), 500, gesture)
    session.do(edits.SetValue(id_of("tax"), 3.0), "Both", gesture=gesture)
    assert session.history.count() == 1
    after = to_bytes(session.document)
    session.history.undo()
    assert to_bytes(session.document) == before
    session.history.redo()
    assert to_bytes(session.document) == after


@pytest.mark.parametrize("value", [float("nan"), [1.0, 2.0]])
def test_odd_values_are_compared_as_they_are(session, id_of, value):
    session.do(edits.SetValue(id_of("tax"), value), "Change value")
    typing = object()
    for given in (5.0, value):
        session.do(edits.SetValue(id_of("tax"), given), "Change value", gesture=typing)
    assert session.history.count() == 1


def test_what_became_part_of_a_step_is_let_go(session, id_of):
    gesture = object()
    for x in range(50):
        move(session, id_of("tax"), x, gesture)
    move(session, id_of("tax"), 70, again := object())
    before = session.history.count()
    move(session, id_of("tax"), 49, again)  # where it came from: no step at all
    assert (before, session.history.count()) == (2, 1)
    gc.collect()
    edited = [thing._edit for thing in gc.get_objects() if type(thing) is Done]
    assert [edit.places for edit in edited if isinstance(edit, edits.Move)].count(((id_of("tax"), (49, 330.0)),)) == 1
    assert ((id_of("tax"), (48, 330.0)),) not in [edit.places for edit in edited if isinstance(edit, edits.Move)]


def test_a_session_with_a_history_can_be_collected(qapp):
    def with_a_history() -> ref[Session]:
        session = Session()
        session.do(edits.AddNode(make_node("n1", "variable", "x", value=1.0)), "Add")
        session.history.undo()
        session.history.redo()
        return ref(session)

    gone = with_a_history()
    gc.collect()
    assert gone() is None
