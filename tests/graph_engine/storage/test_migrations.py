"""Older files open by steps, in memory; the first save writes the present form and keeps what was there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph_engine import storage
from graph_engine.document import edits
from graph_engine.errors import FileProblem
from graph_engine.storage import migrations, older
from tests import next_version as coming


@pytest.fixture
def newer():
    with coming.next_version():
        yield


@pytest.fixture
def path(tmp_path):
    """A file of the version before."""
    made = tmp_path / "graph.json"
    made.write_bytes(coming.as_before(storage.to_bytes(storage.example("two_paths").open())))
    return made


@pytest.mark.parametrize(
    ("version", "words"),
    [
        (0, '"version" must be a whole number from 1 to 1'),
        (-1, '"version" must be a whole number from 1 to 1'),
        (1.0, '"version" must be a whole number from 1 to 1'),
        (True, '"version" must be a whole number from 1 to 1'),
        ("1", '"version" must be a whole number from 1 to 1'),
        (None, '"version" must be a whole number from 1 to 1'),
        (2, "this file has format version 2, but this Gradcanvas reads up to 1; update it to open the file"),
        (10**30, "but this Gradcanvas reads up to 1"),
    ],
)
def test_a_version_that_is_none_or_not_known_yet_is_refused_by_name(version, words):
    with pytest.raises(FileProblem) as refused:
        storage.from_bytes(json.dumps({"format": "gradcanvas", "version": version}).encode())
    assert words in str(refused.value)


def test_an_older_file_is_the_same_document_and_is_left_as_it_is(newer, path):
    before = path.read_bytes()
    found = storage.read(path)
    assert storage.to_bytes(found) == storage.to_bytes(storage.example("two_paths").open())
    assert b'"version": 2' in storage.to_bytes(found)
    assert path.read_bytes() == before
    assert [p.name for p in path.parent.iterdir()] == ["graph.json"]


def test_the_first_save_writes_the_new_form_and_keeps_the_old_beside_it(newer, path):
    before, found = path.read_bytes(), storage.read(path)
    for title in ("Once", "Twice"):
        edits.Describe(title, "").apply(found)
        assert storage.write(found, path) == path.read_bytes()
        assert (path.parent / "graph.v1.json").read_bytes() == before
    assert sorted(p.name for p in path.parent.iterdir()) == ["graph.json", "graph.v1.json"]


def test_what_stands_where_the_old_would_be_kept_is_not_written_over(newer, path):
    taken, before = path.parent / "graph.v1.json", path.read_bytes()
    taken.write_text("mine")
    (path.parent / "graph.v1 2.json").mkdir()
    storage.write(storage.read(path), path)
    assert taken.read_text() == "mine"
    assert (path.parent / "graph.v1 3.json").read_bytes() == before


def test_an_old_file_that_can_not_be_kept_is_not_written_over(newer, path, monkeypatch):
    def full(path, data):
        raise FileProblem("no space")

    monkeypatch.setattr(older, "replace_file", full)
    before = path.read_bytes()
    with pytest.raises(FileProblem, match="no space"):
        storage.write(storage.read(path), path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("nodes", [5, None, [5], [None], "abc", {"a": 1}])
def test_a_step_that_meets_what_its_version_never_wrote_refuses(newer, nodes):
    with pytest.raises(FileProblem):
        storage.from_bytes(json.dumps({"format": "gradcanvas", "version": 1, "nodes": nodes}).encode())
    with pytest.raises(FileProblem, match="says that it has format version 1, but what stands in it does not fit"):
        storage.from_bytes(b'{"format": "gradcanvas", "version": 1}')


def test_which_files_are_older(newer, path):
    data = path.read_bytes()
    assert storage.older_version(data) == 1
    assert storage.older_version(b"\xef\xbb\xbf" + data) == 1
    assert (
        storage.older_version(json.dumps(json.loads(data), sort_keys=True).encode()) == 1
    )  # the head is not the first
    assert storage.older_version(storage.to_bytes(storage.read(path))) is None
    for other in (b"", b"{", b"[]", b'{"format": "gradcanvas", "version": 0}', b'{"version": 1}', b"\xff" * 9):
        assert storage.older_version(other) is None


def test_a_journal_goes_on_from_an_older_file(newer, path, tmp_path):
    document, journal = storage.read(path), tmp_path / "some.journal"
    edit = edits.Rename(next(iter(document.graph.nodes)).id, "renamed")
    journal.write_bytes(storage.first_line(storage.Heading(path, "x"), path.read_bytes()) + storage.line(edit))
    edit.apply(document)
    found = storage.recover(journal)
    assert (found.edits, found.whole) == (1, True)
    assert storage.to_bytes(found.document) == storage.to_bytes(document)


def test_edits_of_another_version_are_refused_and_a_document_alone_is_not(newer, path, tmp_path):
    journal = tmp_path / "some.journal"
    first = storage.first_line(storage.Heading(path, "x"), path.read_bytes()).replace(b'"version":2', b'"version":1')
    journal.write_bytes(first + storage.line(edits.Describe("a", "")))
    with pytest.raises(FileProblem, match="its edits have format version 1, this Gradcanvas knows version 2"):
        storage.recover(journal)
    journal.write_bytes(first)
    assert storage.recover(journal).document.title == storage.example("two_paths").open().title


def test_there_is_one_step_for_each_version_in_a_file_of_its_own():
    wanted = [f"from_{version}" for version in range(1, storage.VERSION)]
    modules = {path.stem for path in Path(migrations.__file__).parent.glob("*.py")}
    assert modules == {"__init__", *wanted}, "one file for each step, numbered without gaps"
    assert [step.__module__.rpartition(".")[2] for step in migrations.STEPS] == wanted
    assert all(step.__name__ == "migrate" for step in migrations.STEPS)
