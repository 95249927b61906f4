"""Every action is declared once; menus, toolbar and shortcuts come from the list."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFileDialog, QMenu, QToolBar

from graph_engine.document import edits
from gui.actions.build import MENUS, ON_CANVAS, ON_EDGE, ON_NODE, ON_PORT, ON_SELECTION, TOOLBAR

# Published: may only grow.
IDS = [
    "file.new",
    "file.open",
    "file.save",
    "file.save_as",
    "file.quit",
    "edit.undo",
    "edit.redo",
    "edit.cut",
    "edit.copy",
    "edit.paste",
    "edit.duplicate",
    "edit.delete",
    "edit.select_all",
    "edit.in_place",
    "edit.target",
    "edit.add",
    "edit.add_at_port",
    "edit.insert",
    "edit.wire",
    "edit.disconnect",
    "edit.go_to_source",
    "edit.go_to_target",
    "edit.delete_and_join",
    "edit.find",
    "edit.find_next",
    "edit.find_previous",
    "help.commands",
    "help.shortcuts",
    "help.about",
    "help.copy_report",
    "help.log_folder",
    "file.new_window",
    "edit.reseed",
    "view.zoom_in",
    "view.zoom_out",
    "view.actual_size",
    "view.frame_selection",
    "view.fit",
    "view.tidy",
    "view.theme_system",
    "view.theme_light",
    "view.theme_dark",
    "view.language_en",
    "view.language_zh_CN",
    "run.forward_pass",
    "run.backward_pass",
    "run.reset",
    "run.step_back",
    "run.step_forward",
    "run.play",
    "run.finish",
    "note.add",
    "view.bookmark_add",
    *(f"view.bookmark_{number}" for number in range(1, 10)),
    "view.reduced_motion",
    "view.present",
    "view.laser",
    *(f"view.scale_{percent}" for percent in (80, 90, 100, 110, 125, 150, 175, 200)),
    "note.frame_selection",
    "note.colour_grey",
    "note.colour_yellow",
    "note.colour_green",
    "note.colour_teal",
    "note.colour_rose",
    "note.colour_brown",
    "file.export",
    "edit.copy_figure",
]
SPECIAL = {
    "align",
    "bookmarks",
    "encodings",
    "scale",
    "highlight",
    "",
    "note_colour",
    "recent",
    "examples",
    "panels",
    "theme",
    "language",
}


@pytest.fixture
def made(window):
    return window.actions_made


@pytest.mark.parametrize("id", IDS)
def test_a_published_action_stays(made, id):
    assert id in made.declared


def test_every_action_has_a_text_and_a_tip(made):
    for id, action in made.made.items():
        assert made.declared[id].text
        assert action.text()
        assert action.toolTip()


def test_no_two_actions_share_a_shortcut(made):
    taken = {}
    for id, action in made.made.items():
        for keys in action.shortcuts():
            assert keys.toString(), f"{id} has a shortcut that Qt does not know"
            assert taken.setdefault(keys.toString(), id) == id


def test_tooltips_name_the_shortcut(made):
    assert "(Ctrl+L)" in made.made["view.tidy"].toolTip()


@pytest.mark.parametrize("entries", [*MENUS.values(), TOOLBAR, ON_NODE, ON_EDGE, ON_PORT, ON_SELECTION, ON_CANVAS])
def test_menus_and_toolbar_offer_only_what_is_declared(made, entries):
    assert {entry for entry in entries if entry not in SPECIAL} <= set(made.declared)


def test_every_action_is_in_a_menu(made, window):
    shown = set()

    def gather(menu):
        for action in menu.actions():
            shown.add(action.objectName())
            if action.menu():
                gather(action.menu())

    for title in window.menuBar().actions():
        gather(title.menu())
    assert set(made.made) <= shown


def test_what_cannot_be_done_now_is_disabled(hand, made, session):
    def enabled(*ids):
        return [made.made[id].isEnabled() for id in ids]

    assert enabled("edit.undo", "edit.redo", "edit.cut", "edit.delete", "edit.target", "run.play") == [False] * 6
    session.replace(type(session.document)(), None)
    hand.drag(hand.entry("exp"), hand.middle())
    assert enabled("edit.undo", "edit.redo", "edit.cut", "edit.delete", "edit.target") == [
        True,
        False,
        True,
        True,
        True,
    ]
    session.history.undo()
    assert enabled("edit.undo", "edit.redo", "edit.cut", "edit.delete", "edit.target") == [
        False,
        True,
        False,
        False,
        False,
    ]


def test_undo_says_what_it_takes_back(hand, made, apple_tax):
    hand.view.setFocus()
    apple_tax.selection.set([hand.id("tax")])
    made.trigger("edit.delete")
    assert made.made["edit.undo"].text() == "Undo Delete"
    made.trigger("edit.undo")
    assert made.made["edit.undo"].text() == "Undo"
    assert made.made["edit.redo"].text() == "Redo Delete"


SITUATIONS = {
    "an empty document": lambda session: None,
    "apple tax": lambda session: session.replace(load(), None),
    "apple tax with a node selected": lambda session: (session.replace(load(), None), session.selection.set(["n4"])),
    "apple tax with all selected": lambda session: (
        session.replace(load(), None),
        session.selection.set([n.id for n in session.document.graph.nodes], list(session.document.graph.edges)),
    ),
}


def load():
    from graph_engine.storage import example

    return example("apple_tax").open()


@pytest.mark.parametrize("situation", SITUATIONS)
def test_every_action_can_be_triggered_anywhere(app, session, monkeypatch, tmp_path, situation):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    for id in app.window.actions_made.declared:
        SITUATIONS[situation](session)
        session.history.clear()
        app.window.actions_made.declared[id].run(app.window.actions_made.context)
        app.window.actions_made.trigger(id)
        app.window.area.bar.player.pause()
        app.window.area.view.editor.close_editor()
        session.history.clear()
        app.qt.processEvents()
        app.qt.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # windows that another size of type replaced
        assert app.window.actions_made.declared[id].text
    app.window.show()


def test_the_toolbar_has_the_examples(window):
    bar = window.findChild(QToolBar, "toolbar")
    menu = next(action.menu() for action in bar.actions() if action.menu())
    assert isinstance(menu, QMenu)
    assert menu.actions()[0].text() == "Apple tax"
    menu.actions()[0].trigger()
    assert window.session.document.title == "Apple tax"


def test_panels_can_be_hidden_and_shown_again(window, made):
    for dock in window.docks.values():
        dock.show()
        dock.toggleViewAction().trigger()
        assert not dock.isVisible()
        dock.toggleViewAction().trigger()
        assert dock.isVisible()


def test_sliding_does_not_ask_every_action_at_every_step(hand, apple_tax, window, qtbot, monkeypatch):
    made, asked = window.actions_made, []
    gesture = object()
    apple_tax.do(edits.SetValue(hand.id("tax"), 1.2), "Change value", gesture=gesture)
    assert made.made["edit.undo"].isEnabled()
    assert made.made["edit.undo"].text() == "Undo Change value"
    qtbot.waitUntil(lambda: not made._later.isActive())
    monkeypatch.setattr(made, "refresh", lambda: asked.append(1))
    for step in range(20):
        apple_tax.do(edits.SetValue(hand.id("tax"), 1.3 + step / 10), "Change value", gesture=gesture)
    assert not asked
    assert made._later.isActive()
