"""What the doctor has found of the document as it stands; an edit that touches numbers clears it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from graph_engine.doctor import Finding
from graph_engine.sentence import Sentence


class Diagnosis(QObject):
    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.findings: tuple[Finding, ...] = ()
        self.known = False  # whether the doctor has looked

    def take(self, findings: list[Finding]) -> None:
        self.findings, self.known = tuple(findings), True
        self.changed.emit()

    def clear(self) -> bool:
        """Forgets all of it; whether there was anything. Emits nothing."""
        known = self.known
        self.findings, self.known = (), False
        return known

    @property
    def by_node(self) -> Mapping[str, tuple[Sentence, ...]]:
        """What is said of each node."""
        found: dict[str, tuple[Sentence, ...]] = {}
        for finding in self.findings:
            found[finding.node] = (*found.get(finding.node, ()), finding.sentence)
        return found
