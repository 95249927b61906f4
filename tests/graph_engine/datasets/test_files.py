"""Data files: what is read, what is refused and in which words, and that nothing but what lies beside is reached."""

from __future__ import annotations

import gzip
import os
import struct

import numpy as np
import pytest

import graph_engine as ge
from graph_engine.datasets import Choice, load
from graph_engine.document import compose_values, edits
from graph_engine.graph import look_in, make_node
from graph_engine.storage import from_bytes, read, to_bytes, write
from graph_engine.training import Trainer

IRIS = "length,width,kind\n1.5,0.2,small\n4,1.5,large\n1,0.1,small\n5,2,large\n"


@pytest.fixture
def table(tmp_path):
    def write_it(text, name="t.csv", encoding="utf-8"):
        (tmp_path / name).write_bytes(text.encode(encoding))
        return tmp_path

    return write_it


def refused(folder, match, **choice):
    with pytest.raises(ge.ValueMismatch, match=match):
        load(folder, Choice(**{"file": "t.csv", **choice}))


def test_the_last_column_is_the_target_and_text_is_classes(table):
    data = load(table(IRIS), Choice("t.csv"))
    assert (data.kind, data.features, data.classes) == ("classes", ("length", "width"), ("large", "small"))
    assert data.inputs.tolist() == [[1.5, 0.2], [4, 1.5], [1, 0.1], [5, 2]]
    assert data.targets.tolist() == [1, 0, 1, 0]


def test_columns_by_name_and_by_number(table):
    data = load(table(IRIS), Choice("t.csv", inputs="width", targets="1"))
    assert (data.features, data.kind) == (("width",), "regression")
    assert data.targets.tolist() == [[1.5], [4], [1], [5]]
    assert len(load(table(IRIS), Choice("t.csv", samples=2))) == 2


@pytest.mark.parametrize("mark", [",", ";", "\t", " "])
def test_the_delimiter_is_found_out(table, mark):
    data = load(table(IRIS.replace(",", mark), "t.tsv"), Choice("t.tsv"))
    assert data.inputs.shape == (4, 2)


def test_no_header_quotes_empty_lines_and_other_encodings(table):
    text = '"1",2,"große, rote"\r\n\r\n3,4,klein\r\n'
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "latin-1"):
        named = encoding.removesuffix("-sig")
        data = load(table(text, encoding=encoding), Choice("t.csv", header=False, encoding=named))
        assert data.classes == ("große, rote", "klein")
        assert data.features == ("1", "2")
    refused(table("größe,x\n1,2\n", encoding="latin-1"), "is not utf-8 text; choose another encoding")


def test_numbers_can_be_said_to_be_classes(table):
    data = load(table("x,t\n1,3\n2,7\n3,3\n"), Choice("t.csv", answers="classes"))
    assert (data.classes, data.targets.tolist()) == (("3", "7"), [0, 1, 0])


@pytest.mark.parametrize(
    ("text", "choice", "sentence"),
    [
        ("a,b\n1,2\n,3\n", {}, "line 3, column “a”: a value is missing"),
        ("a,b\n1,2\n1,NaN\n", {}, "line 3, column “b”: a value is missing"),
        ("a,b\n1,2\nx,3\n", {}, "line 3, column “a”: “x” is not a number"),
        ("a,b\n1,2\n1,2,3\n", {}, "line 3: 3 columns, but there should be 2"),
        ("a,b\n1,x\n", {"answers": "numbers"}, "line 2, column “b”: “x” is not a number"),
        ("a,b\n1,2\n", {"inputs": "c"}, "no column “c”; it has a, b"),
        ("a,b\n", {}, "has no rows"),
        ("", {}, "has no rows"),
        ("a\n1\n", {}, "has one column"),
        ('a,b\n"1,2\n', {}, "is not a table"),
    ],
)
def test_tables_that_are_refused(table, text, choice, sentence):
    refused(table(text), sentence, **choice)


@pytest.mark.parametrize(
    "path", ["/etc/passwd", "../t.csv", "a/../../t.csv", "C:\\t.csv", "\\\\host\\t.csv", "a\0b", "~/x"]
)
def test_nothing_outside_the_folder_is_read(table, path):
    refused(table(IRIS) / "deeper" if path == "../t.csv" else table(IRIS), "beside|below it", file=path)


def test_links_may_not_lead_out(table, tmp_path):
    table(IRIS)
    inner = tmp_path / "inner"
    inner.mkdir()
    os.symlink(tmp_path / "t.csv", inner / "out.csv")
    os.symlink(tmp_path, inner / "up")
    refused(inner, "must lie in the document's folder", file="out.csv")
    refused(inner, "must lie in the document's folder", file="up/t.csv")
    (inner / "in.csv").write_text(IRIS)
    os.symlink(inner / "in.csv", inner / "near.csv")
    assert len(load(inner, Choice("near.csv"))) == 4


def test_without_a_folder_or_a_file(table):
    refused(None, "save the document first")
    refused(table(IRIS), "no file has been chosen", file="")
    refused(table(IRIS), "there is no file none.csv beside", file="none.csv")


def test_npz(tmp_path):
    rng = np.random.default_rng(0)
    x, t = rng.random((6, 2, 2)), np.arange(6) % 3
    np.savez(tmp_path / "d.npz", x=x, y=t, other=np.arange(3))
    data = load(tmp_path, Choice("d.npz", answers="classes"))
    assert data.inputs.shape == (6, 4)
    assert data.targets.tolist() == t.tolist()
    refused(tmp_path, "they need as many rows", file="d.npz", targets="other")
    refused(tmp_path, "no array “z”; it has x, y, other", file="d.npz", inputs="z")
    np.savez(tmp_path / "p.npz", x=np.array([{}], object), y=np.array([1]))
    refused(tmp_path, "holds something else than numbers", file="p.npz")
    (tmp_path / "b.npz").write_bytes(b"PK nothing")
    refused(tmp_path, "not an NPZ file, or it is damaged", file="b.npz")


def idx(array, code=8):
    head = struct.pack(f">BBBB{array.ndim}I", 0, 0, code, array.ndim, *array.shape)
    return head + array.astype(array.dtype.newbyteorder(">")).tobytes()


@pytest.mark.parametrize("packed", [False, True])
def test_idx(tmp_path, packed):
    images = np.arange(5 * 2 * 3, dtype=np.uint8).reshape(5, 2, 3)
    labels = np.array([0, 3, 1, 2, 3], np.uint8)
    pack, end = (gzip.compress, ".gz") if packed else (bytes, "")
    (tmp_path / f"i{end}").write_bytes(pack(idx(images)))
    (tmp_path / f"l{end}").write_bytes(pack(idx(labels)))
    data = load(tmp_path, Choice(f"i{end}", f"l{end}"))
    assert data.inputs.tolist() == (images.reshape(5, 6) / 255).tolist()
    assert data.classes == ("0", "1", "2", "3")
    assert len(load(tmp_path, Choice(f"i{end}", f"l{end}", samples=3))) == 3
    refused(tmp_path, "needs one of labels", file=f"i{end}")
    refused(tmp_path, "is not images and their labels", file=f"l{end}", labels=f"i{end}")


def test_idx_that_claims_too_much_or_ends_too_soon(tmp_path):
    (tmp_path / "l").write_bytes(idx(np.zeros(2, np.uint8)))
    (tmp_path / "bomb").write_bytes(gzip.compress(b"\0\0\x08\x03" + b"\xff" * 12 + bytes(10**6)))
    refused(tmp_path, "too large", file="bomb", labels="l")
    (tmp_path / "short").write_bytes(idx(np.zeros((2, 3, 3), np.uint8))[:-1])
    refused(tmp_path, "ends too soon", file="short", labels="l")
    (tmp_path / "cut").write_bytes(gzip.compress(idx(np.zeros((2, 3, 3), np.uint8)))[:-12])
    refused(tmp_path, "ends too soon|is damaged", file="cut", labels="l")
    (tmp_path / "text").write_text("hello")
    refused(tmp_path, "no data file that can be read", file="text", labels="l")


@pytest.fixture
def saved(tmp_path):
    """A document beside its table."""
    (tmp_path / "t.csv").write_text(IRIS)
    document = ge.example("blobs").open()
    for name, value in (("dataset", "file"), ("file", "t.csv"), ("batch", 0)):
        compose_values.set_attribute(document, "n1", name, value).apply(document)
    edits.SetValue("n2", np.zeros((2, 2))).apply(document)
    edits.SetValue("n3", np.zeros(2)).apply(document)
    path = tmp_path / "d.json"
    write(document, path)
    return path


def test_a_document_takes_its_rows_from_a_file_beside_it(saved):
    document = read(saved)
    assert document.graph.node("n1").value.shape == (4, 2)
    assert document.graph.node("n4").value.tolist() == [[0, 1], [1, 0], [0, 1], [1, 0]]
    assert to_bytes(document) == saved.read_bytes()
    undo = compose_values.set_attribute(document, "n1", "samples", 3).apply(document)
    assert document.graph.node("n1").value.shape == (3, 2)
    undo.apply(document)
    assert document.graph.node("n1").value.shape == (4, 2)
    epochs = [r for r in Trainer(document, ge.Training(epochs=200, test=0.0)).run() if hasattr(r, "train_accuracy")]
    assert epochs[-1].train_accuracy == 1


def test_a_file_that_vanishes_is_said_and_nothing_is_lost(saved):
    (saved.parent / "t.csv").unlink()
    document = read(saved)
    evaluation = ge.evaluate(document.graph)
    assert evaluation.value("n1") is None
    assert evaluation.value("n6") is None
    assert "there is no file t.csv beside the document" in evaluation.failures["n1"].sentence
    assert to_bytes(document) == saved.read_bytes()
    with pytest.raises(ge.TrainingError, match=r"there is no file t\.csv"):
        Trainer(document)
    (saved.parent / "t.csv").write_text(IRIS)
    evaluation.update(look_in(document.graph, saved.parent))
    assert evaluation.value("n6") is not None
    assert not evaluation.failures


def test_files_are_not_looked_for_where_no_one_said(saved):
    document = from_bytes(saved.read_bytes())
    assert document.graph.node("n1").value is None
    assert "save the document first" in document.graph.node("n1").trouble
    node = make_node("z", "data", "z", None, {"dataset": "file", "file": "t.csv"})
    assert node.value is None
