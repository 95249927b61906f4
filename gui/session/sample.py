"""One row of the data on the canvas, in place of the mini-batch: its values at every node. No edit of the document."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from graph_engine.graph import Value

from .results import Results

if TYPE_CHECKING:
    from .run import Run


class Sample(QObject):
    changed = Signal()

    def __init__(self, results: Results, renumber: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._results, self._renumber = results, renumber
        self.row: int | None = None
        self.run: Run | None = None

    def show(self, run: Run, row: int, values: Mapping[str, Value]) -> None:
        """Puts a row into the data columns, by their ids."""
        self.run, self.row = run, row
        self._results.feed(values)
        self._renumber()
        self.changed.emit()

    def clear(self) -> None:
        """The mini-batch is back."""
        if self.row is not None:
            self.forget()
            self._results.feed({})
            self._renumber()
            self.changed.emit()

    def forget(self) -> None:
        """Another document: there is no row any more, and nothing to tell."""
        self.row = self.run = None
