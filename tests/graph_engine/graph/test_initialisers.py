"""Initialisers: exact bounds and spreads in PyTorch's conventions, the same numbers for the same seed."""

from __future__ import annotations

import math

import numpy as np
import pytest

import graph_engine as ge
from graph_engine.graph import SOURCES_BY_KEY, same_value
from graph_engine.graph.initialisers import LARGEST, draw, fans

PARAMETER = SOURCES_BY_KEY["parameter"]
RANDOM = ["normal", "uniform", "xavier_normal", "xavier_uniform", "he_normal", "he_uniform"]
SPREAD = {  # standard deviation for 300 inputs and 200 outputs, from its definition
    "normal": 1.0,
    "uniform": 1 / math.sqrt(3),
    "xavier_normal": math.sqrt(2 / 500),
    "xavier_uniform": math.sqrt(2 / 500),
    "he_normal": math.sqrt(2 / 300),
    "he_uniform": math.sqrt(2 / 300),
}


def drawn(initialiser, shape=(300, 200), **others):
    return draw({**PARAMETER.defaults, "initialiser": initialiser, "shape": shape, **others})


@pytest.mark.parametrize("initialiser", RANDOM)
@pytest.mark.parametrize("scale", [1.0, 0.01])
def test_spread_and_mean(initialiser, scale):
    found = drawn(initialiser, scale=scale)
    spread = scale * SPREAD[initialiser]
    assert found.shape == (300, 200)
    assert np.std(found) == pytest.approx(spread, rel=0.02)
    assert abs(np.mean(found)) < 5 * spread / math.sqrt(found.size)


@pytest.mark.parametrize("initialiser", ["uniform", "xavier_uniform", "he_uniform"])
def test_uniform_numbers_fill_their_bounds_and_stay_within(initialiser):
    bound = SPREAD[initialiser] * math.sqrt(3)
    found = np.abs(drawn(initialiser))
    assert 0.999 * bound < found.max() <= bound


@pytest.mark.parametrize("initialiser", RANDOM)
def test_the_same_seed_gives_the_very_same_numbers_and_another_seed_others(initialiser):
    assert same_value(drawn(initialiser, seed=3), drawn(initialiser, seed=3))
    assert not np.any(drawn(initialiser, seed=3) == drawn(initialiser, seed=4))


def test_a_constant_is_its_scale():
    assert same_value(drawn("constant", (2,), scale=0.5), np.array([0.5, 0.5]))
    assert drawn("constant", (), scale=3.0) == 3.0


def test_layouts_differ_where_only_inputs_count():
    tall, flat = drawn("he_normal", (300, 200)), drawn("he_normal", (200, 300), layout="out_in")
    assert np.std(tall) == pytest.approx(np.std(flat), rel=0.02)
    assert same_value(drawn("xavier_normal"), drawn("xavier_normal", layout="out_in"))


@pytest.mark.parametrize("shape", [(), (7,), (0, 5), (3, 0), (4, 3, 2)])
@pytest.mark.parametrize("initialiser", RANDOM)
def test_every_shape_has_finite_numbers(initialiser, shape):
    found = drawn(initialiser, shape)
    assert np.shape(found) == shape
    assert np.all(np.isfinite(found))


@pytest.mark.parametrize("shape", [(50, 784), (16, 3, 5, 5), (8, 4, 3)])
def test_fans_are_those_of_pytorch_in_its_layout(shape):
    torch = pytest.importorskip("torch")
    assert fans(shape, "out_in") == torch.nn.init._calculate_fan_in_and_fan_out(torch.empty(shape))


@pytest.mark.parametrize("initialiser", RANDOM[2:])
def test_statistics_are_those_of_pytorch(initialiser):
    torch = pytest.importorskip("torch")
    torch.manual_seed(0)
    theirs = torch.empty(200, 300, dtype=torch.float64)
    name, _, kind = initialiser.partition("_")
    if name == "he":
        getattr(torch.nn.init, f"kaiming_{kind}_")(theirs, nonlinearity="relu")
    else:
        getattr(torch.nn.init, f"xavier_{kind}_")(theirs)
    ours = drawn(initialiser, (200, 300), layout="out_in")
    assert np.std(ours) == pytest.approx(float(theirs.std()), rel=0.02)
    if kind == "uniform":
        assert np.abs(ours).max() == pytest.approx(float(theirs.abs().max()), rel=1e-3)


def test_a_node_is_born_with_the_numbers_it_describes():
    graph = ge.Graph()
    W = graph.add("parameter", "W", attributes={"initialiser": "he_normal", "shape": (784, 50), "seed": 1})
    assert same_value(graph.node(W).value, drawn("he_normal", (784, 50), seed=1))
    assert graph.node(W).attributes["seed"] == 1
    kept = graph.add("parameter", "V", value=[1, 2], attributes={"initialiser": "normal", "shape": 2})
    assert list(graph.node(kept).value) == [1, 2]


@pytest.mark.parametrize(
    ("attributes", "sentence"),
    [
        ({"initialiser": "magic"}, "parameter: initialiser is 'magic'; expected given, constant"),
        ({"initialiser": "normal", "shape": (-1,)}, r"shape is \(-1,\); expected whole numbers"),
        (
            {"initialiser": "normal", "shape": (5000, 5000)},
            rf"the shape \(5000, 5000\) has more than {LARGEST} entries",
        ),
        ({"initialiser": "normal", "seed": -1}, "seed is -1; expected a whole number, at least 0"),
        ({"n": 1}, "parameter has no attribute “n”"),
    ],
)
def test_what_makes_no_sense_is_refused(attributes, sentence):
    graph = ge.Graph()
    with pytest.raises(ge.GraphError, match=sentence):
        graph.add("parameter", "W", attributes=attributes)
    assert len(graph) == 0


@pytest.mark.parametrize("chosen", PARAMETER.attribute("initialiser").choices)
def test_what_matters_is_said(chosen):
    attributes = {**PARAMETER.defaults, "initialiser": chosen}
    assert (PARAMETER.explain(attributes) is None) == (chosen == "given")
    assert set(PARAMETER.matter(attributes)) <= set(attributes)
    assert ("seed" in PARAMETER.matter(attributes)) == (chosen in RANDOM)
