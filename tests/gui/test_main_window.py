from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton

from graph_engine.document import Document, edits
from graph_engine.storage import example, examples, to_bytes
from gui.app import App
from gui.settings import Settings
from tests.eyes import assert_scene_shows_the_document


def test_an_empty_document_shows_the_start_page(window):
    page = window.area.start_page
    assert page.isVisible()
    assert [b.accessibleName() for b in page.area.findChildren(QPushButton)] == [str(e.title) for e in examples()]


def test_an_example_is_opened_from_the_start_page(hand, session, window):
    button = window.area.start_page.area.findChildren(QPushButton)[0]
    hand.click(hand.on(button))
    assert session.document.title == "Apple tax"
    assert not window.area.start_page.isVisible()
    assert not session.dirty


def test_it_starts_from_a_formula(hand, session, window, said):
    field = window.area.start_page.formula
    hand.click(hand.on(field))
    hand.type("(a + ")
    hand.key(Qt.Key.Key_Return)
    assert said
    assert window.area.start_page.isVisible()
    hand.type("b) * b")
    hand.key(Qt.Key.Key_Return)
    assert not window.area.start_page.isVisible()
    assert {"a", "b"} < {node.name for node in session.document.graph.nodes}
    assert window.area.view.hasFocus()
    session.history.undo()
    assert window.area.start_page.isVisible()
    assert not field.text()


@pytest.mark.parametrize("size", [(1000, 640), (1440, 900), (2200, 1400)])
def test_the_start_page_keeps_within_the_canvas_and_shows_whole_cards(window, qapp, size):
    window.resize(*size)
    qapp.processEvents()
    page = window.area.start_page
    assert window.area.rect().contains(page.geometry())
    seen = page.area.viewport().width()
    for card in page.area.findChildren(QPushButton):
        assert card.geometry().right() <= seen


def test_a_recent_file_is_opened_from_the_start_page(app, qapp, tmp_path):
    path = tmp_path / "mine.json"
    path.write_bytes(to_bytes(example("two_paths").open()))
    app.settings.remember(path)
    again = App(qapp, app.settings, theme="light", language="en")
    again.window.show()
    button = next(b for b in again.window.area.start_page.area.findChildren(QPushButton) if b.text() == "mine.json")
    button.click()
    assert again.session.path == path
    again.close()


def test_the_first_node_puts_the_start_page_away_and_undo_brings_it_back(hand, session, window):
    hand.drag(hand.entry("variable"), hand.corner())
    assert not window.area.start_page.isVisible()
    session.history.undo()
    assert window.area.start_page.isVisible()


def test_the_status_bar_counts_and_says_what_is_to_mend(hand, apple_tax, window):
    assert window.counted.text() == "5 nodes · 4 wires · float64"
    apple_tax.do(edits.Disconnect(hand.edge("tax", "price", "y")), "Disconnect")
    assert window.counted.text() == "5 nodes · 3 wires · float64 · 1 to mend"


def test_everything_over_the_canvas_stays_in_its_place(apple_tax, window, qapp):
    area = window.area
    for size in ((900, 600), (1600, 1000)):
        window.resize(*size)
        qapp.processEvents()
        for part in (area.bar, area.narration):
            assert area.rect().contains(part.geometry())
        assert not area.bar.geometry().intersects(area.narration.geometry())
        assert area.view.geometry() == area.rect()
    assert_scene_shows_the_document(window)


def test_in_a_small_window_the_bar_leaves_out_what_it_can(apple_tax, window, qapp):
    window.resize(700, 520)
    qapp.processEvents()
    assert not window.area.bar.label.isVisible()
    assert window.area.bar.timeline.isVisible()


def test_a_sentence_is_shown_over_the_canvas_in_its_colour(session, window):
    session.say("that would make a cycle")
    toast = window.area.toast
    assert toast.isVisible()
    assert window.theme.tokens.error in toast.styleSheet()
    session.say("Saved", "good")
    assert window.theme.tokens.good in toast.styleSheet()
    assert toast.geometry().top() < 40


def test_what_lies_over_the_canvas_is_left_out_of_the_fit(apple_tax, window):
    view = window.area.view
    view.fit()
    shown = view.mapFromScene(view.canvas.bounds()).boundingRect()
    assert shown.bottom() < window.area.narration.y()


def test_the_canvas_has_the_focus_at_the_start(window):
    assert window.area.view.hasFocus()


def test_emptying_and_filling_again_and_again_leaves_no_item(session, window):
    for _ in range(5):
        session.replace(example("classifier").open(), None)
        session.replace(Document(), None)
    assert window.area.view.canvas.items() == []
    assert window.area.view.hit(QPoint(100, 100)).kind == "nothing"


def test_a_file_given_at_the_start_opens_with_the_training_tab_in_front(qapp, tmp_path):
    app = App(qapp, Settings(tmp_path / "settings.ini"), theme="light", language="en")
    app.session.replace(example("xor").open(), None)
    app.window.show()
    qapp.processEvents()
    docks = app.window.docks
    assert not docks["training"].visibleRegion().isEmpty()
    assert docks["weights"].visibleRegion().isEmpty()
    app.close()


def test_an_example_that_trains_is_seen_whole_beside_what_opens_for_it(window, opened, qapp):
    opened("spiral")
    view = window.area.view
    assert window.docks["training"].isVisible()
    shown = view.mapFromScene(view.canvas.bounds()).boundingRect()
    assert shown.bottom() <= window.area.narration.geometry().top() + 4
    assert view.viewport().rect().contains(shown)


def test_a_graph_that_is_seen_whole_stays_so_where_the_window_shrinks(window, opened, qapp):
    opened("two_paths")
    view = window.area.view
    window.resize(1000, 640)
    qapp.processEvents()
    shown = view.mapFromScene(view.canvas.bounds()).boundingRect()
    assert view.viewport().rect().marginsRemoved(view.covered).contains(shown)


def test_whoever_looks_at_a_part_keeps_it_where_the_window_shrinks(window, opened, qapp):
    opened("two_paths")
    view = window.area.view
    view.zoom(3.0)
    scale = view.scale_now
    window.resize(1000, 640)
    qapp.processEvents()
    assert view.scale_now == scale


@pytest.mark.parametrize("size", [(1000, 650), (1100, 700)])
def test_what_opens_for_training_does_not_make_the_window_grow(window, opened, qapp, size):
    window.resize(*size)
    qapp.processEvents()
    opened("digits")
    qapp.processEvents()
    assert not window.docks["training"].isHidden()
    assert (window.width(), window.height()) == size
    for name in ("data", "curves", "runs", "training"):
        window.open_panel(name)
        qapp.processEvents()
    assert (window.width(), window.height()) == size
