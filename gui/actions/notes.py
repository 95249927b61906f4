"""Notes and frames: made, framed around the selection, coloured."""

from __future__ import annotations

from dataclasses import replace

from graph_engine.document import Note
from graph_engine.document.edits import Edit, SetNote, Together
from graph_engine.document.notes import box_around, fresh_note_id

from ..canvas.add_note import insert_note
from ..canvas.luggage import node_boxes
from ..canvas.note_look import HEADING
from ..i18n import tr
from .declare import Action, Context

_MARGIN = 26.0


def add(context: Context) -> None:
    context.window.drop.create("note")


def frame_selection(context: Context) -> None:
    """Puts a frame around all that is selected and opens its heading."""
    session, view = context.session, context.view
    document, chosen = session.document, session.selection
    boxes = [*node_boxes(view.canvas, chosen.nodes).values(), *(document.notes[id].box for id in chosen.notes)]
    if not boxes:
        return
    middle, size = box_around(boxes, _MARGIN, HEADING)
    insert_note(view, Note(fresh_note_id(document.notes), "frame", tr("Frame"), "teal", middle, size))


def _can_frame(context: Context) -> bool:
    return bool(context.session.selection.nodes or context.session.selection.notes)


def _chosen(context: Context) -> list[Note]:
    """The selected notes; the history may speak before the selection has followed."""
    notes = context.session.document.notes
    return [notes[id] for id in sorted(context.session.selection.notes) if id in notes]


def _colour(name: str, text: str) -> Action:
    def run(context: Context) -> None:
        changes: list[Edit] = [SetNote(note.id, replace(note, colour=name)) for note in _chosen(context)]
        context.session.attempt(Together(tuple(changes)), tr("Colour"))

    def checked(context: Context) -> bool:
        return {note.colour for note in _chosen(context)} == {name}

    return Action(f"note.colour_{name}", text, run, enabled=lambda c: bool(c.session.selection.notes), checked=checked)


def actions() -> list[Action]:
    return [
        Action("note.add", tr("Add a note"), add, ("N",), "message-square-text", tip=tr("A text on the canvas")),
        Action(
            "note.frame_selection",
            tr("Frame around the selection"),
            frame_selection,
            ("Ctrl+Shift+F",),
            "scan",
            _can_frame,
            tip=tr("A coloured frame that carries what stands inside"),
        ),
        _colour("grey", tr("Grey")),
        _colour("yellow", tr("Yellow")),
        _colour("green", tr("Green")),
        _colour("teal", tr("Teal")),
        _colour("rose", tr("Rose")),
        _colour("brown", tr("Brown")),
    ]
