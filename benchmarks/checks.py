"""Gradient check of a whole network, and paths in a lattice."""

from __future__ import annotations

import numpy as np

from graph_engine import Graph, Paths, check_sources, evaluate

from .report import Row
from .timing import best


def rows() -> list[Row]:
    return [_check(), *_paths()]


def _check() -> Row:
    """784-50-10, all 39,760 parameters, 3 samples, against one parameter at a time (measured on 200 of them)."""
    graph, loss, parameters = _network()
    evaluation = evaluate(graph)
    ours = best(lambda: list(check_sources(evaluation, loss, parameters)), seconds=1.0)
    weights = parameters[0]
    value = np.array(graph.node(weights).value)

    def one_at_a_time() -> None:
        for entry in range(200):
            for by in (1e-5, -1e-5):
                moved = value.copy()
                moved.flat[entry] += by
                evaluation.put(weights, moved)
                evaluation.rerun()

    each = best(one_at_a_time, seconds=0.5) / 200
    return Row("gradient check", "784-50-10, 3 samples", ours, "one at a time", each * 39_760, "≥ 20×, < 0.5 s")


def _network():
    rng = np.random.default_rng(0)
    graph, parameters = Graph(), []
    out = graph.add("variable", "x", value=rng.random((3, 784)))
    for number, shape in enumerate(((784, 50), (50, 10))):
        W = graph.add("parameter", f"W{number}", value=rng.normal(0, 0.01, shape))
        b = graph.add("parameter", f"b{number}", value=np.zeros(shape[1]))
        parameters += [W, b]
        out = graph.add("affine", f"z{number}", x=out, W=W, b=b)
        out = graph.add("relu", "a", x=out) if not number else out
    t = graph.add("constant", "t", value=rng.integers(0, 10, 3))
    return graph, graph.add("softmax_with_loss", "loss", x=out, t=t), parameters


def _paths() -> list[Row]:
    """Counting, summing and ranking against listing, in a lattice 3 wide."""
    import networkx as nx

    stages = 10
    graph, net = Graph(), nx.MultiDiGraph()
    start = end = graph.add("variable", "start", value=1.0)
    for _ in range(stages):
        end = graph.add("add", x=graph.add("multiply", x=end, y=end), y=end)
    net.add_edges_from((edge.source, edge.target) for edge in graph.edges)
    evaluation = evaluate(graph)

    def ours():
        paths = Paths(evaluation, start, end)
        return paths.count, paths.total, paths.largest(10)

    listed = best(lambda: sum(1 for _ in nx.all_simple_edge_paths(net, start, end)), seconds=0.5, least=1)
    return [Row("count, sum, ten largest", f"3 × {stages} lattice", best(ours), "networkx listing", listed, "< 0.1 ms")]
