"""Every kind of bad file: one readable sentence, with the line where there is one, and never another exception."""

from __future__ import annotations

import json
from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import graph_engine as ge
from graph_engine import storage
from graph_engine.errors import FileProblem
from graph_engine.storage import format as limits

GOOD = """{
"format": "gradcanvas",
"version": 1,
"nodes": [
{"id": "a", "op": "variable", "name": "a", "value": 1},
{"id": "b", "op": "power", "name": "b"},
{"id": "c", "op": "add", "name": "c"}
],
"edges": [
{"from": "a", "to": "b", "port": "x"},
{"from": "b", "to": "c", "port": "x"}
]
}"""


def changed(old, new):
    assert GOOD.count(old) == 1, old
    return GOOD.replace(old, new)


def value(text):
    return changed('"value": 1', f'"value": {text}')


def packed(dtype="float64", shape="[1]", data="AAAAAAAA8D8="):
    return value(f'{{"dtype": {json.dumps(dtype)}, "shape": {shape}, "base64": {json.dumps(data)}}}')


def noted(inside):
    return changed("]\n}", f'],\n"notes": [\n{{"id": "m", {inside}}}\n]\n}}')


def marked(inside):
    return changed("]\n}", f'],\n"bookmarks": [\n{{{inside}}}\n]\n}}')


A, B, EDGE = '{"id": "a", "op": "variable", "name": "a", "value": 1}', '"op": "power"', '"from": "b", "to": "c"'
AT_NODE, AT_EDGE = 5, 11

BAD = {
    "empty": ("", 1, "not JSON"),
    "broken JSON": (changed('"name": "b"}', '"name": "b",}'), 6, "not JSON"),
    "broken JSON far down": (GOOD[:-2], 12, "not JSON"),
    "something after the end": (GOOD + "\n\nhello", 15, "not JSON"),
    "a string without end": ('{"format": "' + '\\"' * 200_000, 1, "not JSON"),
    "a control character": (changed('"name": "c"', '"name": "c\x01"'), 7, "not JSON"),
    "a list": ("[]", 1, "must be an object"),
    "a number": ("1", 1, "must be an object"),
    "brackets without end": ("\n" + "[" * 100_000, 2, "nested more than 64 deep"),
    "braces without end": ('{"a":' * 100_000, 1, "nested more than 64 deep"),
    "the same key twice": (changed(B, '"op": "power",\n"op": "exp"'), 7, "“op” stands twice"),
    "the same key twice, once escaped": (changed(B, '"op": "power", "\\u006fp": "exp"'), 6, "“op” stands twice"),
    "the same key twice at the top": (changed('"edges"', '"nodes"'), 9, "“nodes” stands twice"),
    "a bare NaN": (value("NaN"), AT_NODE, "a bare NaN is not JSON"),
    "a bare NaN below one in a text": (changed('"name": "c"', '"name": "NaN", "at": [NaN, 0]'), 7, "a bare NaN"),
    "a bare infinity": (value("[1, -Infinity]"), AT_NODE, "a bare -Infinity is not JSON"),
    "1e999": (value("1e999"), AT_NODE, "1e999 is too large for float64"),
    "an integer of five thousand digits": (value("-1" + "0" * 5000), AT_NODE, "is too large for float64"),
    "a version of five thousand digits": (changed(": 1,\n", ": 1" + "0" * 5000 + ",\n"), 3, "is too large"),
    "another format": (changed('"gradcanvas"', '"gimp"'), None, '"format" must be "gradcanvas"'),
    "no format": ("{}", None, '"format" must be "gradcanvas"'),
    "a newer version": (
        changed('"version": 1', '"version": 2'),
        None,
        "format version 2, but this Gradcanvas reads up",
    ),
    "version zero": (changed('"version": 1', '"version": 0'), None, "must be a whole number from 1"),
    "version true": (changed('"version": 1', '"version": true'), None, "must be a whole number from 1"),
    "version 1.0": (changed('"version": 1', '"version": 1.0'), None, "must be a whole number from 1"),
    "an unknown key at the top": (changed('"nodes"', '"größe": 1,\n"nodes"'), 4, "has the key “größe”"),
    "an unknown key in a node": (changed(B, '"op": "power", "color": "red"'), 6, "node “b” has the key “color”"),
    "an unknown key in an edge": (
        changed(EDGE + ', "port": "x"', EDGE + ', "port": "x", "w": 1'),
        11,
        "edges[1] has the key “w”",
    ),
    "an unknown op": (changed(B, '"op": "pwoer"'), 6, "unknown op “pwoer”; did you mean “power”?"),
    "an op nothing is like": (changed(B, '"op": "qqqq"'), 6, "unknown op “qqqq”"),
    "no op": (changed('"op": "power", ', ""), 6, '"op" must say which operation'),
    "an op that is a number": (changed(B, '"op": 5'), 6, '"op" must say which operation'),
    "an unknown attribute": (changed(B, B + ', "attributes": {"m": 1}'), 6, "power has no attribute “m”"),
    "an attribute of a source": (changed(A, A[:-1] + ', "attributes": {"n": 1}}'), 5, "variable has no attribute “n”"),
    "attributes as a list": (changed(B, B + ', "attributes": []'), 6, '"attributes" must be an object'),
    "text for an attribute": (changed(B, B + ', "attributes": {"n": "2"}'), 6, "n is '2'; expected a number"),
    "null for an attribute": (changed(B, B + ', "attributes": {"n": null}'), 6, "expected a number"),
    "a value for an op": (changed(B, B + ', "value": 1'), 6, "power computes its value"),
    "a duplicate name": (changed('"name": "c"', '"name": "a"'), 7, "a node named “a” already"),
    "a duplicate id": (changed('"id": "c"', '"id": "b"'), 7, "a node with the id “b” already"),
    "an empty name": (changed('"name": "c"', '"name": " "'), 7, "a node needs a name"),
    "a name that is a number": (changed('"name": "c"', '"name": 3'), 7, "text must stand in quotes"),
    "a name that is too long": (changed('"name": "c"', f'"name": "{"c" * 100_001}"'), 7, "more than 100000 characters"),
    "an empty id": (changed('"id": "c"', '"id": ""'), None, 'nodes[2] must be an object with an "id"'),
    "no id": (changed('"id": "c", ', ""), None, 'nodes[2] must be an object with an "id"'),
    "a node that is a list": (changed(A, "[]"), None, "nodes[0] must be an object"),
    "nodes that are an object": ('{"format": "gradcanvas", "version": 1,\n"nodes": {}}', 2, '"nodes" must be a list'),
    "edges that are null": ('{"format": "gradcanvas", "version": 1,\n"edges": null}', 2, '"edges" must be a list'),
    "an edge that is a text": (changed("{" + EDGE + ', "port": "x"}', '"b"'), None, "edges[1] must be an object"),
    "an edge without port": (changed(EDGE + ', "port": "x"', EDGE), None, "edges[1] must be an object"),
    "a cycle": (changed('"from": "a", "to": "b"', '"from": "c", "to": "b"'), AT_EDGE, "cycle: c → b → c"),
    "a node that feeds itself": (changed(EDGE, '"from": "c", "to": "c"'), AT_EDGE, "“c” can't feed itself"),
    "an edge from nowhere": (changed(EDGE, '"from": "z", "to": "c"'), AT_EDGE, "the edge z → c: there is no node “z”"),
    "an edge to nowhere": (changed(EDGE, '"from": "b", "to": "z"'), AT_EDGE, "there is no node “z”"),
    "an edge into a source": (changed(EDGE, '"from": "b", "to": "a"'), AT_EDGE, "“a” holds a value and has no inputs"),
    "an unknown port": (
        changed(EDGE + ', "port": "x"', EDGE + ', "port": "w"'),
        11,
        "add has no input “w”; it has x, y",
    ),
    "two wires in one port": (changed(EDGE, '"from": "a", "to": "b"'), AT_EDGE, "x of “b” is wired already"),
    "a target that does not exist": (changed('"version": 1,', '"version": 1,\n"target": "z",'), 4, 'names "z", but no'),
    "a target that is a number": (changed('"version": 1,', '"version": 1,\n"target": 5,'), 4, "names 5, but no node"),
    "text where a number belongs": (value('"one"'), AT_NODE, '"one" stands where a number belongs'),
    "a long text where a number belongs": (value(f'"{"x" * 9999}"'), AT_NODE, "… stands where a number belongs"),
    "null where a number belongs": (value("null"), AT_NODE, "null stands where a number belongs"),
    "true where a number belongs": (value("[1, true]"), AT_NODE, "true stands where a number belongs"),
    "an object where a number belongs": (value('[{"a": 1}]'), AT_NODE, "{…} stands where a number belongs"),
    "ragged rows": (value("[[1, 2], [3]]"), AT_NODE, "rows of an array must have equal lengths"),
    "numbers beside rows": (value("[1, [2]]"), AT_NODE, "rows of an array must have equal lengths"),
    "too many axes": (value("[" * 33 + "1" + "]" * 33), AT_NODE, "at most 32 axes"),
    "bad base64": (packed(data="AAAAAAAA8D8"), AT_NODE, "base64 of a packed array is damaged"),
    "base64 with other letters": (packed(data="AAAA*AAA8D8="), AT_NODE, "base64 of a packed array is damaged"),
    "base64 beyond ASCII": (packed(data="é"), AT_NODE, "base64 of a packed array is damaged"),
    "base64 that is a number": (packed(data=5), AT_NODE, "base64 of a packed array is damaged"),
    "base64 of the wrong length": (packed(shape="[2]"), AT_NODE, "needs 16 bytes but has 8"),
    "an unknown dtype": (packed(dtype="object"), AT_NODE, "needs dtype (float64 or float32)"),
    "a dtype that is a list": (packed(dtype=[]), AT_NODE, "needs dtype (float64 or float32)"),
    "a packed array without shape": (value('{"base64": ""}'), AT_NODE, "a packed array needs dtype"),
    "a negative size": (packed(shape="[-1]"), AT_NODE, "shape of a packed array is a list of whole numbers"),
    "a size that is true": (packed(shape="[true]"), AT_NODE, "is a list of whole numbers"),
    "too many sizes": (packed(shape=str([1] * 33)), AT_NODE, "is a list of whole numbers"),
    "an array too large": (packed(shape="[100000, 100000]"), AT_NODE, "too many numbers; the limit is 67108864"),
    "an empty array too large": (packed(shape=f"[0, {10**200}]", data=""), AT_NODE, "too many numbers"),
    "a place that is text": (changed(B, B + ', "at": "here"'), 6, '"at" must be two numbers'),
    "a place with one number": (changed(B, B + ', "at": [1]'), 6, '"at" must be two numbers'),
    "a place far away": (changed(B, B + ', "at": [1e10, 0]'), 6, "a node can't stand at 1e+10, 0"),
    "a place at a huge integer": (changed(B, B + f', "at": [0, 1{"0" * 290}]'), 6, "a node can't stand at 0, 1e+290"),
    "a lone surrogate in a name": (changed('"name": "c"', '"name": "\\ud800"'), 7, "half a character"),
    "a lone surrogate in an id": (changed('"id": "c"', '"id": "\\ud800"'), None, "half a character"),
    "a lone surrogate in the title": (changed('"version": 1,', '"version": 1,\n"title": "\\udfff",'), 4, "half a char"),
    "a note that is a list": (changed("]\n}", '],\n"notes": [[]]\n}'), None, "notes[0] must be an object"),
    "a note of an unknown colour": (noted('"colour": "red"'), 14, "note “m”: “red” is no colour of a note"),
    "a note whose kind is a number": (noted('"kind": 1'), 14, 'note “m”: "kind" must be a text'),
    "a note with text that is none": (noted('"text": 1'), 14, "text must stand in quotes"),
    "a note with half a character": (noted('"text": "\\ud800"'), 14, "half a character"),
    "a note with another key": (noted('"font": 1'), 14, "note “m” has the key “font”"),
    "a note that is too small": (noted('"size": [1, 1]'), 14, "a note can't be 1 wide and 1 tall"),
    "a note whose size is a number": (noted('"size": 5'), 14, '"size" must be two numbers'),
    "two notes of one id": (noted('"text": ""},\n{"id": "m"'), 15, "a note with the id “m” already"),
    "a bookmark without number": (marked('"name": "a"'), None, "bookmarks[0] must be an object with a whole"),
    "a bookmark without name": (marked('"number": 1'), 14, "a bookmark needs a name"),
    "a bookmark with a wrong zoom": (marked('"number": 1, "name": "a", "zoom": "1"'), 14, '"zoom" must be a number'),
    "a bookmark with another key": (marked('"number": 1, "name": "a", "x": 0'), 14, "bookmarks[0] has the key “x”"),
    "two bookmarks of one number": (
        marked('"number": 1, "name": "a"},\n{"number": 1, "name": "b"'),
        15,
        "there is a bookmark 1 already",
    ),
    "a title that is a list": (changed('"version": 1,', '"version": 1,\n"title": [],'), 4, "text must stand in quotes"),
}


def test_the_file_that_is_spoilt_below_is_fine():
    assert len(storage.from_bytes(GOOD.encode()).graph) == 3


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_file_is_refused_with_a_sentence_and_its_line(kind):
    text, line, words = BAD[kind]
    with pytest.raises(FileProblem) as refused:
        storage.from_bytes(text.encode("utf-8"))
    assert words in str(refused.value)
    assert refused.value.line == line
    assert len(str(refused.value)) < 300, "a sentence, not a dump of the file"


def test_a_file_that_is_not_utf8_names_the_line():
    with pytest.raises(FileProblem, match="not UTF-8") as refused:
        storage.from_bytes(GOOD.encode().replace(b'"name": "b"', b'"name": "\xff"'))
    assert refused.value.line == 6


def test_odd_separators_inside_a_text_do_not_shift_the_line():
    text = changed('"name": "a"', '"name": "a\u2028\x85"').replace('"op": "power"', '"op": "nope"')
    with pytest.raises(FileProblem) as refused:
        storage.from_bytes(text.encode())
    assert refused.value.line == 6


def test_a_long_text_is_scanned_in_little_memory_and_time():
    title = "x" * 50_000_000
    with pytest.raises(FileProblem, match='"title": a text has more than'):
        storage.from_bytes(f'{{"format": "gradcanvas", "version": 1, "title": "{title}"}}'.encode())


def test_whole_numbers_of_many_digits_are_numbers():
    document = storage.from_bytes(changed(B, B + ', "attributes": {"n": 1' + "0" * 30 + "}").encode())
    assert document.graph.node("b").attributes["n"] == 1e30
    assert storage.from_bytes(value("1" + "0" * 290).encode()).graph.node("a").value == 1e290


def test_ids_of_any_length_are_sorted():
    long = "n" + "1" * 6000
    document = storage.from_bytes(GOOD.replace('"c"', f'"{long}"').encode())
    assert storage.to_bytes(storage.from_bytes(storage.to_bytes(document))) == storage.to_bytes(document)


def test_too_many_nodes_are_refused(monkeypatch):
    monkeypatch.setattr(import_module("graph_engine.storage.read"), "MAX_NODES", 2)
    with pytest.raises(FileProblem, match="the file has 3 nodes; the limit is 2"):
        storage.from_bytes(GOOD.encode())


def test_a_file_that_is_too_large_is_not_even_read(tmp_path, monkeypatch):
    for module in ("read", "parse"):
        monkeypatch.setattr(import_module(f"graph_engine.storage.{module}"), "MAX_BYTES", 100)
    path = tmp_path / "large.json"
    path.write_text(GOOD)
    with pytest.raises(FileProblem, match="too large; the limit is 100 bytes"):
        ge.read(path)
    assert limits.MAX_BYTES == 256 * 2**20


def test_a_missing_file_says_its_path(tmp_path):
    with pytest.raises(FileProblem, match=r"nowhere\.json could not be read: No such file"):
        ge.read(tmp_path / "nowhere.json")


def test_a_folder_instead_of_a_file_is_refused(tmp_path):
    with pytest.raises(FileProblem, match="could not be read"):
        ge.read(tmp_path)


def opened(data):
    """The document or the problem; any other exception is the test's to report."""
    try:
        return storage.from_bytes(data)
    except FileProblem as problem:
        return problem


PIECES = [
    '"',
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "1",
    "1e999",
    "NaN",
    "null",
    "\\",
    "\n",
    '"a"',
    '"id"',
    "\ud800",
    "é",
    '"op"',
]


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_no_damage_raises_anything_but_a_file_problem(data):
    text = GOOD
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = start + data.draw(st.integers(0, 12))
        text = text[:start] + data.draw(st.sampled_from(PIECES) | st.text(max_size=3)) + text[end:]
    outcome = opened(text.encode("utf-8", "surrogatepass"))
    if isinstance(outcome, FileProblem):
        assert str(outcome)
        assert outcome.line is None or 1 <= outcome.line <= text.count("\n") + 1
    else:
        assert storage.to_bytes(outcome)


LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3)
TREES = st.recursive(LEAVES, lambda t: st.lists(t, max_size=3) | st.dictionaries(st.text(max_size=3), t, max_size=3))


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_no_strange_value_in_any_place_raises_anything_but_a_file_problem(data):
    tree = json.loads(GOOD)
    place = data.draw(st.sampled_from([tree, tree["nodes"][0], tree["nodes"][1], tree["edges"][0]]))
    keys = [*place, "at", "value", "attributes", "target", "title"]
    place[data.draw(st.sampled_from(keys))] = data.draw(TREES)
    outcome = opened(json.dumps(tree).encode())
    if isinstance(outcome, FileProblem):
        assert str(outcome)
    else:
        assert storage.to_bytes(storage.from_bytes(storage.to_bytes(outcome))) == storage.to_bytes(outcome)
