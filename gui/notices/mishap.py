"""Says that something went wrong that should not have, and gives the person a report to send."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ..actions import Context
from ..actions.help import copy_report, open_log_folder
from ..i18n import tr
from .card import NoticeCard
from .stack import NoticeStack


class MishapNotices(QObject):
    def __init__(self, context: Context, stack: NoticeStack) -> None:
        super().__init__(stack)
        self._context, self._stack, self._mishap = context, stack, context.session.mishap
        self._mishap.changed.connect(self.refresh)
        context.theme.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        self._stack.show_in("mishap", [self._card()] if self._mishap.kind else [])

    def _card(self) -> NoticeCard:
        context = self._context
        return NoticeCard(
            context.theme,
            tr("Something went wrong inside Gradcanvas ({error}).", error=self._mishap.kind),
            tr("Your work is kept. A report with the versions and the log helps to mend it."),
            [
                (tr("Copy report"), lambda: copy_report(context)),
                (tr("Open log folder"), lambda: open_log_folder(context)),
                (tr("Close"), self._mishap.dismiss),
            ],
            "error",
        )
