import numpy as np
import pytest

import graph_engine as ge
from graph_engine import ops
from graph_engine.errors import ValueMismatch
from graph_engine.explain import local_formula, op_formula

DOT, AFFINE = ops.by_key("dot"), ops.by_key("affine")
RNG = np.random.default_rng(5)
DOT_SHAPES = [
    ((3,), (3,)),
    ((3,), (3, 2)),
    ((4, 3), (3,)),
    ((4, 3), (3, 2)),
    ((2, 4, 3), (3, 2)),
    ((4, 3), (2, 3, 2)),
    ((2, 4, 3), (2, 3, 2)),
    ((3,), (2, 3, 2)),
    ((2, 4, 3), (3,)),
    ((2, 1, 2, 3), (4, 3, 2)),
    ((1, 1), (1, 1)),
    ((0, 3), (3, 2)),
    ((2, 0), (0, 3)),
    ((2, 3), (3, 0)),
    ((0,), (0,)),
]
AFFINE_SHAPES = [(3,), (1, 3), (4, 3), (2, 4, 3), (0, 3)]


@pytest.mark.parametrize(("x", "W"), DOT_SHAPES)
def test_dot_differentiates_in_every_combination_of_dimensions(x, W, derivatives_agree, alone):
    point = RNG.uniform(-1, 1, x), RNG.uniform(-1, 1, W)
    np.testing.assert_array_equal(alone(DOT, point).value, np.matmul(*point))
    assert DOT.shape(x, W) == np.matmul(*point).shape
    derivatives_agree(DOT, point)


@pytest.mark.parametrize("x", AFFINE_SHAPES)
@pytest.mark.parametrize("with_b", [True, False])
@pytest.mark.parametrize("layout", ["in_out", "out_in"])
def test_affine_differentiates_in_both_layouts_with_and_without_b(x, with_b, layout, derivatives_agree, alone):
    W, b = RNG.uniform(-1, 1, (3, 2)), RNG.uniform(-1, 1, 2) if with_b else None
    point = RNG.uniform(-1, 1, x), W if layout == "in_out" else W.T, b
    expected = point[0] @ W + (0 if b is None else b)
    np.testing.assert_allclose(alone(AFFINE, point, layout=layout).value, expected, rtol=1e-14)
    derivatives_agree(AFFINE, point, layout=layout)


@pytest.mark.parametrize("shape", [((2, 0), (0, 3)), ((2, 3), (3, 0)), ((0, 0), (0, 0))])
def test_affine_differentiates_with_nothing_inside_or_outside(shape, derivatives_agree):
    x, W = shape
    derivatives_agree(AFFINE, (np.zeros(x), np.zeros(W), None))


@pytest.mark.parametrize(
    ("x", "W", "sentence"),
    [
        ((100, 784), (50, 10), "x is (100, 784) but W is (50, 10); their inner sizes 784 and 50 must match"),
        ((), (3, 2), "x is a scalar, but dot needs vectors or matrices"),
        ((2, 3), (), "W is a scalar, but dot needs vectors or matrices"),
        ((2, 4, 3), (5, 3, 2), "x is (2, 4, 3) but W is (5, 3, 2); their leading sizes don't broadcast"),
    ],
)
def test_dot_says_which_sizes_do_not_fit(x, W, sentence):
    with pytest.raises(ValueMismatch) as refused:
        DOT.shape(x, W)
    assert sentence in str(refused.value)
    assert refused.value.port in ("x", "W")


@pytest.mark.parametrize(
    ("x", "W", "b", "layout", "sentence"),
    [
        ((), (3, 2), None, "in_out", "x is a scalar"),
        ((3,), (3,), None, "in_out", "affine needs a matrix"),
        ((4, 3), (2, 3), None, "in_out", "their inner sizes 3 and 2 must match"),
        ((4, 3), (3, 2), None, "out_in", "their inner sizes 3 and 2 must match"),
        ((4, 3), (3, 2), (3,), "in_out", "b must be (2,)"),
        ((4, 3), (3, 2), (), "in_out", "b is scalar but W is (3, 2); b must be (2,)"),
    ],
)
def test_affine_says_which_sizes_do_not_fit(x, W, b, layout, sentence):
    with pytest.raises(ValueMismatch) as refused:
        AFFINE.shape(x, W, b, layout=layout)
    assert sentence in str(refused.value)


def test_a_mismatch_is_reported_at_its_node_and_port():
    graph = ge.Graph()
    x, W = graph.add("variable", "x", value=np.ones((2, 3))), graph.add("parameter", "W", value=np.ones((4, 2)))
    out = graph.add("dot", "scores", x=x, W=W)
    later = graph.add("relu", "later", x=out)
    evaluation = ge.evaluate(graph)
    assert evaluation.value(out) is evaluation.value(later) is None
    assert list(evaluation.failures) == [out]
    assert evaluation.failures[out].port == "W"
    assert evaluation.failures[out].sentence.startswith("dot “scores”: x is (2, 3) but W is (4, 2)")


def test_the_words_for_a_layer_say_which_way_its_weights_lie():
    in_out, out_in = {"layout": "in_out"}, {"layout": "out_in"}
    assert op_formula(AFFINE, in_out) == "x · W + b"
    assert op_formula(AFFINE, out_in) == "x · Wᵀ + b"
    assert [local_formula(AFFINE, in_out, port) for port in "xWb"] == ["g · Wᵀ", "xᵀ · g", "Σ g"]
    assert [local_formula(AFFINE, out_in, port) for port in "xWb"] == ["g · W", "gᵀ · x", "Σ g"]
