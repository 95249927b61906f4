"""The curves panel: what is chosen of the runs, side by side over the same steps."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel, QMenu, QSlider, QSplitter, QToolButton, QVBoxLayout

from ...i18n import tr
from ...plots import CurvePlot
from ...session import Run, Session
from ...theme import Theme, icon
from ...widgets.flow import Flow
from ..run_panel import RunPanel
from .quantities import Quantity, compared, curves_of, quantities
from .save import save_csv, save_picture

WINDOWS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000)


class CurvesPanel(RunPanel):
    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(session, theme)
        self.choice = session.curves
        self.plots: dict[str, CurvePlot] = {}
        self.row = QSplitter(Qt.Orientation.Horizontal)
        self.row.setChildrenCollapsible(False)
        self.chosen = {quantity.key: self._toggle(quantity) for quantity in quantities()}
        self.log_x = self._button(tr("log x"), tr("Steps on a logarithmic axis"), checked=self.choice.log_x)
        self.log_y = self._button(tr("log y"), tr("Numbers on a logarithmic axis"), checked=self.choice.log_y)
        self.smoothing, self.smoothed = QSlider(Qt.Orientation.Horizontal), QLabel()
        self.whole = self._button("", tr("See all steps again (0)"))
        self.save = self._button("", tr("Save what is drawn: the numbers, or a picture"))
        self._lay_out()
        session.runs.grew.connect(self.keep_up)

    def show_run(self, run: Run) -> str:
        for button, name in ((self.whole, "maximize"), (self.save, "download")):
            button.setIcon(icon(name, self.theme.tokens))
        runs = compared(self.session.runs.runs, run)
        if not any(len(each.steps) for each in runs):
            return tr("No step has been done yet.")
        self._arrange()
        for key, plot in self.plots.items():
            plot.choose(log_x=self.choice.log_x, log_y=self._is_log(key), smoothing=self.choice.smoothing)
            plot.show_curves(curves_of(key, runs, run), max(each.done for each in runs))
        return ""

    # -- what is chosen ------------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        """One plot for each quantity that is chosen, in their own order."""
        wanted = [quantity for quantity in quantities() if quantity.key in self.choice.quantities]
        if [quantity.key for quantity in wanted] == list(self.plots):
            return
        for key in [key for key in self.plots if key not in self.choice.quantities]:
            self.plots.pop(key).deleteLater()
        for place, quantity in enumerate(wanted):
            plot = self.plots.get(quantity.key) or self._make(quantity)
            self.row.insertWidget(place, plot)
            plot.show()
        self.plots = {quantity.key: self.plots[quantity.key] for quantity in wanted}
        self.row.setSizes([1000] * len(wanted))

    def _make(self, quantity: Quantity) -> CurvePlot:
        plot = self.plots[quantity.key] = CurvePlot(self.theme, quantity.title, tr("by step"), rising=quantity.rising)
        plot.pointed.connect(self._point)
        plot.ranged.connect(self._range)
        return plot

    def _point(self, step: float | None) -> None:
        for plot in self.plots.values():
            plot.point(step)

    def _range(self, low: float, high: float) -> None:
        for plot in self.plots.values():
            if plot is not self.sender():
                plot.see(low, high)

    def _is_log(self, key: str) -> bool:
        return self.choice.log_y and key != "accuracy"

    def _choose(self) -> None:
        self.choice.quantities = tuple(key for key, button in self.chosen.items() if button.isChecked())
        self.choice.log_x, self.choice.log_y = self.log_x.isChecked(), self.log_y.isChecked()
        self.choice.smoothing = WINDOWS[self.smoothing.value()]
        self._show_smoothing()
        self.renew()

    def _show_smoothing(self) -> None:
        n = self.choice.smoothing
        self.smoothed.setText(f"{n:,}" if n > 1 else "")

    def _reset(self) -> None:
        for plot in self.plots.values():
            plot.reset()

    # -- saving --------------------------------------------------------------------------------------------------------

    def _save_numbers(self) -> None:
        run = self.session.runs.current
        if run is not None:
            runs = compared(self.session.runs.runs, run)
            save_csv(self, self.session, {key: curves_of(key, runs, run) for key in self.plots})

    def _save_picture(self) -> None:
        save_picture(self, self.session, list(self.plots.values()))

    # -- inside --------------------------------------------------------------------------------------------------------

    def _toggle(self, quantity: Quantity) -> QToolButton:
        return self._button(quantity.title, quantity.about, checked=quantity.key in self.choice.quantities)

    def _button(self, text: str, about: str, *, checked: bool | None = None) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setToolTip(about)
        button.setAccessibleName(text or about)
        button.setIconSize(QSize(self.theme.px(18), self.theme.px(18)))
        if text:  # Qt's own hint leaves the padding of the style sheet out, and elides
            button.setMinimumWidth(button.fontMetrics().horizontalAdvance(text) + self.theme.px(16))
        if checked is not None:
            button.setCheckable(True)
            button.setChecked(checked)
            button.clicked.connect(self._choose)
        return button

    def _lay_out(self) -> None:
        menu = QMenu(self.save)
        menu.addAction(tr("Numbers (CSV) …"), self._save_numbers)
        menu.addAction(tr("Picture (PNG or SVG) …"), self._save_picture)
        self.save.setMenu(menu)
        self.save.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.whole.clicked.connect(self._reset)
        self.smoothing.setRange(0, len(WINDOWS) - 1)
        self.smoothing.setValue(WINDOWS.index(self.choice.smoothing))
        self.smoothing.setPageStep(1)
        self.smoothing.setFixedWidth(self.theme.px(60))
        self.smoothing.setAccessibleName(tr("Smoothing"))
        self.smoothing.setToolTip(tr("Draws the mean of the last steps instead of every single one"))
        self.smoothing.valueChanged.connect(self._choose)
        self.smoothed.setObjectName("muted")
        self.smoothed.setMinimumWidth(self.smoothed.fontMetrics().horizontalAdvance("10,000"))
        word = QLabel(tr("smooth"))
        word.setObjectName("muted")
        self._show_smoothing()
        bar, around = Flow(self.theme.px(2)), QVBoxLayout(self.body)
        tuned = self.log_x, self.log_y, self._gap(), word, self.smoothing, self.smoothed
        for part in (*self.chosen.values(), self._gap(), *tuned, self.whole, self.save):
            bar.addWidget(part)
        bar.part_from(bar.count() - 2)
        around.setContentsMargins(self.theme.px(10), self.theme.px(4), self.theme.px(10), self.theme.px(8))
        around.setSpacing(self.theme.px(4))
        around.addLayout(bar)
        around.addWidget(self.row, 1)

    def _gap(self) -> QFrame:
        line = QFrame()
        line.setFixedWidth(self.theme.px(6))
        return line
