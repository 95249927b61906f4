from __future__ import annotations

import numpy as np
import pytest

import graph_engine as ge
from graph_engine.differentiate import Sweeps, costs


def matrices(evaluation, targets, sources):
    sweeps = Sweeps(evaluation, targets, sources)
    rows, columns = sweeps.shape
    by_columns = np.array([sweeps.column(place) for place in range(columns)]).T
    return sweeps, by_columns, np.array([sweeps.row(place) for place in range(rows)])


@pytest.mark.parametrize("name", ["many_inputs", "many_outputs", "classifier", "two_paths", "sigmoid_taken_apart"])
def test_columns_and_rows_make_the_same_jacobian(name):
    graph = ge.example(name).open().graph
    evaluation = ge.evaluate(graph)
    targets = [node.id for node in graph.nodes if not graph.fan_out(node.id)]
    sources = [node.id for node in graph.nodes if node.is_source]
    _, by_columns, by_rows = matrices(evaluation, targets, sources)
    expected = np.block(
        [
            [
                np.reshape(
                    ge.jacobian(evaluation, target, source).value,
                    (np.size(evaluation.value(target)), np.size(evaluation.value(source))),
                )
                for source in sources
            ]
            for target in targets
        ]
    )
    np.testing.assert_allclose(by_columns, expected, rtol=1e-12, atol=1e-15)
    np.testing.assert_allclose(by_rows, expected, rtol=1e-12, atol=1e-15)


def test_between_two_nodes_the_costs_are_those_of_the_jacobian():
    graph = ge.example("classifier").open().graph
    evaluation = ge.evaluate(graph)
    for source in ("x", "W", "b", "t"):
        found = Sweeps(evaluation, [graph.id_of("loss")], [graph.id_of(source)])
        assert (found.forward, found.reverse) == costs(evaluation, graph.id_of("loss"), graph.id_of(source))


def test_the_costs_of_all_sweeps_add_up():
    graph = ge.example("many_inputs").open().graph
    evaluation = ge.evaluate(graph)
    found = Sweeps(evaluation, [graph.id_of("y")], [graph.id_of(name) for name in "abcde"])
    assert found.forward.operations == sum(len(found.column_start(place).wires) for place in range(5)) == 18
    assert found.reverse.operations == len(found.row_start(0).wires) == 13


def test_an_entry_is_found_by_its_place():
    graph = ge.example("classifier").open().graph
    found = Sweeps(ge.evaluate(graph), [graph.id_of("loss")], [graph.id_of("b"), graph.id_of("W")])
    assert [found.column_start(place).element for place in (0, 2, 3, 8)] == [(0,), (2,), (0, 0), (1, 2)]
    assert found.row_start(0).element == ()
    with pytest.raises(IndexError):
        found.column_start(9)
