"""One gate in, one signal out."""

from __future__ import annotations

import pytest

from graph_engine.document import Document, compose, edits
from graph_engine.errors import Refused
from graph_engine.graph import Edge, make_node
from graph_engine.storage import example, to_bytes


def refused_edits(id_of):
    total, price, tax = id_of("apple total"), id_of("price"), id_of("tax")
    return {
        "a cycle": edits.Connect(Edge(price, total, "x")),
        "an occupied port": edits.Connect(Edge(tax, total, "x")),
        "a taken name": edits.Rename(total, "tax"),
        "no name": edits.Rename(total, "   "),
        "a value of an op": edits.SetValue(total, 3.0),
        "text for a value": edits.SetValue(tax, "much"),
        "an attribute it has not": edits.SetAttribute(total, "n", 2),
        "a node that is wired": edits.RemoveNode(tax),
        "a node that is not there": edits.Move((("n99", (0, 0)),)),
        "the second half": edits.Together((edits.SetValue(tax, 2.0), edits.Rename(tax, "price"))),
    }


@pytest.mark.parametrize("which", list(refused_edits(str)))
def test_a_refused_edit_leaves_no_trace(session, id_of, heard, which):
    before = to_bytes(session.document)
    with pytest.raises(Refused) as refusal:
        session.do(refused_edits(id_of)[which], "Something")
    assert str(refusal.value)
    assert to_bytes(session.document) == before
    assert session.history.count() == 0
    assert not session.dirty
    assert set(heard.values()) == {0}


def test_an_attempt_that_is_refused_says_why(session, id_of, said):
    assert not session.attempt(edits.Rename(id_of("tax"), "price"), "Rename")
    assert said == ["there is a node named “price” already"]


def test_an_edit_is_announced_once_after_everything_followed(session, id_of):
    seen = []
    session.changed.connect(lambda edit: seen.append((edit, session.results.value(id_of("price")), session.dirty)))
    edit = edits.SetValue(id_of("tax"), 2.0)
    session.do(edit, "Change value")
    assert seen == [(edit, 400.0, True)]


def test_undo_and_redo_announce_each_edit_once(session, id_of, heard):
    session.do(edits.SetValue(id_of("tax"), 2.0), "Change value")
    session.do(compose.remove(session.document, [id_of("apple total")]), "Delete")
    assert heard["changed"] == 2
    session.history.undo()
    assert heard["changed"] == 3
    assert session.results.value(id_of("price")) == 400.0
    session.history.undo()
    assert heard["changed"] == 4
    assert session.results.value(id_of("price")) == 220.00000000000003
    session.history.redo()
    session.history.redo()
    assert heard["changed"] == 6
    assert not session.document.graph.has_name("apple total")


def test_undo_names_the_step_it_takes_back(session, id_of):
    session.do(edits.SetValue(id_of("tax"), 2.0), "Change value")
    assert session.history.undoText() == "Change value"


def test_replacing_the_document_resets_history_selection_and_playhead(session, id_of, heard, tmp_path):
    session.do(edits.SetValue(id_of("tax"), 2.0), "Change value")
    session.selection.set([id_of("tax")])
    session.playhead.go(1)
    session.replace(example("two_paths").open(), tmp_path / "two.json")
    assert session.path == tmp_path / "two.json"
    assert session.history.count() == 0
    assert not session.dirty
    assert not session.selection
    assert session.playhead.resting
    assert session.playhead.position == session.playhead.last == 8
    assert session.results.value(session.document.graph.id_of("e")) == 6.0
    assert heard["replaced"] == 1


def test_a_new_session_is_empty_and_clean(session):
    session.replace(Document(), None)
    assert len(session.document.graph) == 0
    assert session.playhead.last == 0
    assert session.results.target is None


def test_it_is_dirty_until_it_is_back_where_it_was_saved(session, id_of, tmp_path):
    session.do(edits.SetValue(id_of("tax"), 2.0), "Change value")
    assert session.dirty
    session.saved_at(tmp_path / "file.json")
    assert not session.dirty
    session.history.undo()
    assert session.dirty
    session.history.redo()
    assert not session.dirty


def test_a_drag_after_saving_does_not_melt_into_what_was_saved(session, id_of, tmp_path):
    drag = object()
    session.do(edits.Move(((id_of("tax"), (10, 0)),)), "Move", gesture=drag)
    session.saved_at(tmp_path / "file.json")
    session.do(edits.Move(((id_of("tax"), (20, 0)),)), "Move", gesture=drag)
    assert session.dirty
    session.history.undo()
    assert not session.dirty
    assert session.document.positions[id_of("tax")] == (10, 0)


def test_a_node_added_is_evaluated_at_once(session):
    session.do(edits.AddNode(make_node("n9", "variable", "pear", 4.0)), "Add")
    assert session.results.value("n9") == 4.0
