from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

import graph_engine as ge
from graph_engine import storage
from graph_engine.document import edits
from graph_engine.graph import as_value, make_node, same_value
from graph_engine.storage.numbers import value_from_json, value_to_json

FIXTURES = sorted((Path(__file__).parent / "fixtures").glob("*.json"))


@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_a_file_of_each_version_opens_and_one_of_this_is_written_back_byte_for_byte(path):
    written = storage.to_bytes(ge.read(path))
    assert storage.to_bytes(storage.from_bytes(written)) == written
    if path.stem == f"v{storage.VERSION:03}":
        assert written == path.read_bytes()


def test_there_is_a_fixture_for_every_version():
    assert [path.stem for path in FIXTURES] == [f"v{n:03}" for n in range(1, storage.VERSION + 1)]


def test_values_come_out_of_a_file_exactly():
    graph = ge.read(FIXTURES[0]).graph
    expected = [[1, 2.5, np.nan], [np.inf, -np.inf, -0.0]]
    assert same_value(graph.node("n1").value, as_value(expected))
    assert same_value(graph.node("n2").value, np.arange(1, 7, dtype=np.float32).reshape(2, 3))
    assert graph.node("n3").value.shape == (0, 4)
    assert graph.node("n5").attributes == {"layout": "out_in"}


@given(
    st.floats()
    | arrays.arrays(st.sampled_from([np.float32, np.float64]), arrays.array_shapes(min_dims=0, max_side=9, min_side=0))
)
def test_every_value_survives_a_round_trip_to_the_last_bit(given_value):
    value = as_value(given_value)
    found = value_from_json(value_to_json(value))
    assert np.shape(found) == np.shape(value)
    assert np.asarray(found).dtype == np.asarray(value).dtype
    np.testing.assert_array_equal(found, value)
    np.testing.assert_array_equal(np.signbit(found), np.signbit(value) & ~np.isnan(value) | np.signbit(found))
    assert value_to_json(found) == value_to_json(value)


def test_large_arrays_are_packed_and_small_ones_readable():
    small, large = value_to_json(np.arange(64.0)), value_to_json(np.arange(65.0))
    assert small[:3] == [0, 1, 2]
    assert (large["dtype"], large["shape"]) == ("float64", [65])
    assert value_to_json(np.ones((), np.float32))["shape"] == []


def test_the_same_document_gives_the_same_bytes_however_it_was_built():
    nodes = [make_node(id, "variable", id) for id in ("n10", "n2", "n02", "a")]
    texts = set()
    for order in (nodes, nodes[::-1]):
        document = ge.Document()
        for node in order:
            edits.AddNode(node).apply(document)
        texts.add(storage.to_bytes(document))
    assert len(texts) == 1


def test_an_empty_document_is_a_file_too():
    data = storage.to_bytes(ge.Document())
    assert data == b'{\n  "format": "gradcanvas",\n  "version": 1,\n  "nodes": [],\n  "edges": []\n}\n'
    assert len(storage.from_bytes(data).graph) == 0


def test_what_may_be_left_out_has_its_default():
    text = (
        b'{"format": "gradcanvas", "version": 1, "nodes": [{"id": "a", "op": "variable"}, {"id": "b", "op": "power"}]}'
    )
    document = storage.from_bytes(text)
    assert (document.title, document.target, document.positions["a"]) == ("", None, (0.0, 0.0))
    assert (document.graph.node("a").name, document.graph.node("a").value) == ("a", 0.0)
    assert document.graph.node("b").attributes == {"n": 2.0}


def test_windows_line_ends_and_a_byte_order_mark_are_read():
    text = ge.examples()[0].path.read_text(encoding="utf-8")
    data = b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()
    assert storage.to_bytes(storage.from_bytes(data)) == text.encode()


def test_one_node_is_one_line_so_that_it_diffs():
    document = ge.example("apple_tax").open()
    before = storage.to_bytes(document).splitlines()
    edits.SetValue("n1", 7).apply(document)
    after = storage.to_bytes(document).splitlines()
    assert sum(a != b for a, b in zip(before, after, strict=True)) == 1


def test_half_a_character_pasted_from_elsewhere_does_not_stop_a_save():
    document = ge.Document(title="half \ud83d")
    assert storage.from_bytes(storage.to_bytes(document)).title == "half ?"
