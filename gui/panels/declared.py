"""The panels of the window, each declared once; docks, their tabs and the View menu are made from the list."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import Literal

from PySide6.QtWidgets import QWidget

from ..i18n import tr
from ..session import Session
from ..theme import Theme


@dataclass(frozen=True)
class Panel:
    name: str  # the arrangement of the window is remembered by it
    title: str
    kind: str  # its room and class: imported only when it is seen for the first time
    side: Literal["left", "right", "bottom"]
    width: int  # the least
    shown: bool = True  # before anyone has arranged anything; at the bottom, as soon as there is something to train
    beside: str = ""  # the panel it shares its place with, as a tab
    early: bool = False  # works even where nobody has seen it

    def make(self, session: Session, theme: Theme) -> QWidget:
        room, _, name = self.kind.partition(".")
        made: QWidget = getattr(import_module(f".{room}", __package__), name)(session, theme)
        return made

    def is_a(self, kind: type[QWidget]) -> bool:
        return self.kind.endswith(f".{kind.__name__}")


def panels() -> list[Panel]:
    return [
        Panel("palette", tr("Nodes"), "palette.Palette", "left", 150),
        Panel("inspector", tr("Inspector"), "inspector.Inspector", "right", 280),
        Panel("check", tr("Check"), "check.CheckPanel", "right", 280, beside="inspector"),
        Panel("derivatives", tr("Derivatives"), "derivatives.DerivativesPanel", "right", 280),
        Panel("paths", tr("Paths"), "paths.PathsLens", "right", 280, shown=False, beside="inspector"),
        Panel("modes", tr("Modes"), "modes.ModesPanel", "right", 280, shown=False, beside="inspector"),
        Panel("tensors", tr("Tensors"), "tensors.TensorsPanel", "right", 280, shown=False, beside="inspector"),
        Panel("nudge", tr("Nudge"), "nudge.NudgePanel", "right", 280, beside="inspector"),
        Panel("doctor", tr("Doctor"), "doctor.DoctorPanel", "right", 280, beside="inspector", early=True),
        Panel("practice", tr("Practice"), "practice.PracticePanel", "right", 280, shown=False, beside="inspector"),
        Panel("lessons", tr("Lessons"), "lesson.LessonPanel", "right", 280, shown=False, beside="inspector"),
        Panel("history", tr("History"), "history.HistoryPanel", "left", 180, shown=False),
        Panel("training", tr("Training"), "training.TrainingPanel", "bottom", 380),
        Panel("data", tr("Data"), "data.DataPanel", "bottom", 380, beside="training"),
        Panel("curves", tr("Curves"), "curves.CurvesPanel", "bottom", 380, beside="training"),
        Panel("runs", tr("Runs"), "runs.RunsPanel", "bottom", 380, beside="training"),
        Panel("boundary", tr("Boundary"), "boundary.BoundaryPanel", "bottom", 380, beside="training"),
        Panel("predictions", tr("Predictions"), "predictions.PredictionsPanel", "bottom", 380, beside="training"),
        Panel("weights", tr("Weights"), "weights.WeightsPanel", "bottom", 380, beside="training"),
    ]
