"""Says what happened to the file behind the document, and offers what can be done."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ..actions import Context
from ..actions.file import save, save_as
from ..i18n import localize, tr
from ..session import files
from .card import NoticeCard
from .stack import NoticeStack


class DiskNotices(QObject):
    def __init__(self, context: Context, stack: NoticeStack) -> None:
        super().__init__(stack)
        self._context, self._stack = context, stack
        self._session, self._disk = context.session, context.session.on_disk
        self._disk.changed.connect(self.refresh)
        self._session.located.connect(self.refresh)
        context.theme.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        disk, path = self._disk, self._session.path
        name = "" if path is None else path.name
        cards = []
        if disk.state == "changed":
            cards.append(self._changed(name))
        elif disk.state == "gone":
            cards.append(self._gone(name))
        elif disk.state == "unreadable":
            cards.append(self._unreadable(name))
        if disk.put_aside is not None:
            cards.append(self._reloaded(name))
        if disk.elsewhere:
            cards.append(self._elsewhere(name))
        self._stack.show_in("disk", cards)

    def _changed(self, name: str) -> NoticeCard:
        unsaved = self._session.dirty
        detail = tr("You have changes of your own that are not saved.") if unsaved else ""
        return NoticeCard(
            self._context.theme,
            tr("{name} was changed by another program.", name=name),
            detail,
            [
                (tr("Reload"), lambda: files.reload(self._session)),
                (tr("Keep mine"), self._disk.keep_mine),
                (tr("Save as …"), lambda: save_as(self._context)),
            ],
        )

    def _gone(self, name: str) -> NoticeCard:
        return NoticeCard(
            self._context.theme,
            tr("{name} is no longer there: it was removed or renamed.", name=name),
            tr("The graph is still here. Saving writes the file anew."),
            [(tr("Save"), lambda: save(self._context)), (tr("Close"), self._disk.dismiss)],
        )

    def _unreadable(self, name: str) -> NoticeCard:
        return NoticeCard(
            self._context.theme,
            tr("{name} can't be read any more. The graph is still here.", name=name),
            str(localize(self._disk.reason)),
            [(tr("Save as …"), lambda: save_as(self._context)), (tr("Close"), self._disk.dismiss)],
        )

    def _reloaded(self, name: str) -> NoticeCard:
        return NoticeCard(
            self._context.theme,
            tr("{name} was reloaded.", name=name),
            tr("Your own changes were put aside."),
            [(tr("Put mine back"), lambda: files.put_back(self._session)), (tr("Close"), self._disk.dismiss)],
            "forward",
        )

    def _elsewhere(self, name: str) -> NoticeCard:
        return NoticeCard(
            self._context.theme,
            tr("{name} is open in another window as well.", name=name),
            tr("Whichever saves first, the other one is asked before anything is written over."),
            [(tr("Close"), self._disk.dismiss)],
        )
