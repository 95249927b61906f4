import math

import numpy as np
import pytest

import graph_engine as ge
from graph_engine import storage
from graph_engine.document import Bookmark, Group, Note, edits, effective_target, touched
from graph_engine.document.edits import Together
from graph_engine.errors import Refused
from graph_engine.graph import Edge, make_node


@pytest.fixture
def document():
    """power(−x) with a target."""
    document = ge.Document()
    for id, kind in (("n1", "variable"), ("n2", "negate"), ("n3", "power")):
        edits.AddNode(make_node(id, kind, f"{kind} {id}"), (0.0, 0.0)).apply(document)
    edits.Connect(Edge("n1", "n2", "x")).apply(document)
    edits.Connect(Edge("n2", "n3", "x")).apply(document)
    edits.SetTarget("n3").apply(document)
    edits.SetNote("note1", Note("note1", text="**here**")).apply(document)
    edits.SetBookmark(1, Bookmark("start", (0.0, 0.0))).apply(document)
    return document


GOOD = [
    edits.AddNode(make_node("n4", "exp", "e"), (1.5, -2.0)),
    edits.Disconnect(Edge("n1", "n2", "x")),
    edits.SetValue("n1", [1.0, float("nan")]),
    edits.SetValue("n1", np.ones((2, 3), np.float32)),
    edits.Rename("n1", "  input  "),
    edits.SetAttribute("n3", "n", 3),
    edits.Move((("n1", (5, 6)), ("n2", (7.5, -8.0)))),
    edits.SetTarget("n2"),
    edits.SetTarget(None),
    edits.Describe("Title", "Some words — 一些话"),
    edits.SetNote("note2", Note("note2", "frame", "# 图", "teal", (1, -2.5), (300, 28))),
    edits.SetNote("note1", Note("note1", text="other", position=(5, 6))),
    edits.SetNote("note1", None),
    edits.SetBookmark(9, Bookmark(" loss ", (5, 6), 2)),
    edits.SetBookmark(1, None),
    Together((edits.SetTarget(None), edits.Disconnect(Edge("n2", "n3", "x")), edits.RemoveNode("n3"))),
]
BAD = [
    (edits.AddNode(make_node("n1", "exp", "e")), "there is a node with the id “n1” already"),
    (edits.AddNode(make_node("n9", "exp", "power n3")), "there is a node named “power n3” already"),
    (edits.AddNode(make_node("n9", "exp", "e"), (math.nan, 0.0)), "a node can't stand at nan, 0"),
    (edits.RemoveNode("n9"), "there is no node “n9”"),
    (edits.RemoveNode("n1"), "still has wires"),
    (edits.RemoveNode("n3"), "the target can't be removed on its own"),
    (edits.Connect(Edge("n3", "n2", "x")), "wired already"),
    (edits.Connect(Edge("n3", "n3", "y")), "power has no input “y”; it has x"),
    (edits.Disconnect(Edge("n1", "n3", "x")), "there is no such wire"),
    (edits.SetValue("n2", 1.0), "computes its value"),
    (edits.SetValue("n1", "text"), "is not a number"),
    (edits.SetValue("n1", None), "is not a number"),
    (edits.Rename("n1", "power n3"), "there is a node named “power n3” already"),
    (edits.Rename("n1", "  "), "a node needs a name"),
    (edits.SetAttribute("n3", "m", 1), "power has no attribute “m”"),
    (edits.SetAttribute("n1", "n", 1), "variable has no attribute “n”"),
    (edits.SetAttribute("n3", "n", math.inf), "n is inf; expected a number"),
    (edits.Move((("n1", (1.0, 1.0)), ("n9", (1.0, 1.0)))), "there is no node “n9”"),
    (edits.Move((("n1", (1.0, 1.0)), ("n2", (1e9, 0.0)))), "a node can't stand at 1e+09, 0"),
    (edits.SetTarget("n9"), "there is no node “n9”"),
    (edits.SetNote("note9", None), "there is no note “note9”"),
    (edits.SetNote("note9", Note("note1")), "a note keeps its id"),
    (edits.SetNote("", Note("")), "a note needs an id"),
    (edits.SetNote("a", Note("a", kind="poster")), "“poster” is no kind of note; there are: note, frame"),
    (edits.SetNote("a", Note("a", colour="red")), "“red” is no colour of a note"),
    (edits.SetNote("a", Note("a", size=(math.nan, 50))), "a note can't be nan wide and 50 tall"),
    (edits.SetNote("a", Note("a", size=(50, 2e5))), "a note can't be 50 wide and 200000 tall"),
    (edits.SetNote("a", Note("a", text="x" * 100_001)), "more than 100000 characters"),
    (edits.SetNote("a", Note("a", position=(math.inf, 0))), "can't stand at inf, 0"),
    (edits.SetBookmark(0, Bookmark("a", (0, 0))), "a number from 1 to 999"),
    (edits.SetBookmark(2, Bookmark(" ", (0, 0))), "a bookmark needs a name"),
    (edits.SetBookmark(2, Bookmark("a", (0, 0), math.nan)), "can't have the zoom nan"),
    (edits.SetBookmark(2, None), "there is no bookmark 2"),
    (Together((edits.Describe("other", ""), edits.SetValue("n1", 5), edits.RemoveNode("n1"))), "still has wires"),
]


@pytest.mark.parametrize("edit", GOOD, ids=lambda edit: type(edit).__name__)
def test_undoing_restores_the_file_and_redoing_gives_the_change_back(edit, document):
    before = storage.to_bytes(document)
    undo = edit.apply(document)
    after = storage.to_bytes(document)
    assert after != before
    redo = undo.apply(document)
    assert storage.to_bytes(document) == before
    redo.apply(document)
    assert storage.to_bytes(document) == after


@pytest.mark.parametrize(("edit", "sentence"), BAD, ids=lambda part: type(part).__name__)
def test_a_refused_edit_says_why_and_leaves_no_trace(edit, sentence, document):
    before = storage.to_bytes(document)
    with pytest.raises(ge.Refused) as refused:
        edit.apply(document)
    assert sentence in str(refused.value)
    assert storage.to_bytes(document) == before


def test_undoing_a_rename_restores_the_name_as_it_stood_in_the_file():
    lines = b'{"format": "gradcanvas", "version": 1, "nodes": [{"id": "a", "op": "variable", "name": "  padded "}]}'
    document = storage.from_bytes(lines)
    before = storage.to_bytes(document)
    edits.Rename("a", "x").apply(document).apply(document)
    assert storage.to_bytes(document) == before
    assert document.graph.has_name("padded")


@pytest.mark.parametrize("edit", GOOD, ids=lambda edit: type(edit).__name__)
def test_every_edit_can_say_what_it_touches(edit, document):
    found = touched(edit)
    assert any(vars(found).values())
    assert touched(edit.apply(document)) == found


def test_what_an_edit_touches_is_told_by_kind():
    assert touched(edits.SetValue("n1", 2)).values == {"n1"}
    assert touched(edits.SetValue("n1", 2)).numbers
    assert not touched(edits.Move((("n1", (0.0, 0.0)),))).numbers
    assert touched(Together((edits.Rename("a", "b"), Together((edits.SetTarget(None),))))).target
    with pytest.raises(TypeError, match="does not know str"):
        touched("not an edit")


def test_the_target_that_is_not_chosen_is_the_last_node_that_feeds_nothing(document):
    assert effective_target(document, ge.evaluate(document.graph)) == "n3"
    edits.SetTarget(None).apply(document)
    edits.AddNode(make_node("n4", "variable", "idle")).apply(document)
    assert effective_target(document, ge.evaluate(document.graph)) == "n3"
    assert effective_target(ge.Document(), ge.evaluate(ge.Graph())) is None


LONG, HALF = "a" * 100_001, "a\ud800"


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (edits.Describe(LONG, ""), "more than 100000 characters"),
        (edits.Describe("", LONG), "more than 100000 characters"),
        (edits.Rename("n1", LONG), "more than 100000 characters"),
        (edits.Rename("n1", HALF), "half a character"),
        (edits.SetBookmark(1, Bookmark(LONG, (0, 0))), "more than 100000 characters"),
        (edits.SetGroups((("g", Group("g", LONG, ("n1",))),)), "more than 100000 characters"),
        (edits.SetGroups((("g", Group("g", HALF, ("n1",))),)), "half a character"),
    ],
    ids=lambda given: type(given).__name__ if not isinstance(given, str) else given[:9],
)
def test_what_could_be_saved_but_not_opened_again_is_refused(edit, words):
    document = ge.example("apple_tax").open()
    before = storage.to_bytes(document)
    with pytest.raises(Refused, match=words):
        edit.apply(document)
    assert storage.to_bytes(document) == before
