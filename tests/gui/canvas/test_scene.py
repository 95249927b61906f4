"""Whatever happens, the scene shows the document: each test ends in that comparison, after every edit."""

from __future__ import annotations

from contextlib import suppress

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF

from graph_engine import ops
from graph_engine.document import Document, compose, edits
from graph_engine.errors import GradcanvasError
from graph_engine.graph import SOURCES_BY_KEY, Edge, make_node
from graph_engine.storage import example, examples
from tests.eyes import assert_scene_shows_the_document

IDS = st.sampled_from([f"n{i}" for i in range(1, 8)])
KINDS = st.sampled_from(sorted([*SOURCES_BY_KEY, *(op.key for op in ops.ALL)]))
PORTS = st.sampled_from(["x", "y", "W", "b", "t"])
EDGES = st.builds(Edge, IDS, IDS, PORTS)
PLACES = st.tuples(st.integers(-500, 500), st.integers(-500, 500))
VALUES = st.floats() | st.lists(st.floats(-3, 3), min_size=1, max_size=3)
EDITS = st.one_of(
    st.builds(lambda i, k, n, at: edits.AddNode(make_node(i, k, n), at), IDS, KINDS, st.sampled_from("abcde"), PLACES),
    st.builds(edits.Connect, EDGES),
    st.builds(edits.SetValue, IDS, VALUES),
    st.builds(edits.Rename, IDS, st.sampled_from("abcdefgh")),
    st.builds(edits.SetTarget, IDS | st.none()),
    st.builds(edits.SetAttribute, IDS, st.just("n"), st.sampled_from([2.0, 3.0, -0.5])),
    st.builds(lambda id, at: edits.Move(((id, at),)), IDS, PLACES),
)
COMPOSED = st.one_of(
    st.builds(lambda ids: lambda d: compose.remove(d, ids), st.lists(IDS, max_size=2, unique=True)),
    st.builds(lambda edge: lambda d: compose.connect(d, edge), EDGES),
    st.builds(lambda ids: lambda d: compose.insert(d, compose.extract(d, ids), (40, 40))[0], st.lists(IDS, max_size=2)),
)
STEPS = st.one_of(EDITS, COMPOSED, EDITS, COMPOSED, st.sampled_from(["undo", "redo", "select"]), st.integers(0, 12))


def take(session, step):
    """One thing a person may do; what does not fit is refused."""
    match step:
        case "undo" | "redo":
            getattr(session.history, step)()
        case "select":
            session.selection.set(
                [n.id for n in session.document.graph.nodes][::2], list(session.document.graph.edges)[:2]
            )
        case int():
            session.playhead.go(step)
        case _:
            with suppress(GradcanvasError):
                session.do(step(session.document) if callable(step) else step, "Something")


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(start=st.sampled_from(["", "apple_tax", "two_paths"]), steps=st.lists(STEPS, min_size=5, max_size=25))
def test_after_any_series_of_edits_undo_and_redo_it_shows_the_document(window, session, start, steps):
    session.replace(example(start).open() if start else Document(), None)
    for step in steps:
        take(session, step)
        assert_scene_shows_the_document(window)
    while session.history.canUndo():
        session.history.undo()
    assert_scene_shows_the_document(window)
    while session.history.canRedo():
        session.history.redo()
    assert_scene_shows_the_document(window)


def test_every_example_is_shown_at_every_step(window, session, qapp):
    for entry in examples():
        session.replace(entry.open(), None)
        for position in range(session.playhead.last + 1):
            session.playhead.go(position)
            assert_scene_shows_the_document(window)
        window.area.view.grab()
    assert not window.grab().isNull()


def test_an_edit_touches_no_item_that_it_does_not_concern(apple_tax, window):
    scene = window.area.view.canvas
    before = dict(scene.nodes)
    apple_tax.do(edits.AddNode(make_node("n9", "exp", "grown"), (9, 9)), "Add")
    assert {id: scene.nodes[id] for id in before} == before


def test_pointing_finds_ports_before_nodes_and_nodes_before_wires(apple_tax, window):
    scene, tax = window.area.view.canvas, apple_tax.document.graph.id_of("tax")
    item = scene.nodes[tax]
    assert scene.hit(QPointF(*item.output_point())).kind == "output"
    assert scene.hit(QPointF(item.x(), item.y())).kind == "node"
    assert scene.hit(QPointF(5000, 5000)).kind == "nothing"
    price = scene.nodes[apple_tax.document.graph.id_of("price")]
    hit = scene.hit(QPointF(*price.input_point("y")))
    assert (hit.kind, hit.node, hit.port) == ("input", price.id, "y")
    wire = scene.edges[Edge(tax, price.id, "y")]
    assert scene.hit(wire.path.pointAtPercent(0.5)).edge == wire.edge


def test_of_ports_close_to_each_other_the_nearest_is_meant(apple_tax, window):
    scene, graph = window.area.view.canvas, apple_tax.document.graph
    tax, price = graph.id_of("tax"), graph.id_of("price")
    x, y = scene.nodes[price].input_point("y")
    width = scene.nodes[tax].output_point()[0] - scene.nodes[tax].x()
    apple_tax.do(edits.Move(((tax, (x - 8 - width, y)),)), "Move")
    assert scene.hit(QPointF(x, y)).kind == "input"
    assert scene.hit(QPointF(x - 8, y)).kind == "output"
    assert scene.hit(QPointF(x - 5, y)).kind == "output"


def test_its_bounds_hold_every_node(apple_tax, window):
    scene = window.area.view.canvas
    everything = scene.bounds()
    assert all(everything.contains(item.extent()) for item in scene.nodes.values())
    one = scene.bounds(frozenset([apple_tax.document.graph.id_of("tax")]))
    assert everything.contains(one)
    assert one != everything
