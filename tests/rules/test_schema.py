"""The published schema is as strict as a schema can be, and never stricter than the reader."""

from __future__ import annotations

import copy
import json
import re
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import graph_engine as ge
from graph_engine import storage
from graph_engine.errors import FileProblem
from graph_engine.storage import format as limits

DOCS = Path(__file__).resolve().parents[2] / "docs"
SCHEMA = json.loads((DOCS / "gradcanvas-1.schema.json").read_text(encoding="utf-8"))
CHECK = jsonschema.Draft202012Validator(SCHEMA)
GOOD = {
    "format": "gradcanvas",
    "version": 1,
    "target": "b",
    "nodes": [
        {"id": "a", "op": "variable", "name": "a", "at": [0, 0], "value": [1, "NaN"]},
        {"id": "b", "op": "power", "name": "b", "attributes": {"n": 2}},
        {"id": "W", "op": "parameter", "value": [1], "attributes": {"initialiser": "normal", "shape": [1], "seed": 3}},
        {"id": "d", "op": "data", "attributes": {"dataset": "moons", "column": "targets", "one_hot": True, "batch": 9}},
    ],
    "edges": [{"from": "a", "to": "b", "port": "x"}],
    "notes": [{"id": "a", "kind": "frame", "text": "# $x$", "colour": "teal", "at": [1, 2.5], "size": [40, 28]}],
    "bookmarks": [{"number": 1, "name": "here", "at": [0, 0], "zoom": 2}],
    "training": {"optimizer": "adam", "settings": {"beta1": 0.8}, "rate": 0.01, "epochs": 3, "order": ["W"]},
    "groups": [
        {"id": "g", "name": "g", "members": ["b"], "collapsed": True},
        {"id": "h", "parent": "g", "ports": []},
    ],
}
FIXTURES = sorted((Path(__file__).resolve().parents[1] / "graph_engine/storage/fixtures").glob("v001*.json"))


def test_the_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", [*(e.path for e in ge.examples()), *FIXTURES], ids=lambda path: path.stem)
def test_files_of_this_version_conform(path):
    CHECK.validate(json.loads(path.read_bytes()))


def spoilt(path, value):
    tree = copy.deepcopy(GOOD)
    *way, last = path
    place = tree
    for key in way:
        place = place[key]
    place[last] = value
    return tree


BAD = {
    "another format": (["format"], "gimp"),
    "a newer version": (["version"], 2),
    "version true": (["version"], True),
    "an unknown key": (["colour"], "red"),
    "an unknown key in a node": (["nodes", 0, "colour"], "red"),
    "an unknown key in an edge": (["edges", 0, "weight"], 1),
    "a title that is a number": (["title"], 5),
    "a blank name": (["nodes", 0, "name"], "  "),
    "an empty id": (["nodes", 0, "id"], ""),
    "a place of three numbers": (["nodes", 0, "at"], [1, 2, 3]),
    "a place far away": (["nodes", 0, "at"], [0, 1e9]),
    "text where a number belongs": (["nodes", 0, "value"], "one"),
    "null where a number belongs": (["nodes", 0, "value"], [None]),
    "true where a number belongs": (["nodes", 0, "value"], True),
    "a packed array without shape": (["nodes", 0, "value"], {"dtype": "float64", "base64": ""}),
    "an unknown dtype": (["nodes", 0, "value"], {"dtype": "int64", "shape": [0], "base64": ""}),
    "a negative size": (["nodes", 0, "value"], {"dtype": "float64", "shape": [-1], "base64": ""}),
    "base64 with other letters": (["nodes", 0, "value"], {"dtype": "float64", "shape": [0], "base64": "*"}),
    "a value for an op": (["nodes", 1, "value"], 1),
    "an attribute of a source": (["nodes", 0, "attributes"], {"n": 1}),
    "an unknown attribute of a parameter": (["nodes", 2, "attributes"], {"n": 1}),
    "training that is no object": (["training"], []),
    "an unknown optimizer": (["training", "optimizer"], "magic"),
    "an unknown key in training": (["training", "colour"], 1),
    "a negative rate": (["training", "rate"], -1),
    "a text among the optimizer's settings": (["training", "settings", "beta1"], "x"),
    "a parameter twice in the order": (["training", "order"], ["W", "W"]),
    "an unknown initialiser": (["nodes", 2, "attributes", "initialiser"], "magic"),
    "a shape with a negative size": (["nodes", 2, "attributes", "shape"], [-1]),
    "a seed that is no whole number": (["nodes", 2, "attributes", "seed"], 0.5),
    "a value for a data column": (["nodes", 3, "value"], [1]),
    "an unknown data set": (["nodes", 3, "attributes", "dataset"], "iris"),
    "an unknown column": (["nodes", 3, "attributes", "column"], "rows"),
    "a negative batch": (["nodes", 3, "attributes", "batch"], -1),
    "too many samples": (["nodes", 3, "attributes", "samples"], 100_001),
    "attributes as a list": (["nodes", 1, "attributes"], []),
    "an edge that is a text": (["edges", 0], "a → b"),
    "an unknown key in a group": (["groups", 0, "colour"], "red"),
    "a group without an id": (["groups", 0], {"name": "g"}),
    "a group with a blank name": (["groups", 0, "name"], " "),
    "members that are a text": (["groups", 0, "members"], "b"),
    "a member twice": (["groups", 0, "members"], ["b", "b"]),
    "a group that is collapsed a little": (["groups", 0, "collapsed"], 0.5),
    "a parent that is a number": (["groups", 1, "parent"], 1),
    "a port without a name": (["groups", 0, "ports"], [{"node": "b", "port": "x"}]),
    "nodes that are an object": (["nodes"], {}),
    "an unknown kind of note": (["notes", 0, "kind"], "poster"),
    "an unknown colour of a note": (["notes", 0, "colour"], "red"),
    "a note that is too narrow": (["notes", 0, "size"], [39, 28]),
    "a note that is too tall": (["notes", 0, "size"], [40, 1e6]),
    "a note far away": (["notes", 0, "at"], [0, 1e9]),
    "a note without id": (["notes", 0, "id"], ""),
    "a bookmark zero": (["bookmarks", 0, "number"], 0),
    "a bookmark without name": (["bookmarks", 0, "name"], " "),
    "a bookmark from too far": (["bookmarks", 0, "zoom"], 0.001),
}


def test_the_file_that_is_spoilt_below_conforms():
    CHECK.validate(GOOD)


@pytest.mark.parametrize("kind", BAD)
def test_bad_files_conform_neither_to_the_schema_nor_to_the_reader(kind):
    tree = spoilt(*BAD[kind])
    assert not CHECK.is_valid(tree)
    with pytest.raises(FileProblem):
        storage.from_bytes(json.dumps(tree).encode())


LEAVES = st.none() | st.booleans() | st.integers(-5, 5) | st.floats(allow_nan=False, allow_infinity=False) | st.text()
TREES = st.recursive(LEAVES, lambda t: st.lists(t, max_size=3) | st.dictionaries(st.text(max_size=3), t, max_size=2))


@settings(max_examples=200, deadline=None)
@given(st.sampled_from([path for path, _ in BAD.values()]), TREES)
def test_what_the_reader_opens_conforms(path, value):
    tree = spoilt(path, value)
    try:
        document = storage.from_bytes(json.dumps(tree).encode())
    except FileProblem:
        return
    CHECK.validate(tree)
    CHECK.validate(json.loads(storage.to_bytes(document)))


def test_the_page_for_people_shows_a_file_that_opens_and_the_true_limits():
    page = (DOCS / "file-format.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```json\n(.*?)```", page, re.DOTALL)
    assert len(storage.from_bytes(example.encode()).graph) == 4
    CHECK.validate(json.loads(example))
    assert f"| {limits.MAX_BYTES // 2**20} MiB |" in page
    for number in (limits.MAX_DEPTH, limits.MAX_NODES, limits.MAX_GROUPS, limits.MAX_ENTRIES, limits.MAX_TEXT, 32):
        assert f"| {number:,} |" in page
    assert f"more than {limits.INLINE} entries" in page
