"""Groups in files: written one a line, read back byte for byte, refused with a sentence and a line."""

import json
from importlib import import_module

import pytest

import graph_engine as ge
from graph_engine import storage
from graph_engine.document import Group, PortName
from graph_engine.errors import FileProblem
from graph_engine.storage import format as limits

GOOD = """{
  "format": "gradcanvas",
  "version": 1,
  "nodes": [
    {"id": "a", "op": "variable", "name": "a", "at": [0, 0], "value": 1},
    {"id": "b", "op": "exp", "name": "b", "at": [0, 0]},
    {"id": "c", "op": "exp", "name": "c", "at": [0, 0]},
    {"id": "d", "op": "exp", "name": "d", "at": [0, 0]}
  ],
  "edges": [
    {"from": "a", "to": "b", "port": "x"},
    {"from": "b", "to": "c", "port": "x"},
    {"from": "c", "to": "d", "port": "x"}
  ],
  "groups": [
    {"id": "g1", "name": "outer", "members": ["b"]},
    {"id": "g2", "name": "内", "members": ["c"], "parent": "g1", "collapsed": true, "ports": [{"node": "c", "port": "x", "name": "in"}]}
  ]
}
"""  # noqa: E501


def changed(old, new):
    assert GOOD.count(old) == 1, old
    return GOOD.replace(old, new)


def test_groups_come_back_byte_for_byte():
    document = storage.from_bytes(GOOD.encode())
    assert document.groups["g2"] == Group("g2", "内", ("c",), "g1", True, (PortName("c", "x", "in"),))
    assert storage.to_bytes(document) == GOOD.encode()


def test_a_document_without_groups_does_not_mention_them():
    assert b"groups" not in storage.to_bytes(ge.example("apple_tax").open())
    assert b"groups" not in storage.to_bytes(
        storage.from_bytes(b'{"format": "gradcanvas", "version": 1, "groups": []}')
    )


BAD = {
    "an unknown key": (changed('"collapsed"', '"closed"'), 17, "has the key “closed”"),
    "no id": (changed('{"id": "g1", ', "{"), 15, 'must be an object with an "id"'),
    "the same id twice": (changed('"id": "g2"', '"id": "g1"'), 17, "a group with the id “g1” already"),
    "a blank name": (changed('"outer"', '" "'), 16, "a group needs a name"),
    "a name that is a number": (changed('"outer"', "5"), 16, '"name" must be text'),
    "the same name twice": (changed('"内"', '"outer "'), 17, "a group named “outer” already"),
    "members that are a text": (changed('["b"]', '"b"'), 16, '"members" must be a list'),
    "a member that is not there": (changed('["b"]', '["z"]'), 16, "there is no node “z”"),
    "a member of two groups": (changed('["b"]', '["b", "c"]'), 17, "“c” can't be in two groups"),
    "a member twice": (changed('["b"]', '["b", "b"]'), 16, "stands twice"),
    "a parent that is not there": (changed('"parent": "g1"', '"parent": "g7"'), 17, "that is not there: g7"),
    "a parent that is a number": (changed('"parent": "g1"', '"parent": 1'), 17, '"parent" must be the id'),
    "a group in itself": (changed('"parent": "g1"', '"parent": "g2"'), 17, "can't lie in itself"),
    "collapsed as a number": (changed("true", "1"), 17, '"collapsed" must be true or false'),
    "ports as an object": (changed('[{"node": "c", "port": "x", "name": "in"}]', "{}"), 17, '"ports" must be a list'),
    "a port without a name": (changed(', "name": "in"}', "}"), 17, '"ports" must be a list'),
    "a port of a stranger": (changed('"node": "c"', '"node": "d"'), 17, "names a port of “d”"),
    "a node left out between": (changed('["b"]', '["b", "d"]').replace(', "parent": "g1"', ""), 17, "make a cycle"),
    "groups as an object": (GOOD[: GOOD.index('  "groups"')] + '"groups": {}}', 15, '"groups" must be a list'),
}


@pytest.mark.parametrize("kind", BAD)
def test_bad_groups_are_refused_with_a_sentence_and_a_line(kind):
    text, line, says = BAD[kind]
    with pytest.raises(FileProblem) as caught:
        storage.from_bytes(text.encode())
    assert says in str(caught.value)
    assert caught.value.line == line


def test_too_many_groups_are_refused(monkeypatch):
    monkeypatch.setattr(import_module("graph_engine.storage.read"), "MAX_GROUPS", 1)
    with pytest.raises(FileProblem, match="the file has 2 groups; the limit is 1"):
        storage.from_bytes(GOOD.encode())
    assert limits.MAX_GROUPS == 10_000


def test_many_groups_open_quickly():
    groups = [{"id": f"g{n}", "members": []} for n in range(10_000)]
    tree = {"format": "gradcanvas", "version": 1, "groups": groups}
    assert len(storage.from_bytes(json.dumps(tree).encode()).groups) == 10_000
