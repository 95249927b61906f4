"""The numbers of all curves at one step, beside the crosshair."""

from __future__ import annotations

from html import escape
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLabel, QWidget

from graph_engine.explain import short

from ..i18n import tr
from ..theme import Theme

MOST = 14  # lines


class Reading(NamedTuple):
    """What a curve says at its point nearest to the crosshair, and the mean that is drawn if it is smoothed."""

    label: str
    colour: str
    x: float
    y: float
    mean: float | None = None


class ReadingBox(QLabel):
    def __init__(self, theme: Theme, around: QWidget) -> None:
        super().__init__(around)
        self.theme = theme
        self.setObjectName("reading")
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        theme.changed.connect(self.hide)

    def show_readings(self, x: float, readings: list[Reading], across: int, area: QRect) -> None:
        """`across` is where the crosshair is; the box stands on the side of it that has more room."""
        self.setText(self._html(x, readings))
        self.adjustSize()
        gap = self.theme.px(10)
        left = across + gap if across < area.center().x() else across - gap - self.width()
        left = max(area.left(), min(left, area.right() - self.width()))
        self.move(left, max(area.top() + 2, area.center().y() - self.height() // 2))
        self.show()
        self.raise_()

    def _html(self, x: float, readings: list[Reading]) -> str:
        t = self.theme.tokens
        lines = [f"<tr><td colspan=3 style='color:{t.muted}'>{escape(tr('step {n}', n=f'{round(x):,}'))}</td></tr>"]
        for r in readings[:MOST]:
            number = short(r.y if r.mean is None else r.mean)
            plain = "" if r.mean is None else f" <span style='color:{t.muted}'>({short(float(f'{r.y:.4g}'))})</span>"
            lines.append(
                f"<tr><td style='color:{r.colour}'>■&nbsp;</td><td>{escape(r.label)}&nbsp;&nbsp;</td>"
                f"<td align=right><b>{number}</b>{plain}</td></tr>"
            )
        if len(readings) > MOST:
            more = escape(tr("and {n} more", n=len(readings) - MOST))
            lines.append(f"<tr><td colspan=3 style='color:{t.muted}'>{more}</td></tr>")
        return f"<table cellspacing=0 cellpadding=0>{''.join(lines)}</table>"
