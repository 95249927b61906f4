"""Offers what a crash left, with a picture of it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from graph_engine.document import Document

from ..actions import Context
from ..actions.file import safe_to_leave
from ..i18n import localize, tr
from ..session.recovery import Offer
from .card import Button, NoticeCard
from .stack import NoticeStack
from .thumbnail import thumbnail

_WIDE, _HIGH = 112, 68


class RecoveryNotices(QObject):
    def __init__(self, context: Context, stack: NoticeStack) -> None:
        super().__init__(stack)
        self._context, self._stack = context, stack
        self._recovery = context.session.recovery
        self._recovery.changed.connect(self.refresh)
        context.theme.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        self._stack.show_in("recovery", [self._card(offer) for offer in self._recovery.offers])

    def _card(self, offer: Offer) -> NoticeCard:
        theme, when = self._context.theme, f"{offer.when:%Y-%m-%d %H:%M}"
        rest: list[Button] = [
            (tr("Discard"), lambda: self._recovery.discard(offer)),
            (tr("Later"), lambda: self._recovery.postpone(offer)),
        ]
        if offer.found is None:
            text = tr("What was left on {when} can't be read.", when=when)
            return NoticeCard(theme, text, str(localize(offer.problem or "")), rest, "error")
        document, file = offer.found.document, offer.found.heading.file
        name = file.name if file is not None else tr(document.title) or tr("Untitled")
        text = tr("{name} was not saved when Gradcanvas ended.", name=name)
        detail = " · ".join(filter(None, (when, _edits(offer.found.edits), _size(document))))
        if not offer.found.whole:
            detail += " · " + tr("the end is damaged")
        picture = thumbnail(document, theme.tokens, theme.px(_WIDE), theme.px(_HIGH), self._stack.devicePixelRatioF())
        take: Button = (tr("Recover"), lambda: self._take(offer))
        card = NoticeCard(theme, text, detail, [take, *rest], "forward", picture)
        card.setToolTip(str(file) if file is not None else "")
        return card

    def _take(self, offer: Offer) -> None:
        if offer in self._recovery.offers and safe_to_leave(self._context):
            self._recovery.take(offer)


def _edits(count: int) -> str:
    return tr("1 edit") if count == 1 else tr("{n} edits", n=count)


def _size(document: Document) -> str:
    count = len(document.graph)
    return tr("1 node") if count == 1 else tr("{n} nodes", n=count)
