"""Each example opens, evaluates, can be explained and comes back byte for byte."""

import json

import numpy as np
import pytest

import graph_engine as ge
from graph_engine import storage
from tests.whole_examples import WHOLE

EVERY = pytest.mark.parametrize("example", ge.examples(), ids=lambda example: example.name)
EACH_WHOLE = pytest.mark.parametrize("example", WHOLE, ids=lambda example: example.name)


def test_the_index_lists_each_file_once(root):
    files = {path.stem for path in (root / "examples").glob("*.json")} - {"index"}
    names = [example.name for example in ge.examples()]
    assert sorted(names) == sorted(files)


@EVERY
def test_opens_and_comes_back_byte_for_byte(example):
    assert storage.to_bytes(example.open()) == example.path.read_bytes()


@EACH_WHOLE
def test_every_node_has_a_finite_value_and_every_source_of_the_target_a_gradient(example):
    document = example.open()
    evaluation = ge.evaluate(document.graph)
    assert list(ge.births(evaluation)) == []
    assert document.target is not None
    found = ge.gradients(evaluation, document.target)
    for id in {document.target} | document.graph.ancestors(document.target):
        assert np.shape(found.nodes[id]) == np.shape(evaluation.value(id))
        assert np.isfinite(found.nodes[id]).all()
    assert not evaluation.plan.problems


@EVERY
def test_says_what_it_shows(example):
    document = example.open()
    assert document.title == example.title
    assert len(example.text) > 20
    assert document.description


@EACH_WHOLE
def test_gradients_agree_with_central_differences(example):
    document = example.open()
    graph, target = document.graph, document.target
    found = ge.gradients(ge.evaluate(graph), target)
    checked = []
    for node in [n for n in graph.nodes if n.is_source and n.kind not in ("constant", "data") and n.id in found.nodes]:
        here = np.array(node.value, float)
        entries = np.arange(here.size) if here.size <= 60 else np.random.default_rng(0).choice(here.size, 60)
        slopes = [_central(graph, node, target, entries, step) for step in (1e-5, 3e-6)]
        smooth = np.isclose(*slopes, rtol=1e-6, atol=2e-8)  # no kink of a relu between the two points
        checked += list(smooth)
        np.testing.assert_allclose(
            np.ravel(found.nodes[node.id])[entries][smooth], slopes[0][smooth], rtol=2e-6, atol=2e-8
        )
    assert np.mean(checked) > 0.6


def _central(graph, node, target, entries, size):
    here, slope = np.array(node.value, float), np.empty(len(entries))
    for place, entry in enumerate(entries):
        step, ends = size * max(1.0, abs(here.flat[entry])), []
        for side in (step, -step):
            moved = here.copy()
            moved.flat[entry] += side
            graph.set_value(node.id, moved)
            ends.append(ge.evaluate(graph).value(target))
        slope[place] = (ends[0] - ends[1]) / (2 * step)
    graph.set_value(node.id, here)
    return slope


def test_the_index_is_plain(root):
    index = json.loads((root / "examples" / "index.json").read_text(encoding="utf-8"))
    assert all(set(entry) == {"name", "title", "text"} for entry in index["examples"])
