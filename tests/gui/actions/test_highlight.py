from __future__ import annotations

from PySide6.QtCore import Qt

from graph_engine.document import compose
from tests.eyes import look, wire_look
from tests.hand import CONTROL, SHIFT


def lit(session):
    graph = session.document.graph
    return {node.name for node in graph.nodes if not look(session, node.name).dimmed}


def everything(session):
    return {node.name for node in session.document.graph.nodes}


def test_what_feeds_a_node_is_lit_by_a_key(hand, apple_tax):
    hand.click(hand.node("apple total"))
    hand.key(Qt.Key.Key_BracketLeft)
    assert lit(apple_tax) == {"apple price", "apple count", "apple total"}
    assert not wire_look(apple_tax, "apple price", "apple total", "x").dimmed
    assert wire_look(apple_tax, "tax", "price", "y").dimmed
    assert apple_tax.history.count() == 0


def test_what_depends_on_it_is_lit_and_escape_lights_all_again(hand, apple_tax):
    hand.click(hand.node("apple total"))
    hand.key(Qt.Key.Key_BracketRight)
    assert lit(apple_tax) == {"apple total", "price"}
    hand.key(Qt.Key.Key_Escape)
    assert lit(apple_tax) == everything(apple_tax)
    assert apple_tax.selection.nodes, "the first Escape keeps the selection"
    hand.key(Qt.Key.Key_Escape)
    assert not apple_tax.selection.nodes


def test_the_paths_between_two_nodes_are_lit(hand, apple_tax):
    hand.click(hand.node("price"))
    hand.click(hand.node("apple count"), keys=SHIFT)
    hand.key(Qt.Key.Key_Backslash)
    assert lit(apple_tax) == {"apple count", "apple total", "price"}


def test_where_there_is_no_path_it_says_so(hand, apple_tax, said):
    hand.click(hand.node("tax"))
    hand.click(hand.node("apple count"), keys=SHIFT)
    hand.key(Qt.Key.Key_Backslash)
    assert lit(apple_tax) == everything(apple_tax)
    assert len(said) == 1


def test_the_light_follows_the_graph(hand, apple_tax):
    hand.click(hand.node("price"))
    hand.key(Qt.Key.Key_BracketLeft)
    assert lit(apple_tax) == everything(apple_tax)
    apple_tax.do(compose.remove(apple_tax.document, [], [hand.edge("tax", "price", "y")]), "Cut")
    assert lit(apple_tax) == everything(apple_tax) - {"tax"}
    hand.key(Qt.Key.Key_Z, CONTROL)
    assert lit(apple_tax) == everything(apple_tax)


def test_without_its_node_the_light_goes_on_everywhere(hand, apple_tax):
    hand.click(hand.node("tax"))
    hand.key(Qt.Key.Key_BracketRight)
    hand.key(Qt.Key.Key_Delete)
    assert apple_tax.spotlight.nodes is None


def test_another_document_is_lit(hand, apple_tax, opened):
    hand.click(hand.node("tax"))
    hand.key(Qt.Key.Key_BracketRight)
    assert lit(opened("two_paths")) == everything(apple_tax)


def test_far_off_the_rest_is_veiled(hand, apple_tax, window):
    view, item = window.area.view, window.area.view.canvas.nodes[hand.id("tax")]
    view.zoom(0.25)
    edge = view.mapFromScene(item.pos().x(), item.pos().y() - item.frame.outline.height / 2)

    def darkness():
        picture = view.viewport().grab().toImage()
        return min(picture.pixelColor(edge.x(), edge.y() + dy).lightness() for dy in (-1, 0, 1))

    before = darkness()
    apple_tax.selection.set([hand.id("apple total")])
    hand.key(Qt.Key.Key_BracketLeft)
    assert darkness() > before
