"""Places of the canvas, remembered under a number and gone to by it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QInputDialog, QMenu

from graph_engine.document import Bookmark, Document, Point
from graph_engine.document.bookmarks import free_number
from graph_engine.document.edits import SetBookmark

from ..canvas.note_text import NoteText
from ..canvas.view import FARTHEST, NEAREST
from ..i18n import tr
from .declare import Action, Context

KEYS = 9  # bookmarks that have a key
PLACE = "view.bookmark_"


def add(context: Context) -> None:
    """Remembers what is in view under the first free number."""
    session, view = context.session, context.view
    middle, number = view.middle(), free_number(session.document.bookmarks)
    centre = float(round(middle.x())), float(round(middle.y()))
    name = _name_of(session.document, session.selection.only_node, centre) or tr("Place {number}", number=number)
    bookmark = Bookmark(name, centre, round(view.scale_now, 4))
    if session.attempt(SetBookmark(number, bookmark), tr("Remember place")):
        keyed = tr("“{name}” is remembered; Ctrl+{number} comes back", name=name, number=number)
        session.say(keyed if number <= KEYS else tr("“{name}” is remembered", name=name), "good")


def go(context: Context, number: int) -> None:
    bookmark = context.session.document.bookmarks.get(number)
    if bookmark is not None:
        context.view.travel.go(bookmark.centre, min(NEAREST, max(FARTHEST, bookmark.zoom)))


def rename(context: Context, number: int) -> None:
    bookmark = context.session.document.bookmarks[number]
    name, agreed = QInputDialog.getText(context.window, tr("Rename bookmark"), tr("Name"), text=bookmark.name)
    if agreed and name.strip() and name != bookmark.name:
        context.session.attempt(SetBookmark(number, replace(bookmark, name=name)), tr("Rename bookmark"))


def forget(context: Context, number: int) -> None:
    context.session.attempt(SetBookmark(number, None), tr("Forget place"))


def fill_menu(context: Context, menu: QMenu) -> None:
    """Lists what has no key, and what can be done with each bookmark; called before the menu opens."""
    for old in menu.actions():
        if not old.objectName():
            menu.removeAction(old)
            old.deleteLater()
    places = sorted(context.session.document.bookmarks.items())
    for number, bookmark in places:
        if number > KEYS:
            menu.addAction(bookmark.name).triggered.connect(_later(go, context, number))
    if places:
        menu.addSeparator()
        for title, act in ((tr("Rename"), rename), (tr("Forget"), forget)):
            sub = menu.addMenu(title)
            for number, bookmark in places:
                sub.addAction(bookmark.name).triggered.connect(_later(act, context, number))


def _later(act: Callable[[Context, int], None], context: Context, number: int) -> Callable[[], None]:
    return lambda: act(context, number)


def _name_of(document: Document, node: str | None, centre: Point) -> str:
    """The heading of the smallest frame around a place, or the node that is selected."""
    frames = [note for note in document.notes.values() if note.kind == "frame" and note.text.strip()]
    around = [f for f in frames if f.box[0] <= centre[0] <= f.box[2] and f.box[1] <= centre[1] <= f.box[3]]
    if around:
        smallest = min(around, key=lambda frame: frame.size[0] * frame.size[1])
        return NoteText(smallest.text, 1000.0).words().strip().split("\n")[0][:60]
    return "" if node is None else document.graph.node(node).name


def _go_to(number: int) -> Action:
    def title(context: Context) -> str:
        bookmark = context.session.document.bookmarks.get(number)
        return tr("Place {number}", number=number) if bookmark is None else bookmark.name

    return Action(
        f"{PLACE}{number}",
        tr("Go to place {number}", number=number),
        lambda context: go(context, number),
        (f"Ctrl+{number}",),
        enabled=lambda context: number in context.session.document.bookmarks,
        title=title,
    )


def actions() -> list[Action]:
    return [
        Action(
            "view.bookmark_add",
            tr("Remember this place"),
            add,
            ("Ctrl+B",),
            "map",
            tip=tr("Come back to it from the View menu or by its number"),
        ),
        *(_go_to(number) for number in range(1, KEYS + 1)),
    ]
