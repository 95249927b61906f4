from __future__ import annotations

import pytest

from graph_engine.document import edits
from graph_engine.storage import from_bytes, to_bytes
from gui.session import clipboard


@pytest.fixture
def board(qapp):
    """The system's clipboard, empty before and after."""
    board = qapp.clipboard()
    board.clear()
    yield board
    board.clear()


def test_a_copy_is_the_documented_file_format(session, id_of, board):
    session.selection.set([id_of("apple price"), id_of("apple total")])
    clipboard.copy(session)
    part = from_bytes(board.text().encode())
    assert [node.name for node in part.graph.nodes] == ["apple price", "apple total"]
    assert len(list(part.graph.edges)) == 1


def test_pasting_keeps_inner_wires_and_gives_free_names(session, id_of, board):
    session.selection.set([id_of("apple price"), id_of("apple count"), id_of("apple total")])
    clipboard.copy(session)
    clipboard.paste(session, "Paste")
    graph = session.document.graph
    names = {node.name for node in graph.nodes}
    assert {"apple price 2", "apple count 2", "apple total 2"} <= names
    total = graph.id_of("apple total 2")
    assert {graph.node(id).name for id in graph.inputs(total).values()} == {"apple price 2", "apple count 2"}
    assert session.results.value(total) == 200.0
    assert session.selection.nodes == {graph.id_of(f"apple {part} 2") for part in ("price", "count", "total")}
    assert session.history.count() == 1


def test_pasting_again_and_again_never_puts_a_node_onto_another(session, id_of, board):
    session.selection.set([id_of("tax")])
    clipboard.copy(session)
    for _ in range(4):
        clipboard.paste(session, "Paste")
    assert len(set(session.document.positions.values())) == len(session.document.graph) == 9


def test_it_can_be_pasted_at_a_place(session, id_of, board):
    session.selection.set([id_of("apple price"), id_of("apple count")])
    clipboard.copy(session)
    clipboard.paste(session, "Paste", at=(1000, 500))
    places = [session.document.positions[id] for id in session.selection.nodes]
    assert sorted(places) == [(1000, 425), (1000, 575)]


@pytest.mark.parametrize("text", ["", "a shopping list", "[1, 2]", '{"format": "other"}', "\ud800 half a character"])
def test_text_that_is_not_ours_is_refused_and_changes_nothing(session, said, board, text):
    board.setText(text)
    before = to_bytes(session.document)
    clipboard.paste(session, "Paste")
    assert to_bytes(session.document) == before
    assert session.history.count() == 0
    assert len(said) == 1
    assert said[0].startswith("The clipboard can't be pasted: ")


def test_duplicating_leaves_the_clipboard_alone(session, id_of, board):
    board.setText("mine")
    session.selection.set([id_of("tax")])
    clipboard.duplicate(session, "Duplicate")
    assert board.text() == "mine"
    assert session.document.graph.has_name("tax 2")
    session.history.undo()
    assert not session.document.graph.has_name("tax 2")
    assert not session.selection


def test_what_was_copied_survives_its_document(session, id_of, board):
    session.selection.set([id_of("tax")])
    clipboard.copy(session)
    session.replace(type(session.document)(), None)
    clipboard.paste(session, "Paste")
    assert session.document.graph.has_name("tax")


def test_a_copy_of_a_changed_value_holds_the_new_one(session, id_of, board):
    session.do(edits.SetValue(id_of("tax"), 1.2), "Change value")
    session.selection.set([id_of("tax")])
    clipboard.copy(session)
    clipboard.paste(session, "Paste")
    assert session.results.value(id_of("tax 2")) == 1.2
