from __future__ import annotations

from graph_engine.document import compose
from graph_engine.graph import Edge


def test_what_is_removed_is_selected_no_longer(session, id_of, heard):
    tax, total, price = id_of("tax"), id_of("apple total"), id_of("price")
    session.selection.set([tax, total], [Edge(tax, price, "y"), Edge(total, price, "x")])
    session.do(compose.remove(session.document, [tax]), "Delete")
    assert session.selection.nodes == {total}
    assert session.selection.edges == {Edge(total, price, "x")}
    assert heard["selection"] == 2


def test_it_speaks_only_when_it_is_another_one(session, id_of, heard):
    for _ in range(2):
        session.selection.set([id_of("tax")])
    assert heard["selection"] == 1
    session.selection.clear()
    session.selection.clear()
    assert heard["selection"] == 2


def test_toggling_adds_and_takes_away(session):
    session.selection.set(["n1"])
    session.selection.toggle("n2")
    assert session.selection.nodes == {"n1", "n2"}
    session.selection.toggle("n1")
    assert session.selection.nodes == {"n2"}


def test_only_one_thing_alone_is_the_only_one(session):
    selection, edge = session.selection, Edge("n1", "n4", "x")
    assert (selection.only_node, selection.only_edge, bool(selection)) == (None, None, False)
    selection.set(["n1"])
    assert (selection.only_node, selection.only_edge) == ("n1", None)
    selection.set([], [edge])
    assert (selection.only_node, selection.only_edge) == (None, edge)
    selection.set(["n1"], [edge])
    assert (selection.only_node, selection.only_edge, bool(selection)) == (None, None, True)
