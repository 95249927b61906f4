"""The journal: read back to the document it was written beside, whatever happened to its end."""

from __future__ import annotations

import inspect
import json

import pytest

from graph_engine import storage
from graph_engine.document import edits
from graph_engine.errors import FileProblem, ValueMismatch
from graph_engine.storage.edit_json import edit_from_json, edit_to_json


@pytest.fixture
def written(tmp_path):
    """A journal of three edits, and the bytes of the document after each number of them."""
    document = storage.example("apple_tax").open()
    path, stages = tmp_path / "some.journal", [storage.to_bytes(document)]
    lines = [storage.first_line(storage.Heading(tmp_path / "graph.json", "abc"), stages[0])]
    id = next(node.id for node in document.graph.nodes if node.is_source)
    for edit in (edits.SetValue(id, 7.0), edits.Rename(id, "苹果"), edits.Describe("Another", "")):
        edit.apply(document)
        lines.append(storage.line(edit))
        stages.append(storage.to_bytes(document))
    path.write_bytes(b"".join(lines))
    return path, stages, lines


def test_it_leads_to_the_document_and_knows_the_file(written):
    path, stages, _ = written
    found = storage.recover(path)
    assert storage.to_bytes(found.document) == stages[-1]
    assert (found.edits, found.whole) == (3, True)
    assert found.heading == storage.Heading(path.parent / "graph.json", "abc")


def test_cut_off_anywhere_it_leads_as_far_as_it_goes(written):
    path, stages, lines = written
    whole = path.read_bytes()
    ends = [sum(map(len, lines[: n + 1])) for n in range(4)]
    for cut in range(ends[0], len(whole) + 1):
        path.write_bytes(whole[:cut])
        found = storage.recover(path)
        reached = sum(end <= cut + 1 for end in ends) - 1  # a line that lacks nothing but its end counts
        assert (storage.to_bytes(found.document), found.edits) == (stages[reached], reached)
        assert found.whole


def test_a_beginning_that_is_cut_off_is_said(written):
    path, _, lines = written
    for cut in (0, 1, 50, len(lines[0]) - 2):
        path.write_bytes(lines[0][:cut])
        with pytest.raises(FileProblem, match="no journal of Gradcanvas, or its beginning is lost"):
            storage.recover(path)


@pytest.mark.parametrize(
    "line", [b"\0" * 40, b"[]", b"{}", b'{"edit":"SetValue","id":"nobody","value":1}', b'{"edit":"Exec"}', b"[" * 9999]
)
def test_after_damage_in_the_middle_the_rest_is_left_out_and_that_is_known(written, line):
    path, stages, lines = written
    path.write_bytes(lines[0] + lines[1] + line + b"\n" + lines[2])
    found = storage.recover(path)
    assert storage.to_bytes(found.document) == stages[1]
    assert (found.edits, found.whole) == (1, False)


def test_one_of_another_version_is_said(written):
    path, _, lines = written
    path.write_bytes(lines[0].replace(b'"journal":1', b'"journal":2'))
    with pytest.raises(FileProblem, match="another version"):
        storage.recover(path)


def test_it_knows_every_edit():
    kinds = {name for name, kind in inspect.getmembers(edits, inspect.isclass) if hasattr(kind, "apply")} - {"Edit"}
    source = inspect.getsource(storage.edit_json)
    assert all(f'case "{name}"' in source and f"edits.{name}(" in source for name in kinds), kinds


def test_what_is_no_edit_of_ours_is_refused():
    with pytest.raises(TypeError, match="does not know int"):
        edit_to_json(5)
    with pytest.raises(ValueMismatch, match="this is no edit"):
        edit_from_json(json.loads('{"edit": "Rename", "id": 5, "name": "a"}'))
