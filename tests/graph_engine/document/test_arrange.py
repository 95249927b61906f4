import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import graph_engine as ge
from graph_engine import storage
from graph_engine.document import Group, arrange, edits
from graph_engine.graph import Edge, make_node


def size(id):
    return 100.0 + 10 * (len(id) % 3), 40.0


def overlap(a, b, places):
    (ax, ay), (bx, by) = places[a], places[b]
    (aw, ah), (bw, bh) = size(a), size(b)
    return abs(ax - bx) < (aw + bw) / 2 and abs(ay - by) < (ah + bh) / 2


@st.composite
def documents(draw):
    document = ge.Document()
    count = draw(st.integers(1, 12))
    for i in range(count):
        sources = draw(st.lists(st.integers(0, i - 1), max_size=2)) if i else []
        id, kind = f"n{i + 1}", "add" if sources else "variable"
        edits.AddNode(make_node(id, kind, id), (float(i), float(-i))).apply(document)
        for source, port in zip(sources, "xy", strict=False):
            edits.Connect(Edge(f"n{source + 1}", id, port)).apply(document)
    return document


@settings(max_examples=80, deadline=None)
@given(documents())
def test_wires_run_to_the_right_and_no_node_covers_another(document):
    places = arrange(document, size)
    assert set(places) == set(document.positions)
    assert all(places[edge.source][0] < places[edge.target][0] for edge in document.graph.edges)
    assert not any(overlap(a, b, places) for a, b in itertools.combinations(places, 2))
    assert min(x for x, _ in places.values()) == 0


@settings(max_examples=40, deadline=None)
@given(documents())
def test_tidying_a_second_time_changes_nothing(document):
    edits.Move(tuple(arrange(document, size).items())).apply(document)
    assert arrange(document, size) == document.positions


def test_a_selection_keeps_its_middle_and_leaves_the_rest():
    document = ge.example("two_paths").open()
    chosen = {"n4", "n5", "n6"}
    places = arrange(document, size, chosen)
    assert set(places) == chosen
    for axis in (0, 1):
        before = sum(document.positions[id][axis] for id in chosen) / 3
        assert sum(places[id][axis] for id in chosen) / 3 == pytest.approx(before, abs=1)


def test_tidied_places_can_be_saved():
    document = ge.example("classifier").open()
    edits.Move(tuple(arrange(document, size).items())).apply(document)
    assert storage.to_bytes(storage.from_bytes(storage.to_bytes(document))) == storage.to_bytes(document)


def test_nothing_is_tidied_where_nothing_is_chosen():
    assert arrange(ge.example("two_paths").open(), size, set()) == {}
    assert arrange(ge.Document(), size) == {}


def grouped(**groups):
    """Six sums in a row, fed by a variable; groups name their numbers."""
    document = ge.Document()
    edits.AddNode(make_node("n0", "variable", "n0"), (0.0, 0.0)).apply(document)
    for i in range(1, 7):
        edits.AddNode(make_node(f"n{i}", "add", f"n{i}"), (0.0, 0.0)).apply(document)
        edits.Connect(Edge(f"n{i - 1}", f"n{i}", "x")).apply(document)
        edits.Connect(Edge("n0", f"n{i}", "y")).apply(document)
    document.groups.update({name: Group(name, name, **parts) for name, parts in groups.items()})
    return document


def rectangle(ids, places):
    xs, ys = [places[id][0] for id in ids], [places[id][1] for id in ids]
    return min(xs) - 50, min(ys) - 20, max(xs) + 50, max(ys) + 20


def meets(a, b):
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def test_members_of_a_group_stand_together_with_nobody_between():
    document = grouped(g={"members": ("n2", "n3")}, h={"members": ("n5",)}, i={"members": ("n6",), "parent": "h"})
    places = arrange(document, size)
    room = rectangle(("n2", "n3"), places)
    outside = set(places) - {"n2", "n3"}
    assert not any(meets(room, rectangle((id,), places)) for id in outside)
    assert not meets(room, rectangle(("n5", "n6"), places))
    assert arrange(moved(document, places), size) == places


def test_a_group_through_which_a_circle_runs_is_laid_out_too():
    places = arrange(grouped(g={"members": ("n1", "n5")}), size)
    assert not any(overlap(a, b, places) for a, b in itertools.combinations(places, 2))


def test_a_collapsed_group_takes_little_room():
    members = ("n2", "n3", "n4", "n5")
    wide = [
        max(x for x, _ in arrange(grouped(g={"members": members, "collapsed": collapsed}), size).values())
        for collapsed in (False, True)
    ]
    assert wide[1] < wide[0]


def moved(document, places):
    edits.Move(tuple(places.items())).apply(document)
    return document
