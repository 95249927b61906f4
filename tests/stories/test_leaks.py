"""Nodes made and removed again leave nothing behind: no items, no objects, no memory."""

from __future__ import annotations

import gc
import tracemalloc

import pytest

from graph_engine.document import compose
from graph_engine.document.edits import AddNode, Connect, Together
from graph_engine.graph import Edge, make_node


def make_and_remove(session, times: int) -> None:
    """A node with a wire comes, is drawn, and goes."""
    graph = session.document.graph
    price = graph.id_of("apple price")
    for number in range(times):
        node = make_node(graph.fresh_id(), "negate", f"fleeting {number % 7}")
        wired = Connect(Edge(price, node.id, "x"))
        session.do(Together((AddNode(node, (40.0 * (number % 9), 300.0)), wired)), "Add")
        session.do(compose.remove(session.document, [node.id]), "Remove")
    session.history.clear()


def objects() -> int:
    gc.collect()
    return len(gc.get_objects())


@pytest.mark.parametrize("cycles", [150, pytest.param(2000, marks=pytest.mark.slow)])
def test_what_came_and_went_leaves_nothing(apple_tax, window, qapp, cycles):
    session, scene = apple_tax, window.area.view.canvas
    make_and_remove(session, 50)  # caches fill
    qapp.processEvents()
    items, before = len(scene.items()), objects()
    tracemalloc.start()
    size, _ = tracemalloc.get_traced_memory()
    make_and_remove(session, cycles)
    qapp.processEvents()
    grown, size_after = objects() - before, tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert len(scene.items()) == items
    assert grown < 100 + cycles / 10, f"{grown} objects stayed"
    assert size_after - size < 100_000 + 100 * cycles, f"{size_after - size} bytes stayed"
