"""Drawing parameters anew, as edits: undo gives back the very numbers, a typed value ends the initialiser."""

from __future__ import annotations

import sys

import numpy as np
import pytest

import graph_engine as ge
from graph_engine import storage
from graph_engine.document import compose_values, edits
from graph_engine.graph import same_value


@pytest.fixture
def document():
    return ge.example("classifier").open()


@pytest.fixture
def W(document):
    return document.graph.id_of("W")


def test_a_given_value_is_drawn_in_its_own_shape(document, W):
    compose_values.initialise(document, W, initialiser="he_normal").apply(document)
    node = document.graph.node(W)
    assert (node.attributes["initialiser"], node.attributes["shape"]) == ("he_normal", (2, 3))
    assert node.value.shape == (2, 3)


def test_undo_gives_back_value_and_attributes(document, W):
    before = storage.to_bytes(document)
    undo = compose_values.initialise(document, W, initialiser="normal", scale=0.01, seed=5).apply(document)
    after = storage.to_bytes(document)
    redo = undo.apply(document)
    assert storage.to_bytes(document) == before
    redo.apply(document)
    assert storage.to_bytes(document) == after


def test_rewinding_gives_the_numbers_of_the_seed_whatever_training_made_of_them(document, W):
    compose_values.initialise(document, W, initialiser="normal").apply(document)
    first = document.graph.node(W).value
    edits.SetValue(W, first + 1).apply(document)
    assert document.graph.node(W).attributes["initialiser"] == "normal"
    undo = compose_values.initialise(document, W).apply(document)
    assert same_value(document.graph.node(W).value, first)
    undo.apply(document)
    assert same_value(document.graph.node(W).value, first + 1)


def test_a_value_from_a_hand_ends_the_initialiser(document, W):
    compose_values.initialise(document, W, initialiser="normal").apply(document)
    drawn = storage.to_bytes(document)
    undo = compose_values.give(document, W, [[1, 2, 3], [4, 5, 6]]).apply(document)
    assert document.graph.node(W).attributes["initialiser"] == "given"
    assert b"initialiser" not in storage.to_bytes(document)
    undo.apply(document)
    assert storage.to_bytes(document) == drawn


def test_choosing_given_keeps_the_numbers(document, W):
    compose_values.initialise(document, W, initialiser="normal", seed=4).apply(document)
    value = document.graph.node(W).value
    compose_values.set_attribute(document, W, "initialiser", "given").apply(document)
    assert same_value(document.graph.node(W).value, value)
    assert document.graph.node(W).attributes == document.graph.node(W).spec.defaults


def test_parameters_get_seeds_of_their_own(document, W):
    b = document.graph.id_of("b")
    for id in (W, b):
        compose_values.initialise(document, id, initialiser="normal", shape=(2, 3)).apply(document)
    seeds = [document.graph.node(id).attributes["seed"] for id in (W, b)]
    assert seeds == [0, 1]
    before = storage.to_bytes(document)
    undo = compose_values.reseed(document, [n.id for n in document.graph.nodes]).apply(document)
    assert [document.graph.node(id).attributes["seed"] for id in (W, b)] == [2, 3]
    assert not np.any(document.graph.node(W).value == document.graph.node(b).value)
    undo.apply(document)
    assert storage.to_bytes(document) == before


def test_a_setting_that_does_not_fit_is_refused_before_anything_changes(document, W):
    compose_values.initialise(document, W, initialiser="normal").apply(document)
    before = storage.to_bytes(document)
    with pytest.raises(ge.GraphError, match="shape"):
        compose_values.set_attribute(document, W, "shape", (-1, 2))
    assert storage.to_bytes(document) == before


def test_files_hold_numbers_and_where_they_came_from(document, W):
    compose_values.initialise(document, W, initialiser="he_uniform", seed=9, layout="out_in").apply(document)
    edits.SetValue(W, np.ones((2, 3))).apply(document)
    again = storage.from_bytes(storage.to_bytes(document)).graph.node(W)
    assert same_value(again.value, np.ones((2, 3)))
    assert again.attributes == document.graph.node(W).attributes


def test_a_file_may_leave_the_numbers_to_the_seed():
    text = b"""{"format": "gradcanvas", "version": 1, "nodes": [
    {"id": "W", "op": "parameter", "attributes": {"initialiser": "normal", "shape": [2, 3], "seed": 7}}]}"""
    drawn = np.random.default_rng(7).standard_normal((2, 3))
    assert same_value(storage.from_bytes(text).graph.node("W").value, drawn)


def test_a_file_can_not_ask_for_more_numbers_than_fit(monkeypatch):
    monkeypatch.setattr(sys.modules["graph_engine.storage.read"], "MAX_DRAWN", 10)
    node = '{"id": "%s", "op": "parameter", "attributes": {"initialiser": "normal", "shape": 6}}'
    nodes = ",\n".join(node % id for id in "ab")
    text = f'{{"format": "gradcanvas", "version": 1, "nodes": [\n{nodes}]}}'
    with pytest.raises(ge.FileProblem, match="node “b”: too many numbers to draw; the limit is 10") as caught:
        storage.from_bytes(text.encode())
    assert caught.value.line == 3
