"""Opening and saving without any dialog: a refusal is said, and leaves everything as it was."""

from __future__ import annotations

import pytest

from graph_engine.document import edits
from graph_engine.storage import example, to_bytes
from gui.session import files
from tests import next_version as coming

BROKEN = {
    "not JSON": ('{"format": "gradcanvas",\n "version": 1,\n oops}', "line 3"),
    "newer": ('{"format": "gradcanvas", "version": 99}', "version 99"),
    "another program's": ('{"format": "other"}', "not a Gradcanvas file"),
    "cyclic": (
        '{"format": "gradcanvas", "version": 1,\n'
        '"nodes": [{"id": "a", "op": "exp"}, {"id": "b", "op": "exp"}],\n'
        '"edges": [{"from": "a", "to": "b", "port": "x"},\n{"from": "b", "to": "a", "port": "x"}]}',
        "line 4: the edge b → a: that would make a cycle",
    ),
    "an unknown op": ('{"format": "gradcanvas", "version": 1,\n"nodes": [{"id": "a", "op": "magic"}]}', "line 2"),
    "deeply nested": ("[" * 100_000, "nested"),
    "a name twice": (
        '{"format": "gradcanvas", "version": 1, "nodes": [\n{"id": "a", "op": "exp", "name": "s"},\n'
        '{"id": "b", "op": "exp", "name": "s"}]}',
        "line 3: node “s”: there is a node named “s” already",
    ),
    "not text": (b"\xff\xfe\x00", "not UTF-8"),
}


@pytest.mark.parametrize("which", BROKEN)
def test_a_bad_file_is_refused_with_a_sentence_and_changes_nothing(session, id_of, said, tmp_path, which):
    content, part = BROKEN[which]
    path = tmp_path / "bad.json"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    session.do(edits.SetValue(id_of("tax"), 2.0), "Change value")
    session.selection.set([id_of("tax")])
    session.playhead.go(2)
    before = to_bytes(session.document), session.path, session.history.count(), session.playhead.position
    assert not files.open_file(session, path)
    assert (to_bytes(session.document), session.path, session.history.count(), session.playhead.position) == before
    assert session.selection.only_node == id_of("tax")
    assert len(said) == 1
    assert said[0].startswith("bad.json")
    assert part in said[0]


def test_a_file_that_is_not_there_is_refused(session, said, tmp_path):
    assert not files.open_file(session, tmp_path / "nothing.json")
    assert "could not be read" in said[0]


def test_what_is_saved_opens_as_the_same_document(session, tmp_path):
    path, written = tmp_path / "apple.json", to_bytes(session.document)
    assert files.save(session, path)
    assert session.path == path.resolve()
    files.new(session)
    assert session.path is None
    assert files.open_file(session, path)
    assert to_bytes(session.document) == written
    assert session.path == path.resolve()


def test_saving_where_nothing_can_be_written_says_so_and_stays_unsaved(session, id_of, said, tmp_path):
    (tmp_path / "file").write_text("not a folder")
    session.do(edits.SetValue(id_of("tax"), 2.0), "Change value")
    assert not files.save(session, tmp_path / "file" / "apple.json")
    assert "could not be written" in said[0]
    assert session.dirty
    assert session.path is None


def test_an_example_opens_without_a_place_so_that_saving_never_writes_over_it(session, heard):
    assert files.open_example(session, example("two_paths"))
    assert session.path is None
    assert not session.dirty
    assert session.document.graph.has_name("e")


def test_an_older_file_is_said_and_opening_it_changes_nothing_on_disk(session, tmp_path):
    path, heard = tmp_path / "graph.json", []
    old = coming.as_before(to_bytes(example("two_paths").open()))
    path.write_bytes(old)
    session.said.connect(lambda sentence, kind: heard.append((str(sentence), kind)))
    with coming.next_version():
        assert files.open_file(session, path)
        assert (path.read_bytes(), session.dirty) == (old, False)
        sentence = "graph.json has the older format 1. Saving writes format 2 and keeps the old file beside it."
        assert heard == [(sentence, "warning")]
        assert files.save(session, path)
        assert path.read_bytes() == to_bytes(session.document)
    assert (tmp_path / "graph.v1.json").read_bytes() == old
