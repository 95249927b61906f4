"""Names and texts of a document are words, never markup: nothing in them is interpreted, loaded or fetched."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QLabel, QWidget

from graph_engine.document import Bookmark, Group, Note, edits
from graph_engine.storage import example

WORDS = '<img src="/etc/hostname"><b>x</b>'


@pytest.fixture
def hostile(session, window, qapp):
    """Two paths with markup wherever words can stand, and every panel open."""
    document = example("two_paths").open()
    for node in list(document.graph.nodes):
        edits.Rename(node.id, f"{WORDS}{node.id}").apply(document)
    inside = next(node.id for node in document.graph.nodes if not node.is_source)
    edits.Describe(WORDS, WORDS).apply(document)
    edits.SetNote("m1", Note("m1", "note", WORDS)).apply(document)
    edits.SetBookmark(1, Bookmark(WORDS, (0.0, 0.0), 1.0)).apply(document)
    edits.SetGroups((("g1", Group("g1", WORDS, (inside,), collapsed=True)),)).apply(document)
    session.replace(document, None)
    for name in window.docks:
        window.open_panel(name)
        qapp.processEvents()
    return session


def is_markup(text: str) -> bool:
    """Whether Qt may take it for HTML; a guess on the safe side of Qt's own."""
    return re.search(r"<\s*/?[a-zA-Z!]", text) is not None


def shown(window):
    """Every text that Qt might take for markup, with where it stands."""
    for label in window.findChildren(QLabel):
        rich = label.textFormat() in (Qt.TextFormat.RichText, Qt.TextFormat.MarkdownText)
        if rich or (label.textFormat() == Qt.TextFormat.AutoText and is_markup(label.text())):
            yield f"label in {type(label.parent()).__name__}", label.text()
    for widget in window.findChildren(QWidget):
        if is_markup(widget.toolTip()):
            yield f"tip of {type(widget).__name__}", widget.toolTip()
    for action in window.actions_made.made.values():
        if is_markup(action.toolTip()):
            yield f"tip of {action.objectName()}", action.toolTip()
    for view in window.findChildren(QAbstractItemView):
        yield from tips_of(view)
    for item in window.area.view.canvas.items():
        if is_markup(item.toolTip()):
            yield f"tip of {type(item).__name__}", item.toolTip()


def tips_of(view):
    model, top = view.model(), QModelIndex()
    for row in range(model.rowCount(top) if model is not None else 0):
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount(top)):
            tip = model.index(row, column).data(Qt.ItemDataRole.ToolTipRole)
            if isinstance(tip, str) and is_markup(tip):
                yield f"tip in {type(view.parent()).__name__}", tip


def check(window, qapp):
    qapp.processEvents()
    wrong = {where for where, text in shown(window) if "<img" in text or "<b>x" in text}
    assert not wrong, wrong


def test_nothing_of_a_document_is_markup(hostile, window, qapp):
    check(window, qapp)


def test_nor_of_what_is_selected_or_asked_about(hostile, window, qapp):
    nodes, edges = list(hostile.document.graph.nodes), list(hostile.document.graph.edges)
    for node in nodes:
        hostile.selection.set([node.id])
        check(window, qapp)
    for edge in edges:
        hostile.selection.set([], [edge])
        check(window, qapp)
    hostile.selection.set([node.id for node in nodes])
    check(window, qapp)


def test_nor_of_any_step(hostile, window, qapp):
    for position in range(hostile.playhead.last + 1):
        hostile.playhead.go(position)
        check(window, qapp)


def test_nor_of_what_is_said(hostile, window, qapp):
    hostile.say(WORDS)
    check(window, qapp)
    assert window.area.toast.isVisible()


def test_nor_of_what_is_wrong_with_it(hostile, window, qapp):
    edge = next(iter(hostile.document.graph.edges))
    hostile.do(edits.Disconnect(edge), "Disconnect")
    check(window, qapp)
