"""Who gives way to a node put into a wire."""

from __future__ import annotations

from graph_engine.document import Document
from graph_engine.graph import Edge
from gui.canvas.room import GAP, make_room


def chain(*xs):
    """a → b → c … at the given x."""
    document = Document()
    ids = []
    for place, x in enumerate(xs):
        id = document.graph.add(
            "exp" if place else "variable", f"n{place}", **({"x": ids[-1]} if ids else {"value": 1.0})
        )
        document.positions[id] = (float(x), 0.0)
        ids.append(id)
    return document, ids


def size(_):
    return 60.0, 60.0


def test_with_room_nobody_moves_and_the_node_stands_where_it_was_dropped():
    document, (a, b) = chain(0, 600)
    assert make_room(document, size, Edge(a, b, "x"), 60, (310.0, 12.0)) == ((310.0, 12.0), ())


def test_it_keeps_its_distance_from_both_ends():
    document, (a, b) = chain(0, 600)
    (x, _), _ = make_room(document, size, Edge(a, b, "x"), 60, (40.0, 0.0))
    assert x == 60 / 2 + GAP + 60 / 2


def test_what_hangs_on_the_wire_is_pushed():
    document, (a, b, c) = chain(0, 150, 300)
    (x, _), moved = make_room(document, size, Edge(a, b, "x"), 60, (75.0, 0.0))
    places = dict(moved)
    assert set(places) == {b, c}
    assert x - 30 - (0 + 30) == GAP
    assert places[b][0] - 30 - (x + 30) == GAP
    assert places[c][0] - places[b][0] == 150


def test_what_would_be_run_into_is_pushed_too_and_the_rest_stays():
    document, (a, b) = chain(0, 150)
    near, far = document.graph.add("variable", "near", value=1.0), document.graph.add("variable", "far", value=1.0)
    document.positions.update({near: (240.0, 10.0), far: (240.0, 400.0)})
    _, moved = make_room(document, size, Edge(a, b, "x"), 60, (75.0, 0.0))
    assert set(dict(moved)) == {b, near}


def test_a_wire_that_runs_back_pushes_nobody():
    document, (a, b) = chain(300, 0)
    assert make_room(document, size, Edge(a, b, "x"), 60, (150.0, 5.0)) == ((150.0, 5.0), ())
