"""Undo, clipboard, removal, selection, and what belongs to a node."""

from __future__ import annotations

from graph_engine.document import compose, compose_notes, edits

from ..canvas.luggage import pack
from ..i18n import tr
from ..session import clipboard
from ..session.grouping import shown_group
from .declare import Action, Context


def _can_copy(context: Context) -> bool:
    selection = context.session.selection
    return bool(selection.nodes or selection.notes)


def _has_any(context: Context) -> bool:
    return bool(context.session.selection)


def _one_to_edit(context: Context) -> bool:
    selection = context.session.selection
    group = shown_group(context.session)
    return group is not None or selection.only_node is not None or selection.only_note is not None


def delete(context: Context) -> None:
    session, chosen = context.session, context.session.selection
    change = compose.remove(session.document, chosen.nodes, chosen.edges)
    session.attempt(compose_notes.without_notes(change, chosen.notes), tr("Delete"))


def cut(context: Context) -> None:
    session, taken = context.session, pack(context.view.canvas).taken
    clipboard.copy(session, taken)
    change = compose_notes.without_notes(compose.remove(session.document, taken.nodes), taken.notes)
    session.attempt(change, tr("Cut"))


def select_all(context: Context) -> None:
    document, shown = context.session.document, context.view.canvas.groups.shown
    if shown is None or context.session.level.inside is None:
        context.session.selection.set(document.positions, document.graph.edges, document.notes)
    else:
        context.session.selection.set({*shown.nodes, *shown.box_of}, shown.wire_of)


def edit_in_place(context: Context) -> None:
    id = context.session.selection.only_node
    note = context.session.selection.only_note
    group = shown_group(context.session)
    if group is not None:
        context.view.edit_group(group)
    elif id is not None:
        context.view.edit_node(id)
    elif note is not None:
        context.view.edit_note(note)


def _can_be_target(context: Context) -> bool:
    id = context.session.selection.only_node
    return id is not None and id != context.session.document.target


def make_target(context: Context) -> None:
    context.session.attempt(edits.SetTarget(context.session.selection.only_node), tr("Choose target"))


def actions() -> list[Action]:
    return [
        Action(
            "edit.undo",
            tr("Undo"),
            lambda c: c.session.history.undo(),
            ("Ctrl+Z",),
            "undo-2",
            lambda c: c.session.history.canUndo(),
        ),
        Action(
            "edit.redo",
            tr("Redo"),
            lambda c: c.session.history.redo(),
            ("Ctrl+Shift+Z", "Ctrl+Y"),
            "redo-2",
            lambda c: c.session.history.canRedo(),
        ),
        *_clipboard(),
        Action(
            "edit.delete",
            tr("Delete"),
            delete,
            ("Delete", "Backspace"),
            "trash-2",
            _has_any,
            tip=tr("Remove what is selected, with its wires"),
        ),
        Action("edit.select_all", tr("Select all"), select_all, ("Ctrl+A",), "square-dashed"),
        Action(
            "edit.in_place",
            tr("Edit value or name"),
            edit_in_place,
            (),
            "pencil",
            _one_to_edit,
            tip=tr("Enter, or double-click the node"),
        ),
        Action(
            "edit.target",
            tr("Differentiate this node"),
            make_target,
            ("T",),
            "target",
            _can_be_target,
            tip=tr("Derivatives flow backward from this node"),
        ),
    ]


def _clipboard() -> list[Action]:
    return [
        Action("edit.cut", tr("Cut"), cut, ("Ctrl+X",), "scissors", _can_copy),
        Action(
            "edit.copy",
            tr("Copy"),
            lambda c: clipboard.copy(c.session, pack(c.view.canvas).taken),
            ("Ctrl+C",),
            "copy",
            _can_copy,
            tip=tr("As text that pastes into other windows, too"),
        ),
        Action(
            "edit.paste", tr("Paste"), lambda c: clipboard.paste(c.session, tr("Paste")), ("Ctrl+V",), "clipboard-paste"
        ),
        Action(
            "edit.duplicate",
            tr("Duplicate"),
            lambda c: clipboard.duplicate(c.session, tr("Duplicate"), pack(c.view.canvas).taken),
            ("Ctrl+D",),
            "copy-plus",
            _can_copy,
            tip=tr("A copy beside it, inner wires kept"),
        ),
    ]
