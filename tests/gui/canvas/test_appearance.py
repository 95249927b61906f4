"""What nodes and wires should look like, as data."""

from __future__ import annotations

import pytest

from graph_engine.document import compose, edits
from graph_engine.graph import Edge, make_node
from graph_engine.storage import example
from gui.canvas.appearance import shortened
from gui.session import Session
from tests.eyes import look, picture, wire_look


@pytest.fixture
def session(qapp):
    return Session(example("apple_tax").open())


@pytest.mark.parametrize(
    ("wire", "value", "gradient", "local"),
    [
        (("apple price", "apple total", "x"), "100", "2.2", "∂ = 2"),
        (("apple count", "apple total", "y"), "2", "110", "∂ = 100"),
        (("apple total", "price", "x"), "200", "1.1", "∂ = 1.1"),
        (("tax", "price", "y"), "1.1", "200", "∂ = 200"),
    ],
)
def test_a_wire_of_apple_tax_carries_value_gradient_and_local_derivative(session, wire, value, gradient, local):
    shown = wire_look(session, *wire)
    assert (shown.value, shown.gradient, shown.local) == (value, gradient, local)


def test_sources_show_their_value_and_below_it_their_derivative(session):
    shown = {name: look(session, name) for name in ("apple price", "apple count", "tax")}
    assert {name: (seen.main, seen.gradient) for name, seen in shown.items()} == {
        "apple price": ("100", "∂price/∂apple price = 2.2"),
        "apple count": ("2", "∂price/∂apple count = 110"),
        "tax": ("1.1", "∂price/∂tax = 200"),
    }
    assert all(seen.outline.shape == "pill" and seen.source for seen in shown.values())


def test_the_target_has_a_flag_with_its_value_and_the_seed(session):
    price, total = look(session, "price"), look(session, "apple total")
    assert price.target
    assert (price.stub.value, price.stub.gradient, price.stub.flag) == ("220", "1", True)
    assert not total.target
    assert total.stub is None


def test_what_feeds_nothing_and_is_no_target_has_a_stub_without_a_flag(session):
    session.do(edits.SetTarget(session.document.graph.id_of("apple total")), "Choose target")
    stub = look(session, "price").stub
    assert (stub.value, stub.gradient, stub.flag) == ("220", "", False)


SEEN = {
    0: ((), ()),
    1: (("apple total",), ()),
    2: (("apple total", "price"), ()),
    3: (("apple total", "price"), ()),
    4: (("apple total", "price"), (("apple total", "price", "x"), ("tax", "price", "y"))),
}


@pytest.mark.parametrize("position", SEEN)
def test_what_has_not_happened_yet_is_not_shown(session, position):
    session.playhead.go(position)
    values, gradients = SEEN[position]
    graph = session.document.graph
    name = {node.id: node.name for node in graph.nodes}
    nodes, wires = picture(session)
    for edge, wire in wires.items():
        source, target = name[edge.source], name[edge.target]
        assert bool(wire.value) == (graph.node(edge.source).is_source or source in values)
        assert bool(wire.local) == (target in values)
        assert bool(wire.gradient) == ((source, target, edge.port) in gradients)
    assert bool(look(session, "price").stub.value) == ("price" in values)
    assert bool(look(session, "price").stub.gradient) == (position >= 3)
    assert all(node.main for node, _ in nodes.values())


def test_the_step_just_shown_stands_out(session):
    session.playhead.go(1)
    assert look(session, "apple total").active == "forward"
    assert wire_look(session, "apple price", "apple total", "x").active == "forward"
    session.playhead.go(4)
    assert look(session, "price").active == "backward"
    assert wire_look(session, "tax", "price", "y").active == "backward"
    assert look(session, "apple total").active == ""
    session.playhead.rest()
    assert {seen.active for seen, _ in picture(session)[0].values()} == {""}


def test_a_missing_input_is_marked_at_its_port(session):
    session.do(compose.remove(session.document, [session.document.graph.id_of("tax")]), "Delete")
    shown = look(session, "price")
    assert shown.badge == "error"
    assert {port.name: (port.wired, port.missing) for port in shown.ports} == {"x": (True, False), "y": (False, True)}
    assert "“price” needs a wire into y" in shown.about
    assert shown.stub.value == ""


def test_a_graph_with_an_open_input_still_shows_what_can_be_computed(session):
    session.do(compose.remove(session.document, [session.document.graph.id_of("tax")]), "Delete")
    assert wire_look(session, "apple total", "price", "x").value == "200"
    assert look(session, "apple total").badge == ""


def test_a_shape_mismatch_is_said_under_its_node(session):
    graph = session.document.graph
    session.do(edits.SetValue(graph.id_of("apple price"), [1.0, 2.0]), "Change value")
    session.do(edits.SetValue(graph.id_of("apple count"), [1.0, 2.0, 3.0]), "Change value")
    shown = look(session, "apple total")
    assert shown.badge == "error"
    assert "multiply “apple total”: x (2,), y (3,) don't broadcast" in shown.problem
    assert look(session, "price").badge == ""


def test_a_nan_is_reported_where_it_was_born(session):
    graph = session.document.graph
    session.do(edits.AddNode(make_node("n9", "log", "logarithm")), "Add")
    session.do(edits.Together((edits.Connect(Edge(graph.id_of("tax"), "n9", "x")),)), "Connect")
    session.do(edits.SetValue(graph.id_of("tax"), -1.0), "Change value")
    shown = look(session, "logarithm")
    assert shown.badge == "warning"
    assert "NaN" in shown.problem
    assert look(session, "price").badge == ""


def test_symbols_are_those_of_the_textbook(session):
    shown = {}
    for place, kind in enumerate(("add", "multiply", "divide", "subtract", "exp", "log", "sigmoid", "power")):
        session.do(edits.AddNode(make_node(f"m{place}", kind, kind)), "Add")
        shown[kind] = (look(session, kind).main, look(session, kind).outline.shape)
    assert shown["multiply"] == ("×", "circle")
    assert shown["add"] == ("+", "circle")
    assert shown["power"] == ("x²", "circle")
    assert shown["sigmoid"] == ("sigmoid", "box")


def test_arrays_show_their_shape_and_parameters_a_second_rim(qapp):
    session = Session(example("classifier").open())
    assert wire_look(session, "x", "scores", "x").value == "[5×2]"
    assert wire_look(session, "scores", "loss", "x").gradient == "[5×3]"
    assert look(session, "W").trainable
    assert not look(session, "x").trainable
    assert wire_look(session, "W", "scores", "W").local == "∂ matrix"


def test_a_sum_of_gradients_stands_under_the_node_that_fans_out(qapp):
    session = Session(example("two_paths").open())
    assert look(session, "b").gradient == "∂e/∂b = 5"
    assert wire_look(session, "b", "c", "y").gradient == "2"
    assert wire_look(session, "b", "d", "x").gradient == "3"
    assert wire_look(session, "b", "d", "x").fans


def test_a_long_name_is_shortened_in_the_line_below_its_node(apple_tax):
    from graph_engine.document.edits import Rename

    apple_tax.do(Rename(apple_tax.document.graph.id_of("tax"), "a name that is much too long to be read"), "Rename")
    line = look(apple_tax, "a name that is much too long to be read").gradient
    assert line == "∂price/∂a name that i… = 200"


@pytest.mark.parametrize(("name", "shown"), [("apple count", "apple count"), ("节点" * 6, "节点节点节点节…")])
def test_wide_letters_take_the_room_of_two(name, shown):
    assert shortened(name) == shown
