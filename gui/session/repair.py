"""Repair the rule: one backward rule is wrong on purpose until someone finds it."""

from __future__ import annotations

import random
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from graph_engine.differentiate import gradients
from graph_engine.evaluate import evaluate
from graph_engine.graph import Edge
from graph_engine.practice import Fault, Finding, Planted, judge_pick, sites

from .results import Results


class Repair(QObject):
    """Plants a fault in the results, never in the document, and judges where a person looks for it."""

    changed = Signal()
    finding: Finding | None  # what was said of the last suspect

    def __init__(self, results: Results, renumber: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._results, self._renumber = results, renumber
        self.forget()

    @property
    def planted(self) -> Planted | None:
        return self._results.planted

    @property
    def solved(self) -> bool:
        return self.finding is not None and self.finding.kind == "right"

    def possible(self) -> list[Planted]:
        """Every fault that would show in the graph as it stands."""
        target = self._results.target
        if target is None or self._results.gradients is None:
            return []
        return sites(evaluate(self._results.evaluation.graph), target)

    def begin(self, fault: Fault | None = None, chance: random.Random | None = None) -> bool:
        """Breaks a rule somewhere, by chance unless a fault is given; whether there was one to break."""
        places = [planted for planted in self.possible() if fault in (None, planted.fault)]
        if not places:
            return False
        self.forget()
        self._plant((chance or random.Random()).choice(places))
        return True

    def suspect(self, pick: str | Edge) -> Finding | None:
        """What is said of the node or wire where someone thinks the fault is."""
        self.tries += 1
        return self._judge(pick)

    def _judge(self, pick: str | Edge) -> Finding | None:
        if self.planted is None or self._results.target is None:
            return None
        healthy = evaluate(self._results.evaluation.graph)
        self.finding = judge_pick(healthy, gradients(healthy, self._results.target), self.planted, pick)
        self.changed.emit()
        return self.finding

    def give_up(self) -> None:
        """Tells where it is."""
        if self.planted is not None:
            self.tries = 0
            self._judge(self.planted.node)

    def end(self) -> None:
        """Mends the rule."""
        if self.planted is not None:
            self.forget()
            self._plant(None)

    def forget(self) -> None:
        self.finding = None
        self.tries = 0
        self._begun = False

    def follow(self) -> bool:
        """An edit may have taken away the node that is broken; whether it has. Emits nothing."""
        gone = self._begun and self.planted is None
        if gone:
            self.forget()
        return gone

    def _plant(self, planted: Planted | None) -> None:
        self._results.plant(planted)
        self._begun = planted is not None
        self._renumber()
        self.changed.emit()
