import math
from itertools import islice

import numpy as np
import pytest

import graph_engine as ge
from graph_engine.differentiate import Paths, carried_along, ways_to


def between(graph, source, target):
    return Paths(ge.evaluate(graph), graph.id_of(source), graph.id_of(target))


def lattice(width, depth):
    """Layers of `width` sums; every node of a layer feeds every node of the next."""
    graph = ge.Graph()
    start = graph.add("variable", "start", value=1.0)
    row = [graph.add("identity", x=start) for _ in range(width)]
    for stage in range(depth):
        following = []
        for _ in range(width):
            total = row[0]
            for other in row[1:]:
                total = graph.add("add", x=total, y=other)
            scale = graph.add("constant", value=0.3 + 0.1 * stage / depth)
            following.append(graph.add("multiply", x=total, y=scale))
        row = following
    graph.add("add", "end", x=graph.add("add", x=row[0], y=row[1]), y=row[2])
    return graph


def test_two_paths_and_their_sum():
    found = between(ge.example("two_paths").open().graph, "b", "e")
    assert [path.product for path in found] == [2.0, 3.0]
    assert (found.count, found.total) == (2, 5.0)
    assert found.factored() == "2 + 3"


def test_three_edges_between_each_pair_are_nine_paths_that_factor():
    """X → Y → Z: (α + β + γ)(δ + ε + ζ)."""
    graph = ge.Graph()
    here = graph.add("variable", "X", value=1.0)
    for name, weights in (("Y", (2, 3, 4)), ("Z", (5, 6, 7))):
        parts = [graph.add("multiply", x=here, y=graph.add("constant", value=weight)) for weight in weights]
        here = graph.add("add", name, x=graph.add("add", x=parts[0], y=parts[1]), y=parts[2])
    found = between(graph, "X", "Z")
    assert (found.count, found.total) == (9, 9.0 * 18)
    assert found.factored() == "(2 + 3 + 4) × (5 + 6 + 7)"
    assert sorted(path.product for path in found) == sorted(a * b for a in (2, 3, 4) for b in (5, 6, 7))


def test_a_lattice_too_large_to_list_is_counted_and_summed_at_once():
    graph = lattice(3, 200)
    found = between(graph, "start", "end")
    assert found.count == 3**201
    back = ge.gradients(ge.evaluate(graph), graph.id_of("end"))
    assert found.total == pytest.approx(back.nodes[graph.id_of("start")], rel=1e-12)
    assert len(list(islice(found, 5))) == 5


def test_the_largest_paths_are_the_largest_of_all():
    rng = np.random.default_rng(3)
    graph = ge.Graph()
    row = [graph.add("variable", "start", value=0.7)] * 3
    for _ in range(4):
        row = [
            graph.add("multiply", x=row[rng.integers(3)], y=graph.add("add", x=row[0], y=row[rng.integers(3)]))
            for _ in range(3)
        ]
    graph.add("add", "end", x=row[0], y=graph.add("add", x=row[1], y=row[2]))
    found = between(graph, "start", "end")
    listed = sorted((abs(path.product) for path in found), reverse=True)
    assert len(listed) == found.count > 50
    best = found.largest(10)
    assert [abs(path.product) for path in best] == pytest.approx(listed[:10])
    evaluation = ge.evaluate(graph)
    for path in best:
        slopes = [ge.local_derivative(evaluation, edge).value for edge in path.edges]
        assert math.prod(slopes) == pytest.approx(path.product)
    assert all(path.edges[0].source == graph.id_of("start") for path in best)


def test_products_of_arrays_are_matrices_that_sum_to_the_jacobian():
    document = ge.example("classifier").open()
    found = between(document.graph, "W", "loss")
    (path,) = found
    back = ge.gradients(ge.evaluate(document.graph), document.target).nodes[document.graph.id_of("W")]
    np.testing.assert_allclose(path.product, back.reshape(1, -1), rtol=1e-12)
    np.testing.assert_allclose(found.total, path.product, rtol=1e-12)
    with pytest.raises(ge.GraphError, match="between scalars only"):
        found.largest(1)


def test_no_path_means_no_derivative():
    found = between(ge.example("two_paths").open().graph, "a", "d")
    assert (found.count, found.total, list(found), found.factored()) == (0, 0.0, [], "0")


@pytest.mark.parametrize(("x", "z", "shape"), [([1, 2, 3], [1, 2], (2, 3)), (1, [1, 2], (2, 1)), ([1, 2], 1, (1, 2))])
def test_no_path_between_arrays_means_a_matrix_of_zeros(x, z, shape):
    graph = ge.Graph()
    graph.add("variable", "x", value=x)
    graph.add("exp", "y", x=graph.add("variable", "z", value=z))
    found = between(graph, "x", "y")
    assert found.count == 0
    np.testing.assert_array_equal(found.total, np.zeros(shape))
    assert np.shape(found.total) == shape


def test_a_node_reaches_itself_by_the_empty_path():
    found = between(ge.example("two_paths").open().graph, "c", "c")
    assert (found.count, found.total, [path.edges for path in found]) == (1, 1.0, [()])


def test_what_all_paths_carry_adds_up_to_the_gradient():
    graph = ge.example("classifier").open().graph
    evaluation, loss = ge.evaluate(graph), graph.id_of("loss")
    for name in ("x", "W", "b"):
        found = Paths(evaluation, graph.id_of(name), loss)
        parts = [carried_along(evaluation, wires, 1.0) for wires in found.routes()]
        expected = ge.gradients(evaluation, loss).nodes[graph.id_of(name)]
        np.testing.assert_allclose(sum(parts), expected, rtol=1e-12)


def test_routes_come_in_the_order_of_the_products_and_their_wires_are_counted():
    graph = lattice(3, 2)
    found = between(graph, "start", "end")
    assert list(found.routes()) == [path.edges for path in found]
    assert found.factors == sum(map(len, found.routes()))


def test_the_ways_to_a_target_are_counted_from_every_node():
    graph = lattice(3, 2)
    evaluation, end = ge.evaluate(graph), graph.id_of("end")
    ways = ways_to(evaluation, end)
    for node in graph.nodes:
        assert ways.get(node.id, 0) == Paths(evaluation, node.id, end).count


def test_factored_in_names():
    graph = ge.example("two_paths").open().graph
    found = between(graph, "b", "e")
    assert found.factored(lambda edge, slope: f"{edge.port}{slope:g}") == "x2 × y1 + y3 × x1"


def test_a_deep_tangle_is_given_up_not_broken_down_over():
    graph = ge.Graph()
    row = [graph.add("variable", "start", value=0.5)] * 2
    for _ in range(600):
        row = [graph.add("add", x=row[0], y=row[1]), graph.add("tanh", x=row[0])]
    end = graph.add("add", "end", x=row[0], y=row[1])
    assert "…" in Paths(ge.evaluate(graph), graph.id_of("start"), end).factored()
