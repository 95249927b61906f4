"""The practice panel: two exercises, one above the other."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel

from graph_engine.document import Edit, touched

from ...i18n import tr
from ...session import Session
from ...theme import Theme
from ..live import ScrolledPanel
from .predict import PredictBox
from .repair import RepairBox


class PracticePanel(ScrolledPanel):
    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(theme)
        self.session = session
        self.predict = PredictBox(session, theme)
        self.repair = RepairBox(session, theme)
        self.titles: list[QLabel] = []
        for title, part in ((tr("Predict, then reveal"), self.predict), (tr("Repair the rule"), self.repair)):
            label = QLabel(title)
            label.setObjectName("heading")
            self.titles.append(label)
            self.column.addWidget(label)
            self.column.addWidget(part)
            self.column.addSpacing(theme.px(12))
        self.column.addStretch(1)
        session.changed.connect(self._follow)
        for signal in (
            session.replaced,
            session.selection.changed,
            session.practice.changed,
            session.repair.changed,
            theme.changed,
        ):
            signal.connect(self.renew)

    def show_now(self) -> None:
        shown = self.session.repair.planted is None, self.session.practice.topic is None
        for title, part, visible in zip(self.titles, (self.predict, self.repair), shown, strict=True):
            title.setVisible(visible)
            part.setVisible(visible)
        self.predict.show_now()
        self.repair.show_now()

    def _follow(self, edit: Edit) -> None:
        concerned = touched(edit)
        if concerned.numbers or concerned.words:
            self.renew()
