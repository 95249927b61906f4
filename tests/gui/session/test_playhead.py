from __future__ import annotations

import pytest

from graph_engine.document import compose, edits
from graph_engine.graph import Edge, make_node


def test_it_rests_at_the_end_with_no_step_standing_out(session):
    head = session.playhead
    assert (head.position, head.last, head.resting, head.step) == (5, 5, True, None)


def test_it_steps_forward_and_back_again(session):
    head, seen = session.playhead, []
    for position in (0, 1, 2, 3, 4, 5, 4, 3, 2, 1, 0):
        head.go(position)
        seen.append(len(head.seen().values) + len(head.seen().edges))
    assert seen[:6] == seen[5:][::-1]
    assert seen[0] < seen[5]


@pytest.mark.parametrize(("asked", "got"), [(-3, 0), (99, 5)])
def test_it_stays_on_the_timeline(session, asked, got):
    session.playhead.go(asked)
    assert session.playhead.position == got


def test_it_speaks_only_when_it_moves(session, heard):
    session.playhead.go(2)
    session.playhead.go(2)
    assert heard["playhead"] == 1


def test_at_the_end_of_the_passes_it_does_not_rest_until_told(session, heard):
    session.playhead.go(5)
    assert session.playhead.step is not None
    session.playhead.rest()
    assert session.playhead.step is None
    assert heard["playhead"] == 2


@pytest.mark.parametrize("position", range(6))
def test_it_keeps_its_place_when_a_value_changes(session, id_of, heard, position):
    session.playhead.go(position)
    moved = heard["playhead"]
    session.do(edits.SetValue(id_of("tax"), 2.0), "Change value")
    assert (session.playhead.position, session.playhead.resting) == (position, False)
    assert heard["playhead"] == moved


def test_what_it_tells_is_told_with_the_new_value(session, id_of):
    session.playhead.go(2)
    session.do(edits.SetValue(id_of("tax"), 2.0), "Change value")
    assert [str(line) for line in session.playhead.narration().lines] == ["price = apple total × tax = 200 × 2 = 400"]


def test_it_keeps_its_place_when_a_node_is_added(session):
    session.playhead.go(2)
    session.do(edits.AddNode(make_node("n9", "variable", "pear", 4.0)), "Add")
    assert session.playhead.position == 2


def test_it_stays_on_a_timeline_that_becomes_shorter_and_says_so(session, id_of, heard):
    session.playhead.go(5)
    session.do(compose.remove(session.document, [id_of("price")]), "Delete")
    assert session.playhead.position == session.playhead.last == 3
    assert heard["playhead"] == 2


def test_at_rest_it_follows_a_timeline_that_becomes_longer(session, id_of):
    add = edits.AddNode(make_node("n9", "exp", "grown"))
    wire = edits.Connect(Edge(id_of("price"), "n9", "x"))
    session.do(edits.Together((add, wire, edits.SetTarget("n9"))), "Add")
    assert session.playhead.resting
    assert session.playhead.position == session.playhead.last == 7
