"""Nodes on their way to new places: one step of the history, however many frames it takes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QEvent, QObject, QVariantAnimation
from PySide6.QtWidgets import QApplication

from graph_engine.document import Point, edits

if TYPE_CHECKING:
    from .view import CanvasView

_LASTS = 220  # milliseconds
_MOST = 2_000  # more nodes jump
_INTERRUPTS = {QEvent.Type.MouseButtonPress, QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.Wheel}


class Glide(QObject):
    """Moves nodes by edits like any other, so that what is drawn is always the document; any input ends it at once."""

    def __init__(self, view: CanvasView) -> None:
        super().__init__(view)
        self.view = view
        self.lasts = _LASTS
        self._ends: dict[str, Point] = {}
        self._starts: dict[str, Point] = {}
        self._label = ""
        self._fit = False
        self._gesture = object()
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._animation.valueChanged.connect(self._step)
        self._animation.finished.connect(self._arrive)
        view.session.replaced.connect(self._drop)

    def start(self, places: Mapping[str, Point], label: str, *, fit: bool = False) -> None:
        """Brings nodes to `places`; afterwards, with `fit`, everything is shown."""
        self.finish()
        now = self.view.session.document.positions
        self._ends, self._starts = dict(places), {id: now[id] for id in places}
        self._label, self._fit, self._gesture = label, fit, object()
        if not self.lasts or self.view.reduced_motion or len(places) > _MOST or not self.view.isVisible():
            self._arrive()
            return
        self._animation.setDuration(self.lasts)
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        self._animation.start()

    def finish(self) -> None:
        """Arrives now."""
        if self._ends:
            self._animation.stop()
            self._arrive()

    def _step(self, share: float) -> None:
        if self._ends and share < 1.0:
            self._put({id: _between(self._starts[id], end, share) for id, end in self._ends.items()})

    def _arrive(self) -> None:
        ends, self._ends = self._ends, {}
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        if ends and self._put(ends) and self._fit:
            self.view.fit()

    def _put(self, places: Mapping[str, Point]) -> bool:
        return self.view.session.attempt(edits.Move(tuple(places.items())), self._label, gesture=self._gesture)

    def _drop(self) -> None:
        """Another document: those nodes are gone."""
        self._ends = {}
        self._animation.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INTERRUPTS:
            self.finish()
        return False


def _between(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
