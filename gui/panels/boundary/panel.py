"""The boundary panel: regions of two inputs, a curve over one, with the rows of the data in front."""

from __future__ import annotations

from html import escape
from time import perf_counter
from typing import Any

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout

from graph_engine.errors import GradcanvasError
from graph_engine.explain import short
from graph_engine.graph import data_of
from graph_engine.training import Predictor

from ...heat import Scale, spanning
from ...i18n import localize, tr
from ...plots import Cloud, PointPlot
from ...session import Run, Session
from ...theme import Theme, icon
from ...theme.series import series
from ...widgets.label import show_text
from ..asked import predictor_of
from ..curves.save import save_picture
from ..run_panel import RunPanel
from .ground import (
    Limits,
    certainty,
    class_ground,
    colours_of,
    comparable,
    grid,
    limits_of,
    refined,
    regions,
    widened,
)

_LONGEST, _PATIENCE = 0.02, 6  # seconds that a picture may take; how often it may take longer
_FINEST, _COARSEST, _CURVE = 180, 50, 300
_FINER, _SHADES = 6, 128  # fields painted for each that is asked, each way; colours of the scale
_LINE = 1.6  # pixels that the line between two regions is wide
_NAMED = 10  # classes in the legend


class BoundaryPanel(RunPanel):
    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(session, theme)
        self.plot: PointPlot | None = None
        self._slow = 0  # pictures in a row that took too long
        self.side = 120  # the ground has about so many fields, squared
        self.limits: Limits = (0.0, 0.0, 1.0, 1.0)  # of what is seen
        self._around_points = self.limits
        self._scale: Scale | None = None  # of numbers that are right, where no classes are
        self.asked: Predictor | None = None
        self._of: tuple[Run, Any] | None = None  # whose points are drawn
        self.about, self.readout = QLabel(), QLabel()
        self.about.setObjectName("muted")
        self.readout.setObjectName("muted")
        around, top = QVBoxLayout(self.body), QHBoxLayout()
        self._around = around
        around.setContentsMargins(theme.px(12), theme.px(4), theme.px(12), theme.px(8))
        around.setSpacing(theme.px(4))
        self.about.setWordWrap(True)
        self.about.setTextFormat(Qt.TextFormat.RichText)
        self.about.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.save = QToolButton()
        self.save.setToolTip(tr("Save the picture as PNG or SVG"))
        self.save.setAccessibleName(self.save.toolTip())
        self.save.setIconSize(QSize(theme.px(18), theme.px(18)))
        self.save.clicked.connect(self._save)
        top.addWidget(self.about, 1)
        top.addWidget(self.readout)
        top.addWidget(self.save)
        around.addLayout(top)
        session.runs.weighed.connect(self.keep_up)

    def show_run(self, run: Run) -> str:
        asked = predictor_of(run)
        if isinstance(asked, str):
            return asked
        if asked.width not in (1, 2):
            return tr("A boundary is drawn over two inputs and a curve over one; what “{run}” predicts is no function "
                      "of that few.", run=run.name)  # fmt: skip
        self.asked = asked
        plot = self.plot = self.plot or self._make()
        try:
            self._show_points(run, asked, plot)
            self._show_answers(asked, plot)
        except GradcanvasError as error:
            return str(localize(error.sentence))
        self.save.setIcon(icon("download", self.theme.tokens))
        show_text(self.about, self._legend(run, asked))
        return ""

    def _legend(self, run: Run, asked: Predictor) -> str:
        """Which colour is which class, what hollow points are, and how far the run had come."""
        classes = asked.data.classes if asked.guess is not None else ()
        named = [
            f"<span style='color:{series(self.theme.tokens, kind)}'><b>{escape(localize(name))}</b></span>"
            for kind, name in enumerate(classes[:_NAMED])
        ]
        told = tr("hollow: held back for the test"), tr("{run}, step {n}", run=run.name, n=f"{run.weights_step:,}")
        return " · ".join([*([", ".join(named)] if named else []), *map(escape, told)])

    def _show_points(self, run: Run, asked: Predictor, plot: PointPlot) -> None:
        """The rows of the data, which stay where they are while the run learns."""
        if self._of == (run, self.theme.tokens):
            return
        self._of = run, self.theme.tokens
        data, column = asked.data, asked.data.columns[asked.inputs[0]]
        points = column if asked.width == 2 else np.stack([column[:, 0], self._numbers(asked)], axis=1)
        self._around_points = limits_of(points)
        self._scale = spanning(self._numbers(asked)) if asked.guess is None and asked.width == 2 else None
        kinds = asked.right(slice(None)) if asked.guess is not None else np.zeros(len(points), int)
        numbers, tokens, scale = self._numbers(asked), self.theme.tokens, self._scale

        def shades(these: Any) -> Any:
            return None if scale is None else colours_of(numbers[these], scale, tokens)

        clouds = []
        for rows, hollow in ((data.train, False), (data.test, True)):
            for kind in np.unique(kinds[rows]):
                these = rows[kinds[rows] == kind]
                x, y = points[these].T
                clouds.append(Cloud(self._name(asked, int(kind), hollow), int(kind), x, y, hollow, shades(these)))
        plot.show_clouds(clouds)
        names = self._features(run, asked)
        plot.label(names[0], names[1] if asked.width == 2 else tr("target"))

    def _show_answers(self, asked: Predictor, plot: PointPlot) -> None:
        plot.lock_aspect(locked=asked.width == 2 and comparable(self._around_points))
        if asked.width == 1:
            self.limits = self._around_points
            plot.scale.hide()
            left, _, right, _ = self.limits
            x = np.linspace(left, right, _CURVE)
            answer = asked.at(x[:, None])
            y = answer.scores.reshape(len(x), -1)[:, 0] if answer.classes is None else answer.classes.astype(float)
            plot.show_ground(None, self.limits)
            plot.show_line(x, y)
            return
        begun = perf_counter()
        wide = plot.box.width() / max(1.0, plot.box.height())
        self.limits = widened(self._around_points, wide)
        root = max(0.25, min(4.0, wide)) ** 0.5
        rows, columns = round(self.side / root), round(self.side * root)
        scores = asked.at(grid(self.limits, rows, columns)).scores.reshape(rows * columns, -1)
        times = max(1, min(_FINER, round(plot.box.height() * plot.devicePixelRatioF() / rows)))
        plot.show_line(np.empty(0), np.empty(0))
        plot.show_ground(self._colours(asked, scores, (rows, columns), times, plot), self.limits)
        self._learn_how_fine(perf_counter() - begun)

    def _colours(self, asked: Predictor, scores: Any, fields: tuple[int, int], times: int, plot: PointPlot) -> Any:
        """Of so many fields for each that was asked, down and across."""
        tokens, scale = self.theme.tokens, self._scale
        if scale is None:
            plot.scale.hide()
            sure = refined(certainty(asked, scores).reshape(fields), times)
            finer = refined(scores.T.reshape(-1, *fields), times)
            return class_ground(*regions(asked, finer, _LINE * plot.devicePixelRatioF()), sure, tokens)
        strip = np.linspace(scale.low, scale.high, _SHADES)
        plot.scale.show_colours(colours_of(strip, scale, tokens), scale.low, scale.high)
        return colours_of(refined(scores[:, 0].reshape(fields), times), scale, tokens)

    def _learn_how_fine(self, lasted: float) -> None:
        """As many fields as can be had in time; one slow picture may be another program's fault."""
        self._slow = self._slow + 1 if lasted > _LONGEST else 0
        if self._slow == _PATIENCE:
            self.side, self._slow = max(_COARSEST, self.side * 2 // 3), 0
        elif lasted < _LONGEST / 8:
            self.side = min(_FINEST, self.side * 5 // 4)

    def _point(self, at: tuple[float, float] | None) -> None:
        if at is None or self.asked is None:
            show_text(self.readout, "")
            return
        try:
            answer = self.asked.at([list(at[: self.asked.width])])
        except GradcanvasError:
            return
        where = ", ".join(short(float(f"{number:.3g}")) for number in at[: self.asked.width])
        if answer.classes is None:
            said = ", ".join(short(float(f"{number:.4g}")) for number in answer.scores.ravel()[:4])
        else:
            said = self._class(self.asked, int(answer.classes[0]))
        show_text(self.readout, f"({where}) → {said}")

    def _fit(self) -> None:
        """The ground reaches as far as is seen, whatever the size."""
        if self.asked is not None and self.session.runs.current is not None:
            self.keep_up(self.session.runs.current)

    # -- words and numbers ---------------------------------------------------------------------------------------------

    def _numbers(self, asked: Predictor) -> Any:
        """What is right for each row, as a number."""
        if asked.guess is not None:
            return asked.right(slice(None)).astype(float)
        targets = next(id for id in asked.data.columns if id not in asked.inputs)
        return asked.data.columns[targets].reshape(len(asked.data.columns[targets]), -1)[:, 0]

    def _features(self, run: Run, asked: Predictor) -> list[str]:
        node = run.document.graph.node(asked.inputs[0])
        names = [str(localize(name)) for name in data_of(node.attributes, run.document.graph.folder).features]
        names = [*names, "x₁", "x₂"][: max(2, len(names))]
        return [tr("{name} (standardised)", name=name) for name in names] if run.training.standardise else names

    def _name(self, asked: Predictor, kind: int, hollow: bool) -> str:
        return f"{self._class(asked, kind)}{tr(', test') if hollow else ''}"

    def _class(self, asked: Predictor, kind: int) -> str:
        classes = asked.data.classes
        return localize(classes[kind]) if kind < len(classes) else str(kind) if asked.guess is not None else tr("rows")

    def _save(self) -> None:
        if self.plot is not None:
            save_picture(self, self.session, [self.plot])

    def _make(self) -> PointPlot:
        plot = PointPlot(self.theme, tr("Predictions and points"))
        plot.pointed.connect(self._point)
        plot.resized.connect(self._fit)
        self._around.addWidget(plot)
        return plot
