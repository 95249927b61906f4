"""Small files that ask for much: each is refused, or what it asks for is, within a second or two and little memory."""

from __future__ import annotations

import gzip
import io
import json
import os
import struct
import subprocess
import sys
import textwrap
import zipfile
from pathlib import Path

import numpy as np
import pytest

from graph_engine.datasets import Choice, load
from graph_engine.errors import FileProblem, ValueMismatch
from graph_engine.storage import from_bytes

ROOT = Path(__file__).resolve().parents[2]


def node(number, op, **rest):
    return {"id": f"n{number}", "op": op, "name": f"v{number}", "at": [0, 0], **rest}


def drawn(number, *shape, initialiser="constant"):
    return node(number, "parameter", attributes={"initialiser": initialiser, "shape": shape})


def wire(source, target, port="x"):
    return {"from": f"n{source}", "to": f"n{target}", "port": port}


def file(nodes, wires=()):
    return json.dumps({"format": "gradcanvas", "version": 1, "nodes": nodes, "edges": list(wires)})


GROWING = {
    "every number with every other": file(
        [drawn(0, 1, 90_000), drawn(1, 90_000, 1), node(2, "add")], [wire(0, 2), wire(1, 2, "y")]
    ),
    "many large values": file(
        [drawn(0, 1, 8000), drawn(1, 8000, 1), *(node(n, "add") for n in range(2, 40))],
        [w for n in range(2, 40) for w in (wire(0, n), wire(1, n, "y"))],
    ),
    "doubled again and again": file(
        [drawn(0, 2**20), *(node(n, "concatenate") for n in range(1, 20))],
        [wire(n - 1, n, port) for n in range(1, 20) for port in "ab"],
    ),
    "matrices of matrices": file(
        [drawn(0, 4096, 4096), *(node(n, "dot") for n in range(1, 9))],
        [w for n in range(1, 9) for w in (wire(n - 1, n), wire(n - 1, n, "W"))],
    ),
    "layers of layers": file(
        [drawn(0, 3900, 3900), *(node(n, "affine") for n in range(1, 30))],
        [w for n in range(1, 30) for w in (wire(0, n), wire(0, n, "W"))],
    ),
}


@pytest.mark.skipif(os.name != "posix", reason="needs a limit of memory")
@pytest.mark.parametrize("kind", GROWING)
def test_a_graph_that_grows_is_evaluated_as_far_as_it_may(kind):
    code = textwrap.dedent(
        """
        import resource, sys
        resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
        from graph_engine import evaluate, gradients
        from graph_engine.document import effective_target
        from graph_engine.storage import from_bytes
        found = from_bytes(sys.stdin.buffer.read())
        evaluation = evaluate(found.graph)
        target = effective_target(found, evaluation)
        if target is not None and evaluation.value(target) is not None:
            gradients(evaluation, target).nodes
        print(*(problem.sentence for problem in evaluation.failures.values()), sep="\\n")
        """
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "OPENBLAS_NUM_THREADS": "2"}
    done = subprocess.run(
        [sys.executable, "-c", code], input=GROWING[kind].encode(), capture_output=True, timeout=60, env=environment
    )
    assert done.returncode == 0, done.stderr.decode()
    told = done.stdout.decode()
    assert "is too large; all values of a graph have" in told or "more than 34,359,738,368 multiplications" in told


@pytest.mark.parametrize(
    ("nodes", "words"),
    [
        ([drawn(n, 4096, 4095, initialiser="constant") for n in range(3)], "too many numbers to draw"),
        (
            [node(n, "data", attributes={"dataset": "moons", "samples": 100_000, "seed": n}) for n in range(99)],
            "too many numbers to draw",
        ),
        (
            [node(n, "data", attributes={"dataset": "drawn_digits", "samples": 90_000, "batch": 1}) for n in range(9)],
            "too many numbers to draw",
        ),
        (
            [node(n, "data", attributes={"dataset": "file", "file": "a.csv", "samples": n}) for n in range(99)],
            "too many columns from data files; the limit is 64",
        ),
        ([drawn(0, 10**9, 10**9)], "has more than 16777216 entries"),
        ([node(0, "custom", attributes={"formula": "x" + "*x" * 9999})], "characters"),
        ([node(0, "variable", value="9" * 5000)], "stands where a number belongs"),
    ],
)
def test_what_is_drawn_and_made_while_reading_is_bounded(nodes, words):
    with pytest.raises(FileProblem) as refused:
        from_bytes(file(nodes).encode())
    assert words in str(refused.value)


# -- data files --------------------------------------------------------------------------------------------------------


def head(shape, dtype="<f8"):
    """The beginning of an array in NumPy's format."""
    out = io.BytesIO()
    np.lib.format.write_array_header_1_0(out, {"descr": dtype, "fortran_order": False, "shape": shape})
    return out.getvalue()


def zipped(path, **arrays):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in arrays.items():
            with archive.open(f"{name}.npy", "w", force_zip64=True) as entry:
                for part in data:
                    entry.write(part)
    return path


def refused(folder, words, name, **choice):
    with pytest.raises(ValueMismatch) as problem:
        load(folder, Choice(name, **choice))
    assert words in str(problem.value)


@pytest.mark.parametrize("shape", [(10**12,), (2**40, 2**40), (0, 2**62), (10**9, 0)])
def test_an_array_that_says_it_is_huge(tmp_path, shape):
    zipped(tmp_path / "a.npz", x=[head(shape)], y=[head((1,)), bytes(8)])
    refused(tmp_path, "is too large; the limit is 536870912 bytes", "a.npz")


def test_a_zip_bomb_is_not_unpacked_beyond_what_it_says(tmp_path):
    zeros = bytes(2**20)
    zipped(tmp_path / "a.npz", x=[head((4, 2)), *([zeros] * 600)], y=[head((4,)), bytes(32)])
    assert (tmp_path / "a.npz").stat().st_size < 2**20
    assert load(tmp_path, Choice("a.npz")).inputs.shape == (4, 2)


def test_an_array_that_is_shorter_than_it_says(tmp_path):
    zipped(tmp_path / "a.npz", x=[head((4, 2)), bytes(10)], y=[head((4,)), bytes(32)])
    refused(tmp_path, "not an NPZ file, or it is damaged", "a.npz")


def test_one_number_for_all_targets_and_none_at_all(tmp_path):
    np.savez(tmp_path / "a.npz", x=np.ones((1, 2)), y=np.float64(3))
    assert load(tmp_path, Choice("a.npz")).targets.tolist() == [[3.0]]
    np.savez(tmp_path / "b.npz", x=np.ones((0, 2)), y=np.ones(0))
    refused(tmp_path, "has no rows", "b.npz")
    np.savez(tmp_path / "c.npz", x=np.ones((2, 1)), y=np.array([True, False]))
    assert load(tmp_path, Choice("c.npz", answers="classes")).classes == ("0", "1")


def test_more_is_asked_of_a_gz_than_its_head_says(tmp_path):
    bomb = gzip.compress(b"\0\0\x08\x02" + struct.pack(">II", 3, 2) + bytes(2**26))
    (tmp_path / "a.idx.gz").write_bytes(bomb)
    (tmp_path / "l.idx").write_bytes(b"\0\0\x08\x01" + struct.pack(">I", 3) + bytes(3))
    assert load(tmp_path, Choice("a.idx.gz", labels="l.idx")).inputs.shape == (3, 2)


@pytest.mark.parametrize("sizes", [(2**32 - 1, 2**32 - 1), (2**31, 1), (0, 2**32 - 1, 2**32 - 1), (2**26, 2)])
def test_images_that_say_they_are_huge(tmp_path, sizes):
    (tmp_path / "a.idx").write_bytes(b"\0\0\x08" + bytes([len(sizes)]) + struct.pack(f">{len(sizes)}I", *sizes))
    (tmp_path / "l.idx").write_bytes(b"\0\0\x08\x01" + struct.pack(">I", 3) + bytes(3))
    with pytest.raises(ValueMismatch):
        load(tmp_path, Choice("a.idx", labels="l.idx"))


def test_labels_of_too_many_classes(tmp_path):
    (tmp_path / "a.idx").write_bytes(b"\0\0\x08\x02" + struct.pack(">II", 1, 2) + bytes(2))
    (tmp_path / "l.idx").write_bytes(b"\0\0\x0c\x01" + struct.pack(">Ii", 1, 2**31 - 1))
    refused(tmp_path, "2147483648 classes; the limit is 10000", "a.idx", labels="l.idx")
    rows = "\n".join(f"{n},{n}" for n in range(10_001))
    (tmp_path / "a.csv").write_text(rows)
    refused(tmp_path, "10001 classes; the limit is 10000; are these", "a.csv", header=False, answers="classes")


def test_one_hot_rows_that_would_be_too_many(tmp_path):
    (tmp_path / "a.csv").write_text("\n".join(f"{n},c{n}" for n in range(10_000)))
    choice = {"dataset": "file", "file": "a.csv", "header": False, "column": "targets", "one_hot": True}
    found = from_bytes(file([node(0, "data", attributes=choice)]).encode(), tmp_path)
    assert "10000 rows of 10000 classes are too many" in str(found.graph.node("n0").trouble)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a,b\n1,1_000\n", "line 2, column “b”: “1_000” is not a number"),
        ("a,b\n1e999,1\n", "column “a”: “1e999” is not a number"),
        ("a,b\ninf,1\n", "“inf” is not a number"),
        ("a,b\n1,2\n3\n", "line 3: 1 columns, but there should be 2"),
        ('a,b\n1,"2\n', "is not a table"),
        ("a,b\n1,\x002\n", ""),
        ("\n\n\n", "has no rows"),
        ("a" * 200_000, ""),
        ("a,b\n" + "1" * 200_000 + ",2\n", "is not a table: field larger than field limit"),
        ("a,b\n1,=cmd|' /C calc'!A0\n", "is not a number"),
        ("a,b\n1,2\n" + "\x1a", ""),
    ],
)
def test_oddities_of_tables(tmp_path, text, words):
    (tmp_path / "a.csv").write_text(text, newline="")
    refused(tmp_path, words, "a.csv", answers="numbers")


def test_a_table_of_too_many_numbers(tmp_path, monkeypatch):
    monkeypatch.setattr(sys.modules["graph_engine.datasets.files.csv_file"], "MAX_ENTRIES", 20)
    (tmp_path / "a.csv").write_text("1,2,3\n" * 30)
    refused(tmp_path, "more than 20 numbers; ask for fewer samples", "a.csv", header=False)
    assert len(load(tmp_path, Choice("a.csv", header=False, samples=10))) == 10
