"""Groups by mouse and keys."""

import pytest
from PySide6.QtCore import QPoint, Qt

from graph_engine.document import from_formula
from graph_engine.document.edits import Move
from tests.hand import CONTROL, SHIFT

Key = Qt.Key


@pytest.fixture
def neuron(session, qapp):
    """y = exp(w·x + b)"""
    session.replace(from_formula("y = exp(w*x + b)"), None)
    qapp.processEvents()
    return session


def only_group(session):
    (group,) = session.document.groups.values()
    return group


def select(hand, *names):
    hand.window.session.selection.set(hand.id(name) for name in names)
    hand.view.setFocus()


def place_of(hand, name):
    """The middle of a collapsed group, or the title of an open one."""
    layer, groups = hand.view.canvas.groups, hand.window.session.document.groups
    id = next(group.id for group in groups.values() if group.name == name)
    if id in layer.boxes:
        return hand.place(layer.boxes[id].x(), layer.boxes[id].y())
    at = layer.frames[id].title_box().center()
    return hand.place(at.x(), at.y())


def make_group(hand, *names, name="layer", collapsed=True):
    select(hand, *names)
    hand.key(Key.Key_G, CONTROL)
    hand.type(name)
    hand.key(Key.Key_Return)
    if collapsed:
        hand.key(Key.Key_C)
    return next(g.id for g in hand.window.session.document.groups.values() if g.name == name)


def test_ctrl_g_groups_the_selection_and_asks_for_its_name(hand, neuron):
    select(hand, "multiply", "add")
    hand.key(Key.Key_G, CONTROL)
    assert hand.view.group_name.isVisible()
    hand.type("layer")
    hand.key(Key.Key_Return)
    assert only_group(neuron).name == "layer"
    assert set(only_group(neuron).members) == {hand.id("multiply"), hand.id("add")}
    hand.key(Key.Key_Z, CONTROL)
    hand.key(Key.Key_Z, CONTROL)
    assert not neuron.document.groups
    hand.key(Key.Key_Z, CONTROL | SHIFT)
    assert neuron.document.groups


def test_a_group_that_would_close_a_cycle_is_refused_with_a_reason(hand, neuron, said):
    select(hand, "multiply", "y")
    hand.key(Key.Key_G, CONTROL)
    assert not neuron.document.groups
    assert said == ["“group” would make a cycle when it is collapsed: group → add → group"]


def test_a_taken_name_says_so_and_escape_keeps_the_old_one(hand, neuron):
    make_group(hand, "multiply", name="first")
    select(hand, "add")
    hand.key(Key.Key_G, CONTROL)
    hand.type("first")
    hand.key(Key.Key_Return)
    assert hand.view.group_name.isVisible()
    assert "already" in hand.view.editor._note.text()
    hand.key(Key.Key_Escape)
    assert sorted(g.name for g in neuron.document.groups.values()) == ["first", "group"]


def test_c_collapses_and_expands_in_place(hand, neuron):
    group = make_group(hand, "multiply", "add")
    scene = hand.view.canvas
    assert set(scene.groups.boxes) == {group}
    assert hand.id("add") not in scene.nodes
    look = scene.groups.boxes[group].look
    assert [port.name for port in look.ports] == ["w", "x", "b"]
    hand.key(Key.Key_C)
    assert set(scene.groups.frames) == {group}
    assert hand.id("add") in scene.nodes


def test_the_box_of_a_group_covers_no_other_node_and_undo_puts_all_back(hand, neuron):
    scene, places = hand.view.canvas, neuron.document.positions
    (ax, ay), (ex, ey) = (places[hand.id(name)] for name in ("add", "y"))
    neuron.do(Move(((hand.id("b"), ((ax + ex) / 2, (ay + ey) / 2)),)), "Move")
    group = make_group(hand, "add", "y", collapsed=False)
    before = dict(places)
    hand.key(Key.Key_C)
    box, other = scene.groups.boxes[group], scene.nodes[hand.id("b")]
    covers = box.mapRectToScene(box.outline_box())
    assert not covers.intersects(other.mapRectToScene(other.outline_box()))
    assert places[hand.id("b")] == before[hand.id("b")]
    hand.key(Key.Key_Z, CONTROL)
    assert places == before
    assert group in scene.groups.frames


def test_it_goes_to_the_right_of_what_feeds_it_and_its_flag_says_the_name(hand, opened):
    session = opened("apples_and_oranges")
    scene, places = hand.view.canvas, session.document.positions
    (x, y), (_, level) = places[hand.id("tax")], places[hand.id("fruit total")]
    session.do(Move(((hand.id("tax"), (x, (y + level) / 2)),)), "Move")
    group = make_group(hand, "fruit total", "price")
    box, tax = scene.groups.boxes[group], scene.nodes[hand.id("tax")]
    assert box.x() - box.outline_box().width() / 2 > tax.x() + tax.outline_box().width() / 2
    assert box.look.stub.name == "price"


def test_c_collapses_what_was_grouped_together_with_its_wires(hand, neuron):
    select(hand)
    hand.key(Key.Key_A, CONTROL)
    assert neuron.selection.edges
    hand.key(Key.Key_G, CONTROL)
    hand.key(Key.Key_Escape)
    hand.key(Key.Key_C)
    assert only_group(neuron).collapsed


def test_a_collapsed_group_shows_its_own_derivatives(hand, neuron):
    make_group(hand, "multiply", "add")
    hand.double_click(hand.node("w"))
    hand.type("3")
    hand.key(Key.Key_Return)
    looks = [item.look for item in hand.view.canvas.edges.values()]
    tags = {hand.window.session.document.graph.node(look.edge.source).name: look.local for look in looks}
    assert (tags["w"], tags["x"], tags["b"]) == ("∂ = 1", "∂ = 3", "∂ = 1")


def test_moving_a_collapsed_group_moves_what_it_holds(hand, neuron):
    make_group(hand, "multiply", "add")
    before = {name: neuron.document.positions[hand.id(name)] for name in ("multiply", "add", "y")}
    at = place_of(hand, "layer")
    hand.drag(at, at + QPoint(40, 90))
    moved = {name: neuron.document.positions[hand.id(name)] for name in before}
    by = [(moved[n][0] - before[n][0], moved[n][1] - before[n][1]) for n in before]
    assert by[0] == by[1] != (0, 0)
    assert by[2] == (0, 0)
    hand.key(Key.Key_Z, CONTROL)
    assert neuron.document.positions[hand.id("add")] == before["add"]


def test_an_open_group_is_held_by_its_title(hand, neuron):
    make_group(hand, "multiply", "add", collapsed=False)
    before = neuron.document.positions[hand.id("add")]
    at = place_of(hand, "layer")
    hand.drag(at, at + QPoint(0, 60))
    assert neuron.document.positions[hand.id("add")] != before
    assert neuron.selection.nodes == {hand.id("multiply"), hand.id("add")}


def test_double_click_looks_inside_and_the_breadcrumb_leads_back(hand, neuron, window):
    group = make_group(hand, "multiply", "add")
    hand.double_click(place_of(hand, "layer"))
    assert neuron.level.inside == group
    assert set(hand.view.canvas.nodes) == {hand.id("multiply"), hand.id("add")}
    crumb = window.area.breadcrumb
    assert crumb.isVisible()
    assert [name for _, name in crumb.steps] == ["Whole graph", "layer"]
    hand.click(hand.on(crumb.button(0)))
    assert neuron.level.inside is None
    assert not crumb.isVisible()


def test_escape_goes_up(hand, neuron):
    make_group(hand, "multiply", "add")
    hand.double_click(place_of(hand, "layer"))
    hand.key(Key.Key_Escape)
    assert neuron.level.inside is None
    assert neuron.selection.nodes == {hand.id("multiply"), hand.id("add")}


def test_what_is_made_inside_belongs_to_the_group(hand, neuron):
    group = make_group(hand, "multiply", "add")
    hand.double_click(place_of(hand, "layer"))
    hand.drag(hand.entry("square"), hand.middle() + QPoint(0, 120))
    assert hand.id("square") in neuron.document.groups[group].members
    hand.key(Key.Key_A, CONTROL)
    hand.key(Key.Key_D, CONTROL)
    assert len(neuron.document.groups[group].members) == 6
    hand.key(Key.Key_Z, CONTROL)
    hand.key(Key.Key_Z, CONTROL)
    assert len(neuron.document.groups[group].members) == 2


def test_undo_of_the_group_leaves_it(hand, neuron):
    make_group(hand, "multiply", "add")
    hand.double_click(place_of(hand, "layer"))
    for _ in range(3):
        hand.key(Key.Key_Z, CONTROL)
    assert not neuron.document.groups
    assert neuron.level.inside is None


def test_a_wire_into_a_collapsed_group_reaches_the_node_inside(hand, neuron):
    group = make_group(hand, "multiply", "add")
    box = hand.view.canvas.groups.boxes[group]
    port = hand.place(*box.inner_input_point(hand.id("multiply"), "x"))
    hand.drag(hand.output("b"), port)
    assert neuron.document.graph.inputs(hand.id("multiply"))["x"] == hand.id("b")
    assert [p.name for p in box.look.ports] == ["b", "x"]
    port = hand.place(*box.inner_input_point(hand.id("multiply"), "x"))
    hand.drag(port, hand.corner())
    assert "x" not in neuron.document.graph.inputs(hand.id("multiply"))
    assert "y" not in neuron.document.graph.inputs(hand.id("add")), "the wire stood for both"
    hand.drag(hand.output("w"), place_of(hand, "layer"))
    assert hand.id("w") in neuron.document.graph.inputs(hand.id("multiply")).values()


def test_a_wire_over_the_other_side_of_a_collapsed_group_means_the_group(hand, neuron):
    group = make_group(hand, "multiply", "add")
    hand.drag(hand.entry("square"), hand.middle() + QPoint(150, 160))
    box, graph = hand.view.canvas.groups.boxes[group], neuron.document.graph
    outward = hand.place(*box.inner_output_point(hand.id("add")))
    hand.drag(hand.place(*box.inner_input_point(hand.id("multiply"), "x")), hand.corner())
    hand.drag(hand.output("b"), outward)
    assert graph.inputs(hand.id("multiply"))["x"] == hand.id("b"), "its first open input"
    inward = hand.place(*box.inner_input_point(hand.id("multiply"), "x"))
    hand.drag(hand.input("square", "x"), inward)
    assert graph.inputs(hand.id("square")) == {"x": hand.id("add")}, "its only output"


def test_a_wire_out_of_a_collapsed_group(hand, neuron):
    group = make_group(hand, "multiply", "add")
    hand.drag(hand.entry("square"), hand.middle() + QPoint(150, 160))
    box = hand.view.canvas.groups.boxes[group]
    hand.drag(hand.place(*box.inner_output_point(hand.id("add"))), hand.input("square", "x"))
    assert neuron.document.graph.inputs(hand.id("square")) == {"x": hand.id("add")}


def test_deleting_a_collapsed_group_deletes_what_it_holds(hand, neuron):
    make_group(hand, "multiply", "add")
    hand.click(place_of(hand, "layer"))
    hand.key(Key.Key_Delete)
    assert not neuron.document.groups
    assert not neuron.document.graph.has_name("add")
    hand.key(Key.Key_Z, CONTROL)
    assert only_group(neuron).name == "layer"


def test_copies_of_a_group_are_groups(hand, neuron):
    make_group(hand, "multiply", "add")
    hand.click(place_of(hand, "layer"))
    hand.key(Key.Key_D, CONTROL)
    assert sorted(g.name for g in neuron.document.groups.values()) == ["layer", "layer 2"]


def test_ctrl_shift_g_takes_the_group_away(hand, neuron):
    make_group(hand, "multiply", "add")
    hand.key(Key.Key_G, CONTROL | SHIFT)
    assert not neuron.document.groups
    assert neuron.document.graph.has_name("add")


def test_groups_nest(hand, neuron):
    inner = make_group(hand, "multiply", name="inner")
    assert neuron.document.groups[inner].collapsed, "a group around one node collapses as well"
    outer = make_group(hand, "multiply", "add", name="outer")
    assert neuron.document.groups[inner].parent == outer
    hand.double_click(place_of(hand, "outer"))
    hand.double_click(place_of(hand, "inner"))
    assert [name for _, name in hand.window.area.breadcrumb.steps] == ["Whole graph", "outer", "inner"]
    hand.key(Key.Key_Escape)
    assert neuron.level.inside == outer


def test_the_frame_of_a_group_lies_on_those_around_it_whichever_came_first(hand, neuron):
    inner = make_group(hand, "multiply", name="inner", collapsed=False)
    outer = make_group(hand, "multiply", "add", name="outer", collapsed=False)
    frames = hand.view.canvas.groups.frames
    assert frames[inner].zValue() > frames[outer].zValue()


def test_the_box_is_active_while_something_in_it_is(hand, neuron):
    group = make_group(hand, "multiply", "add")
    active = []
    for position in range(neuron.playhead.last + 1):
        neuron.playhead.go(position)
        active.append(hand.view.canvas.groups.boxes[group].look.active)
    assert active[1:3] == ["forward", "forward"]
    assert "backward" in active


def test_a_rubber_band_takes_a_collapsed_group(hand, neuron):
    make_group(hand, "multiply", "add")
    at = place_of(hand, "layer")
    neuron.selection.clear()
    hand.drag(at - QPoint(90, 70), at + QPoint(30, 20))
    assert neuron.selection.nodes >= {hand.id("multiply"), hand.id("add")}


def test_the_right_button_offers_what_a_group_can_do(hand, neuron):
    make_group(hand, "multiply", "add")
    offered = hand.context_menu(place_of(hand, "layer") - QPoint(17, 9))  # not where another test just clicked
    assert {"group.enter", "group.collapse", "group.ungroup"} <= set(offered)


def test_an_op_is_taken_apart_and_put_together(hand, session, qapp):
    session.replace(from_formula("y = logistic(x)"), None)
    qapp.processEvents()
    window = hand.window
    select(hand, "y")
    window.actions_made.trigger("group.take_apart")
    session.selection.clear()
    assert len(session.document.graph) == 7
    hand.click(place_of(hand, "sigmoid"))
    window.actions_made.trigger("group.compare")
    assert sum(node.kind == "sigmoid" for node in session.document.graph.nodes) == 1
    window.actions_made.trigger("group.put_together")
    assert session.document.graph.node(hand.id("y")).kind == "sigmoid"
    for _ in range(3):
        hand.key(Key.Key_Z, CONTROL)
    assert len(session.document.graph) == 2


def test_its_name_stands_clear_of_the_values_it_shows(session, qapp, hand):
    from gui.canvas.geometry import text_width

    session.replace(from_formula("first = exp(x)"), None)
    second = from_formula("second = exp(z)")
    from gui.session import clipboard

    clipboard.insert(session, second, "Paste", (0.0, 200.0))
    hand.view.setFocus()
    hand.key(Key.Key_A, CONTROL)
    hand.key(Key.Key_G, CONTROL)
    hand.type("both")
    hand.key(Key.Key_Return)
    hand.key(Key.Key_C)
    look = hand.view.canvas.groups.boxes[only_group(session).id].look
    right = max(text_width(out.name, 11) for out in look.outputs)
    assert look.outline.width >= text_width("both", 15) + right + 30
