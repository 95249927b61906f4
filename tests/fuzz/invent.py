"""Makes documents and journals up: most of a document is what a file may say, here and there stands something nasty.

Faster than drawing them with hypothesis, whose own bookkeeping took a hundred times as long as what was tested.
"""

from __future__ import annotations

import copy
import json
import random
from typing import Any

import graph_engine as ge
from graph_engine import storage
from graph_engine.document import TRAINING_FIELDS, Document, compose, edits
from graph_engine.graph import SOURCES_BY_KEY, Edge, make_node
from graph_engine.ops import Attribute

from .mutate import NASTY, spoil_bytes

Record = dict[str, Any]
OPS = {op.key: op for op in ge.ops.ALL}
SHAPES = [[], [], [1], [3], [2, 3], [3, 2], [1, 3], [4, 2, 3], [0], [2, 0]]


def document(dice: random.Random) -> bytes:
    """A file with up to a dozen nodes."""
    rate = dice.choice([0.0, 0.0, 0.01, 0.05, 0.3])
    kinds = [dice.choice([*OPS, *SOURCES_BY_KEY, *SOURCES_BY_KEY]) for _ in range(dice.choice([1, 2, 5, 8, 12]))]
    nodes = [_node(dice, number, kind) for number, kind in enumerate(kinds)]
    tree: Record = {"format": "gradcanvas", "version": 1, "nodes": nodes, "edges": list(_edges(dice, kinds))}
    ids = [node["id"] for node in nodes]
    for key, make in (("target", dice.choice), ("notes", _notes), ("bookmarks", _bookmarks), ("groups", _groups)):
        if dice.random() < 0.3:
            tree[key] = make(dice, ids) if make != dice.choice else dice.choice(ids)
    if dice.random() < 0.3:
        tree["training"] = _settings(dice, TRAINING_FIELDS) | {"order": ids[: dice.choice([0, 1, 3])]}
    data = json.dumps(_spoilt(dice, tree, rate), indent=dice.choice([None, 1])).encode("utf-8", "surrogatepass")
    return spoil_bytes(dice, data) if dice.random() < 0.05 else data


def _node(dice: random.Random, number: int, kind: str) -> Record:
    record: Record = {"id": f"n{number}", "op": kind, "at": [dice.uniform(-900, 900), dice.randint(-900, 900)]}
    if dice.random() < 0.7:
        record["name"] = dice.choice(["x", "W", "损失", "a b", f"v{number}"]) + str(number)
    attributes = OPS[kind].attributes if kind in OPS else SOURCES_BY_KEY[kind].attributes
    if attributes and dice.random() < 0.7:
        record["attributes"] = _settings(dice, attributes)
    if kind not in OPS and kind != "data" and dice.random() < 0.9:
        record["value"] = _array(dice, dice.choice(SHAPES))
    return record


def _settings(dice: random.Random, attributes: tuple[Attribute, ...]) -> Record:
    return {a.name: _setting(dice, a) for a in attributes if dice.random() < 0.5}


def _setting(dice: random.Random, attribute: Attribute) -> Any:
    if attribute.choices:
        return dice.choice(attribute.choices)
    plain = {
        "number": [0, 1, -2.5, 0.01, 1e300],
        "whole": [0, 1, 2, 7, 1000, 100_000],
        "truth": [True, False],
        "axes": [None, [0], [1], [-1], [0, 1], [1, 0], [2, 0, 1], [0, 0]],
        "sizes": [[], [6], [2, 3], [-1], [3, -1], [0], [100, 100], [1] * 30, [99_999, 99_999]],
        "formula": ["x*y", "sin(x)", "x^2+y*z", "1/x", "log(x)-y", "x+", "a"],
        "text": ["", "data.csv", "a, 2", "../a.csv"],
    }
    return copy.deepcopy(dice.choice([attribute.default, *plain[attribute.kind]]))


def _array(dice: random.Random, shape: list[int]) -> Any:
    if not shape:
        return dice.choice([0, 1, -1, 0.5, 2.25, 1e308, -1e-308, "NaN", "-Infinity", dice.gauss(0, 1)])
    return [_array(dice, shape[1:]) for _ in range(shape[0])]


def _edges(dice: random.Random, kinds: list[str]) -> Any:
    for number, kind in enumerate(kinds):
        for port in OPS[kind].ports if number and kind in OPS else ():
            if dice.random() < 0.9:
                source = dice.randrange(number) if dice.random() < 0.97 else dice.randrange(len(kinds))
                yield {"from": f"n{source}", "to": f"n{number}", "port": port}


def _notes(dice: random.Random, ids: list[str]) -> list[Record]:
    text = dice.choice(["", "**bold** $x^2$", "$\\frac{", "# a\n\n* b", "<b>x</b>"])
    return [{"id": f"m{n}", "kind": dice.choice(["note", "frame"]), "text": text} for n in range(dice.randint(1, 3))]


def _bookmarks(dice: random.Random, ids: list[str]) -> list[Record]:
    return [{"number": n, "name": "here", "at": [0, n], "zoom": dice.choice([1, 0.5, 99])} for n in range(1, 3)]


def _groups(dice: random.Random, ids: list[str]) -> list[Record]:
    cut = dice.randint(0, len(ids))
    inner: Record = {"id": "g1", "name": "inner", "members": ids[:cut], "collapsed": dice.random() < 0.5}
    if dice.random() < 0.5:
        inner["parent"] = dice.choice(["g2", "g2", "g1", "g9"])
    ports = [{"node": dice.choice(ids), "port": dice.choice(["", "x"]), "name": "p"}] if dice.random() < 0.4 else []
    return [inner, {"id": "g2", "name": "outer", "members": ids[cut:], "ports": ports}]


def _spoilt(dice: random.Random, tree: Any, rate: float) -> Any:
    if dice.random() < rate:
        return copy.deepcopy(dice.choice(NASTY))
    if isinstance(tree, dict):
        return {key: _spoilt(dice, value, rate / 2) for key, value in tree.items()}
    return [_spoilt(dice, value, rate / 2) for value in tree] if isinstance(tree, list) else tree


def journal(dice: random.Random) -> bytes:
    """What a crash may leave: a document and some edits of it, with something wrong here and there."""
    base: Document = ge.example(dice.choice(["apple_tax", "two_paths", "xor"])).open()
    lines = [storage.first_line(storage.Heading(None, "abc"), storage.to_bytes(base))]
    for _ in range(dice.choice([0, 1, 4, 9])):
        edit = _edit(dice, base)
        edit.apply(base)
        lines.append(storage.line(edit))
    if dice.random() < 0.9:
        number = dice.randrange(len(lines))
        if dice.random() < 0.6:
            tree = _spoilt(dice, json.loads(lines[number]), dice.choice([0.05, 0.2, 0.5]))
            lines[number] = json.dumps(tree).encode("utf-8", "surrogatepass") + b"\n"
        else:
            lines[number] = spoil_bytes(dice, lines[number])
    return b"".join(lines)


def _edit(dice: random.Random, document: Document) -> edits.Edit:
    graph, ids = document.graph, [node.id for node in document.graph.nodes]
    sources = [node.id for node in graph.nodes if node.is_source and not node.is_derived]
    match dice.randint(0, 5):
        case 0 if sources:
            return edits.SetValue(dice.choice(sources), storage.value_from_json(_array(dice, dice.choice(SHAPES))))
        case 1 if ids:
            node = make_node(graph.fresh_id(), "negate", graph.fresh_name("negate"))
            return edits.Together(
                (edits.AddNode(node, (1.0, 2.0)), edits.Connect(Edge(dice.choice(ids), node.id, "x")))
            )
        case 2 if ids:
            return compose.remove(document, [dice.choice(ids)])
        case 3 if ids:
            return edits.Move(((dice.choice(ids), (dice.random(), 7.0)),))
        case 4 if ids:
            return edits.Rename(dice.choice(ids), graph.fresh_name("another"))
        case _:
            return edits.Describe("图" * dice.randint(0, 30), "")
