"""Layers and their parameters: given to those that lack them, fitted where they do not fit, resized."""

from __future__ import annotations

from collections.abc import Iterable

from graph_engine.document import edits, ready

from ..i18n import tr
from .session import Session


def lacking(session: Session, ids: Iterable[str]) -> list[str]:
    """Those of these nodes that are layers with an open port for their weights."""
    graph = session.document.graph  # what is selected may be gone already
    return [id for id in ids if id in graph and ready.lacks_parameters(session.document, id)]


def give_parameters(session: Session, ids: Iterable[str]) -> None:
    edit, refused = ready.give_all(session.document, ids)
    if edit.edits:
        session.attempt(edit, tr("Give it parameters"))
    if refused:
        session.say(refused[0])


def refit(session: Session) -> None:
    """Fits all parameters of layers; what does not fit even then is said."""
    edit, left = ready.refit(session.document)
    if edit.edits:
        session.attempt(edit, tr("Fit parameters"))
    if left:
        session.say(left[0])
    elif not edit.edits:
        session.say(tr("All parameters fit."), "good")


def resized(session: Session, id: str, size: int) -> edits.Edit:
    """Another number of outputs for a layer; parameters that follow take the shapes that fit, what does not is said."""
    edit, left = ready.resize(session.document, id, size)
    if left:
        session.say(left[0], "warning")
    return edit
