"""Numbers in rich text that ask why they are what they are."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QCursor

from graph_engine.explain import Question

from ..session import Aim, Session
from ..session.inquiry import asked_by, link_to


def asking(text: str, colour: str, asks: Question | None, aim: Aim | None = None) -> str:
    """A number in the colour of its role; a link where it can be asked about."""
    if asks is None:
        return f'<span style="color:{colour}">{text}</span>'
    return f'<a href="{escape(link_to(asks, aim))}" style="color:{colour}; text-decoration:none">{text}</a>'


def ask(session: Session, link: str) -> bool:
    """Asks what a link says, beside the pointer; whether it is a question at all."""
    found = asked_by(link)
    if found is not None:
        session.inquiry.ask(found[0], QRect(QCursor.pos(), QSize(1, 1)), found[1])
    return found is not None
