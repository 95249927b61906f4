"""Where the texts of wires stand."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QPoint

from graph_engine.document import apart, edits
from graph_engine.storage import examples
from gui.canvas.captions import Claim, Text, area, meet, place, wanted
from gui.canvas.geometry import wire
from gui.canvas.paint import plate

VALUE, GRADIENT, LOCAL = Text("value", 56.0, 19.0), Text("gradient", 64.0, 19.0), Text("local", 72.0, 17.0)


def claim(start, end, *texts, at=0.34, low=False, chosen=False):
    return Claim(wire(start, end), texts, at, low, chosen)


def covered(claims, places):
    return [
        area(at[text.role], text)
        for one, at in zip(claims, places, strict=True)
        for text in one.texts
        if text.role in at
    ]


def overlaps(areas):
    return [(one, other) for one, other in combinations(areas, 2) if meet(one, other)]


def test_alone_everything_stands_where_it_likes_to():
    one = claim((0, 0), (300, 120), VALUE, GRADIENT, LOCAL)
    (places,) = place([one], [])
    assert places == {text.role: wanted(one, text) for text in one.texts}
    assert places["value"][1] < places["gradient"][1], "the value stands above, the gradient below"


def test_a_fan_gets_room_for_all_of_its_numbers():
    fan = [claim((0, 0), (340, 90 * n), VALUE, GRADIENT, LOCAL, at=0.48) for n in range(-2, 3)]
    places = place(fan, [])
    assert overlaps(covered(fan, places)) == []
    assert all("value" in at for at in places)


def test_a_node_is_not_covered():
    one = claim((0, 0), (300, 0), VALUE)
    node = area(wanted(one, VALUE), VALUE)
    (places,) = place([one], [node])
    assert not meet(area(places["value"], VALUE), node)


def test_what_has_no_room_is_left_out():
    one = claim((0, 0), (200, 0), VALUE, GRADIENT)
    (places,) = place([one], [(-50.0, -200.0, 250.0, 0.0)])
    assert set(places) == {"gradient"}


def test_what_is_selected_comes_first():
    two = [claim((0, 0), (140, 0), VALUE), claim((0, 2), (140, 2), VALUE, chosen=True)]
    first, chosen = place(two, [])
    assert chosen["value"] == wanted(two[1], VALUE)
    assert first.get("value") != wanted(two[0], VALUE)


def drawn(window):
    """What the texts of all wires cover, and the areas of the nodes, as they are painted at 100 %."""
    window.area.view.actual_size()
    scene = window.area.view.canvas
    scene.captions.arrange(scene.catch_up(scene.bounds()))
    texts = [
        plate(text, at, size, bold=role != "local", pad=7 if role == "local" else 3).getCoords()
        for item in scene.edges.values()
        for role, text, at, size in item._placed
    ]
    return texts, [one for item in scene.boxes() for one in item.solid()]


@pytest.mark.parametrize("entry", examples(), ids=lambda entry: entry.name)
def test_in_no_example_a_text_covers_another_or_a_node(opened, window, entry):
    opened(entry.name)
    texts, nodes = drawn(window)
    assert texts
    assert overlaps(texts) == []
    assert [(text, node) for text in texts for node in nodes if meet(text, node)] == []


def test_room_that_is_made_is_taken(hand, opened, window, qapp):
    session = opened("network_2_2_1")
    few = len(drawn(window)[0])
    session.do(edits.Move(tuple((id, (2 * x, 2 * y)) for id, (x, y) in session.document.positions.items())), "Move")
    assert len(drawn(window)[0]) > few


def test_a_node_dragged_over_a_number_pushes_it_away(hand, apple_tax, window, qapp):
    item = window.area.view.canvas.edges[hand.edge("tax", "price", "y")]
    before = {role: at for role, _, at, _ in item._placed}
    number = hand.place(*before["value"])
    hand.press(hand.node("apple count"))
    hand.glide(hand.node("apple count"), number + QPoint(4, 3))
    qapp.processEvents()
    after = {role: at for role, _, at, _ in item._placed}
    assert after.get("value") != before["value"]
    texts, nodes = drawn(window)
    assert [(text, node) for text in texts for node in nodes if meet(text, node)] == []
    hand.release(number + QPoint(4, 3))


def test_the_name_of_an_open_group_is_not_covered(opened, window):
    session = opened("saturated_sigmoid")
    sigmoid = next(node.id for node in session.document.graph.nodes if node.kind == "sigmoid")
    edit, group = apart.take_apart(session.document, sigmoid)
    session.do(edit, "Take apart")
    texts, _ = drawn(window)
    name = window.area.view.canvas.groups.frames[group].name_area()
    assert [text for text in texts if meet(text, name)] == []


def test_where_there_is_a_choice_a_text_keeps_off_other_wires():
    one, other = claim((0, 0), (400, 0), VALUE), claim((100, -120), (180, 120))
    (alone,), (beside,) = place([one], [], [one.curve]), place([one], [], [one.curve, other.curve])
    assert alone["value"] == wanted(one, VALUE)
    assert beside["value"] != alone["value"]


def test_a_wire_that_is_selected_brings_the_numbers_it_had_no_room_for(hand, opened, window):
    session = opened("network_2_2_1")
    drawn(window)
    short = [item for item in window.area.view.canvas.edges.values() if len(item._placed) < len(item.claim.texts)]
    assert short, "the fan at the inputs has more numbers than room"
    for item in short:
        session.selection.set(edges=[item.edge])
        texts, nodes = drawn(window)
        assert len(item._placed) == len(item.claim.texts)
        assert overlaps(texts) == []
        assert [(text, node) for text in texts for node in nodes if meet(text, node)] == []
        session.selection.clear()
        drawn(window)
