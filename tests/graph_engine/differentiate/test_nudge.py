import numpy as np
import pytest

import graph_engine as ge
from graph_engine.differentiate import course, gradients, nudge


def test_prediction_and_truth_of_every_node_that_depends_on_the_source():
    document = ge.example("apple_tax").open()
    graph, id_of = document.graph, document.graph.id_of
    evaluation = ge.evaluate(graph)
    found = {graph.node(moved.node).name: moved for moved in nudge(evaluation, id_of("apple count"), 0.5)}
    assert list(found) == ["apple count", "apple total", "price"]
    assert (found["apple total"].predicted, found["apple total"].true) == (50, 50)
    assert found["price"].predicted == 0.5 * gradients(evaluation, id_of("price")).nodes[id_of("apple count")]
    assert found["price"].apart == pytest.approx(0, abs=1e-12)
    assert evaluation.value(id_of("apple count")) == 2, "nothing is changed"


@pytest.mark.parametrize("step", [0.1, 0.2, 0.4])
def test_where_it_bends_they_part_with_the_square_of_the_step(step):
    graph = ge.Graph()
    x = graph.add("variable", "x", value=3.0)
    graph.add("square", "y", x=x)
    evaluation = ge.evaluate(graph)
    assert nudge(evaluation, x, step)[1].apart == pytest.approx(step**2, rel=1e-9)


def test_of_an_array_one_entry_moves_and_the_entry_that_parts_most_is_named():
    document = ge.example("classifier").open()
    graph, id_of = document.graph, document.graph.id_of
    evaluation = ge.evaluate(graph)
    W, loss = id_of("W"), id_of("loss")
    found = {moved.node: moved for moved in nudge(evaluation, W, 1e-3, element=(1, 2))}
    assert found[W].apart == pytest.approx(0, abs=1e-15)
    gradient = gradients(evaluation, loss).nodes[W][1, 2]
    assert found[loss].predicted == pytest.approx(1e-3 * gradient, rel=1e-12)
    moved = np.array(graph.node(W).value)
    moved[1, 2] += 1e-3
    before = evaluation.value(loss)
    graph.set_value(W, moved)
    assert found[loss].true == ge.evaluate(graph).value(loss) - before


def test_the_course_passes_through_here_and_touches_its_tangent():
    document = ge.example("sigmoid_taken_apart").open()
    evaluation = ge.evaluate(document.graph)
    x, y = document.graph.id_of("x"), document.target
    along = course(evaluation, y, x, 2.0, count=41)
    assert along.x[20] == pytest.approx(0.5)
    np.testing.assert_allclose(along.value, 1 / (1 + np.exp(-along.x)), rtol=1e-12)
    slope = gradients(evaluation, y).nodes[x]
    np.testing.assert_allclose(along.tangent, evaluation.value(y) + slope * (along.x - 0.5), rtol=1e-12)


def test_a_target_that_does_not_depend_on_it_stays():
    graph = ge.Graph()
    x, z = graph.add("variable", "x", value=1.0), graph.add("variable", "z", value=2.0)
    y = graph.add("exp", "y", x=z)
    along = course(ge.evaluate(graph), y, x, 1.0, count=5)
    assert set(along.value) == set(along.tangent) == {np.exp(2.0)}


@pytest.mark.parametrize("x", [2.0, np.zeros(0)])
def test_what_has_no_entries_does_not_move(x):
    graph = ge.Graph()
    moved = graph.add("variable", "x", value=x)
    empty = graph.add("multiply", "empty", x=moved, y=graph.add("constant", "c", value=np.zeros(0)))
    total = graph.add("sum", "total", x=empty)
    found = {one.node: one.true for one in nudge(ge.evaluate(graph), moved, 0.5)}
    assert found == ({moved: 0.5, total: 0.0} if np.size(x) else {total: 0.0})


def test_class_numbers_have_no_course():
    document = ge.example("equal_weights").open()
    graph = document.graph
    evaluation = ge.evaluate(graph)
    t = graph.id_of("t")
    assert np.isnan(course(evaluation, document.target, t, 1.0, element=(0,)).value).any()
    assert [moved.node for moved in nudge(evaluation, t, 0.5, element=(0,))] == [t]
