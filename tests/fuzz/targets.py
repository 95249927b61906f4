"""What is done with a hostile file: opened, evaluated, differentiated, explained, saved, opened again.

Whatever stands in it, the only exception that may come is a refusal with a sentence, and it comes soon.
"""

from __future__ import annotations

import gzip
import io
import json
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

import graph_engine as ge
from graph_engine import storage
from graph_engine.datasets import Choice, load
from graph_engine.document import effective_target
from graph_engine.errors import FileProblem, GradcanvasError
from graph_engine.graph import make_node

Result = TypeVar("Result")

SLOWEST = 1.0  # seconds of work for a file of a few thousand bytes, whatever else the machine does meanwhile
LONGEST = 1500  # characters of a sentence


class TooSlow(AssertionError):
    """It took longer than `SLOWEST`."""


def document(data: bytes, folder: Path | None = None) -> str:
    """What became of it: "refused", or "opened"."""
    started = time.process_time()
    found = _tried(lambda: storage.from_bytes(data, folder))
    _in_time(started, "reading")
    if isinstance(found, GradcanvasError):
        assert isinstance(found, FileProblem)
        assert found.line is None or 1 <= found.line <= data.count(b"\n") + 1
        return _refused(found)
    again = storage.to_bytes(found)
    assert storage.to_bytes(storage.from_bytes(again, folder)) == again, "it does not come back as it was saved"
    _in_time(started, "using", _use(found))
    return "opened"


def _tried(act: Callable[[], Result]) -> Result | GradcanvasError:
    try:
        return act()
    except GradcanvasError as problem:
        return problem


def _refused(problem: GradcanvasError) -> str:
    assert 0 < len(str(problem)) < LONGEST, "a sentence"
    return "refused"


def _use(found: ge.Document) -> int:
    """How many numbers there were to compute."""
    evaluation = ge.evaluate(found.graph)
    target = effective_target(found, evaluation)
    timeline = ge.trace(evaluation, target)
    gradients = ge.gradients(evaluation, target) if timeline.derived else None
    for position in range(min(len(timeline), 12) + 1):
        assert ge.narrate(timeline, position, evaluation, gradients).lines
    assert all(problem.sentence for problem in ge.births(evaluation))
    return sum(np.size(evaluation.value(node.id)) for node in found.graph.nodes)


def _in_time(started: float, doing: str, numbers: int = 0) -> None:
    took = time.process_time() - started
    if took > SLOWEST * (1 + numbers / 2**21):
        raise TooSlow(f"{doing} took {took:.1f} s")


def journal(data: bytes, folder: Path) -> str:
    """What became of the journal that a crash left, or somebody put there."""
    path = folder / "some.journal"
    path.write_bytes(data)
    started = time.process_time()
    found = _tried(lambda: storage.recover(path))
    _in_time(started, "recovering")
    if isinstance(found, GradcanvasError):
        return _refused(found)
    again = storage.to_bytes(found.document)
    assert storage.to_bytes(storage.from_bytes(again)) == again, "it can't be saved and opened again"
    _in_time(started, "using", _use(found.document))
    return "opened"


def model(data: bytes) -> str:
    """What became of a model of ONNX."""
    from graph_engine.onnx_models import from_onnx

    started = time.process_time()
    found = _tried(lambda: from_onnx(data))
    _in_time(started, "reading")
    if isinstance(found, GradcanvasError):
        return _refused(found)
    again = storage.to_bytes(found)
    assert storage.to_bytes(storage.from_bytes(again)) == again, "it can't be saved and opened again"
    _in_time(started, "using", _use(found))
    return "opened"


def table(name: str, data: bytes, folder: Path, **choice: Any) -> str:
    """What became of a data file called `name`, put into `folder`."""
    (folder / name).write_bytes(data)
    started = time.process_time()
    found = _tried(lambda: load(folder, Choice(name, **choice)))
    _in_time(started, "loading")
    if isinstance(found, GradcanvasError):
        return _refused(found)
    assert len(found.inputs) == len(found.targets)
    assert found.inputs.dtype == found.targets.dtype == np.float64
    return "opened"


# Of an IDX file.
LABELS = b"\0\0\x08\x01\0\0\0\x03\x01\x02\x00"


@cache
def seeds() -> tuple[bytes, ...]:
    """Files that are fine: the examples, one with every op and attribute, one with everything beside nodes."""
    found = [example.path.read_bytes() for example in ge.examples()]
    small = [data for data in found if len(data) < 20_000]
    return (*small, _every_op(), _extras())


def _every_op() -> bytes:
    everything = ge.Document()
    for op in ge.ops.ALL:
        node = make_node(everything.graph.fresh_id(), op.key, op.key)
        ge.document.edits.AddNode(node, (0.0, 0.0)).apply(everything)
    for kind in ("variable", "parameter", "constant", "data"):
        node = make_node(everything.graph.fresh_id(), kind, kind)
        ge.document.edits.AddNode(node, (0.0, 0.0)).apply(everything)
    return storage.to_bytes(everything)


def _extras() -> bytes:
    """Notes, bookmarks, groups in groups, a training set-up, initialisers, data columns, a formula of one's own."""
    tree = json.loads(storage.to_bytes(ge.example("two_paths").open()))
    inside = [node["id"] for node in tree["nodes"] if node["op"] in ("add", "multiply")]
    tree["notes"] = [
        {"id": "m1", "kind": "frame", "text": "**T** $x^2$", "colour": "teal", "at": [1, 2], "size": [90, 80]},
        {"id": "m2", "text": "![](/etc/passwd) <b>a</b>"},
    ]
    tree["bookmarks"] = [{"number": 1, "name": "here", "at": [5, 6], "zoom": 1.5}]
    tree["groups"] = [
        {"id": "g1", "name": "inner", "members": inside[:1], "parent": "g2", "collapsed": True},
        {"id": "g2", "name": "outer", "members": inside[1:], "ports": [{"node": inside[1], "port": "", "name": "o"}]},
    ]
    drawn = {"initialiser": "he_normal", "layout": "in_out", "scale": 2, "seed": 1, "shape": [4, 3]}
    file = {"dataset": "file", "file": "data.csv", "inputs": "a", "targets": "b", "column": "targets", "batch": 2}
    tree["nodes"] += [
        {"id": "n90", "op": "parameter", "name": "drawn", "at": [0, 0], "attributes": drawn},
        {"id": "n91", "op": "data", "name": "file", "at": [0, 0], "attributes": file},
        {"id": "n92", "op": "data", "name": "moons", "at": [0, 0], "attributes": {"dataset": "moons", "one_hot": True}},
        {"id": "n93", "op": "custom", "name": "own", "at": [0, 0], "attributes": {"formula": "sin(x)*2", "dx": "2*z"}},
        {"id": "n94", "op": "dot", "name": "product", "at": [0, 0]},
    ]
    tree["edges"] += [
        {"from": "n92", "to": "n93", "port": "x"},
        {"from": "n93", "to": "n94", "port": "x"},
        {"from": "n90", "to": "n94", "port": "W"},
    ]
    tree["training"] = {"optimizer": "adam", "settings": {"beta1": 0.8}, "rate": 0.01, "epochs": 4, "order": ["n90"]}
    return json.dumps(tree, indent=1).encode()


@cache
def models() -> tuple[bytes, ...]:
    """Models that are fine: of the examples and of every op; none where onnx is not installed."""
    from graph_engine.export import by_key
    from tests.graphs_of_ops import every_op

    write = by_key("onnx_model")
    found = [write.data(ge.example(name).open()) for name in ("apple_tax", "two_paths", "xor", "digits")]
    return tuple(data for data in (*found, *(write.data(made) for _, made in every_op())) if len(data) < 20_000)


@cache
def tables() -> tuple[tuple[str, bytes, dict[str, Any]], ...]:
    """Data files that are fine: name, bytes, and what is chosen of them."""
    rng, text = np.random.default_rng(0), b"a,b,c\n1,2,0\n3,4,1\n5,6.5e3,0\n"
    images = b"\0\0\x08\x03\0\0\0\x03\0\0\0\x02\0\0\0\x02" + bytes(range(12))
    found: list[tuple[str, bytes, dict[str, Any]]] = [
        ("t.csv", text, {}),
        ("t.csv", text, {"inputs": "a, 2", "targets": "c", "answers": "classes", "samples": 2}),
        ("t.tsv", b"1\t2\tred\n3\t4\tblue\n", {"header": False}),
        ("t.csv", "甲;乙\n1;2\n".encode("gb18030"), {"encoding": "gb18030", "delimiter": "semicolon"}),
        ("t.txt", '"x 1" y\n1 2\n3 4\n'.encode("utf-16"), {"encoding": "utf-16", "delimiter": "space"}),
        ("images.idx", images, {"labels": "labels.idx"}),
        ("images.idx.gz", gzip.compress(images), {"labels": "labels.idx"}),
    ]
    for save in (np.savez, np.savez_compressed):
        for x, y in ((rng.random((4, 3)), np.arange(4)), (np.ones((4, 2, 2), "f2"), np.array(["a", "b", "a", "b"]))):
            packed = io.BytesIO()
            save(packed, x=x, y=y)
            found.append(("t.npz", packed.getvalue(), {}))
    return tuple(found)
