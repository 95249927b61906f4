from __future__ import annotations

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from graph_engine.graph import Edge
from gui.canvas.geometry import along, wire
from gui.canvas.guides import Box
from gui.canvas.routing import Course, Routes, course, lean, parallel

AB = Edge("a", "b", "x")


def box(x, y, width=60, height=60):
    return Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def passes(start, end, bend, box):
    points = [along(wire(start, end, bend), t / 200) for t in range(201)]
    return any(box.left < x < box.right and box.top < y < box.bottom for x, y in points)


def array(*boxes):
    return np.array([(b.left, b.top, b.right, b.bottom) for b in boxes]).reshape(-1, 4)


def test_a_wire_with_nothing_in_its_way_goes_straight():
    assert course((0, 0), (400, 0), array(box(200, 200)), 0.0).bend == 0


@pytest.mark.parametrize("y", [-20, 0, 20])
def test_a_wire_goes_round_a_node_on_the_shorter_side(y):
    found = course((0, 0), (400, 0), array(box(200, y)), 0.0).bend
    assert not passes((0, 0), (400, 0), found, box(200, y))
    assert found * y <= 0


def test_to_a_lower_port_it_rather_comes_from_below():
    assert course((0, 0), (400, 0), array(box(200, 0)), 0.0, side=1).bend > 0
    assert course((0, 0), (400, 0), array(box(200, 0)), 0.0, side=-1).bend < 0


def test_its_own_nodes_are_not_in_its_way():
    assert course((0, 0), (400, 0), array(box(0, 0), box(400, 0)), 0.0, (0, 1)).bend == 0


def test_where_no_way_is_free_the_wire_stays():
    assert course((0, 0), (400, 0), array(box(200, 0, 80, 4000)), 0.0).bend == 0


def test_a_wire_that_runs_back_goes_round_its_own_nodes_and_between_the_rows():
    rows = [box(x, y) for y in (0, 160, 320) for x in (0, 200, 400)]
    start, end = (430.0, 0.0), (-30.0, 160.0)
    found = course(start, end, array(*rows), own=(2, 3))
    points = [along(found.curve(start, end), t / 400) for t in range(401)]
    assert not any(b.left < x < b.right and b.top < y < b.bottom for x, y in points for b in rows)
    assert found.lane == pytest.approx(80, abs=12)


@pytest.mark.parametrize("y", [0, 40])
def test_back_to_a_node_in_the_same_row_it_leads_past_the_row(y):
    row = [box(0, 0), box(200, 0), box(400, y)]
    found = course((430.0, float(y)), (-30.0, 0.0), array(*row), own=(0, 2))
    assert found.lane is not None
    assert found.lane > max(b.bottom for b in row) or found.lane < min(b.top for b in row)


def test_wires_between_the_same_nodes_part_in_the_order_of_their_ports():
    edges = [Edge("a", "b", "y"), Edge("a", "b", "x"), Edge("a", "c", "x")]
    ends = {edges[0]: ((0, 0), (100, 20)), edges[1]: ((0, 0), (100, -20)), edges[2]: ((0, 0), (100, 90))}
    leaning = lean(ends)
    assert leaning[edges[1]] < 0 < leaning[edges[0]] == -leaning[edges[1]]
    assert leaning[edges[2]] == 0
    assert parallel(edges) == edges[:2]


def test_a_node_that_moves_into_the_way_of_a_wire_bends_it():
    routes, ends = Routes(), {AB: ((0.0, 0.0), (400.0, 0.0))}
    boxes = {"a": box(-30, 0), "b": box(430, 0), "c": box(200, 700)}
    assert routes.follow(boxes, ends) == {AB: Course()}
    assert routes.follow({**boxes, "c": box(200, 0)}, ends)[AB].bend != 0
    assert routes.follow(boxes, ends) == {AB: Course()}


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(-300, 900), st.integers(-300, 300)), max_size=8))
@example([(1, 636, 0), (1, 636, 14)])
def test_what_is_remembered_is_what_would_be_found_anew(moves):
    boxes = {id: box(x, y) for id, x, y in zip("abcd", (0, 600, 200, 400), (0, 0, 50, -50), strict=True)}
    edges = [AB, Edge("a", "b", "y"), Edge("c", "d", "x")]
    routes = Routes()
    for number, x, y in moves:
        boxes = {**boxes, "abcd"[number]: box(x, y)}
        ends = {
            edge: ((boxes[edge.source].right, boxes[edge.source].top + 30), (boxes[edge.target].left, float(place)))
            for place, edge in enumerate(edges)
        }
        assert routes.follow(boxes, ends) == Routes().follow(boxes, ends)


def test_in_the_window_wires_of_x_times_x_do_not_coincide(session, hand):
    from graph_engine import Graph
    from graph_engine.document import Document

    graph = Graph()
    x = graph.add("variable", "x", value=3.0)
    graph.add("multiply", "square", x=x, y=x)
    session.replace(Document(graph, {"n1": (0.0, 0.0), "n2": (250.0, 0.0)}), None)
    first, second = (item.curve for item in hand.view.canvas.edges.values())
    assert along(second, 0.5)[1] - along(first, 0.5)[1] > 60


def test_in_the_window_no_wire_of_twenty_sigmoids_passes_behind_a_node(hand, opened):
    opened("twenty_sigmoids")
    canvas = hand.view.canvas
    boxes = {node.id: node.outline_box().translated(node.pos()).adjusted(1, 1, -1, -1) for node in canvas.boxes()}
    met = [(e, id) for e, wire in canvas.edges.items() for id, b in boxes.items() if wire.path.intersects(b)]
    assert [(e, id) for e, id in met if id not in (e.source, e.target)] == []
    assert sum(wire.course.lane is not None for wire in canvas.edges.values()) == 3


def test_in_the_window_a_wire_gives_way_to_a_dragged_node_and_comes_back(hand, apple_tax):
    hand.view.actual_size()
    wire = hand.view.canvas.edges[hand.edge("tax", "price", "y")]
    assert wire.course.bend == 0
    hand.press(hand.node("apple count"))
    hand.glide(hand.node("apple count"), hand.wire("tax", "price", "y"))
    assert wire.course.bend != 0
    hand.release(hand.wire("tax", "price", "y"))
    apple_tax.history.undo()
    assert wire.course.bend == 0
