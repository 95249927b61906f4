"""What the gradient check has found of the document as it stands; an edit that touches numbers clears it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from graph_engine.differentiate import Verdict
from graph_engine.graph import Edge


class Checked(QObject):
    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.verdicts: dict[str | Edge, Verdict] = {}
        self.complete = False  # whether all that can be checked has been
        self._faults: frozenset[str | Edge] = frozenset()

    @property
    def failed(self) -> list[Verdict]:
        return [verdict for verdict in self.verdicts.values() if not verdict.passed]

    @property
    def faults(self) -> frozenset[str | Edge]:
        """The wires whose own derivative is wrong; only without such, the sources whose gradient is.

        A wrong rule shows at its own wire; gradients further back inherit it.
        """
        return self._faults

    def add(self, verdicts: Iterable[Verdict]) -> None:
        self.verdicts.update((verdict.what, verdict) for verdict in verdicts)
        self._judge()

    def complete_now(self) -> None:
        self.complete = True
        self.changed.emit()

    def clear(self) -> bool:
        """Forgets all of it; whether there was anything. Emits nothing."""
        known = bool(self.verdicts) or self.complete
        self.verdicts, self.complete, self._faults = {}, False, frozenset()
        return known

    def _judge(self) -> None:
        failed = frozenset(verdict.what for verdict in self.failed)
        wires = frozenset(what for what in failed if isinstance(what, Edge))
        self._faults = wires or failed
        self.changed.emit()
