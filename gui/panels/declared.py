"""The panels of the window, each declared once; docks, their tabs and the View menu are made from the list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtWidgets import QWidget

from ..i18n import tr
from ..session import Session
from ..theme import Theme
from .boundary import BoundaryPanel
from .check import CheckPanel
from .curves import CurvesPanel
from .data import DataPanel
from .derivatives import DerivativesPanel
from .doctor import DoctorPanel
from .history import HistoryPanel
from .inspector import Inspector
from .lesson import LessonPanel
from .modes import ModesPanel
from .nudge import NudgePanel
from .palette import Palette
from .paths import PathsLens
from .practice import PracticePanel
from .predictions import PredictionsPanel
from .runs import RunsPanel
from .tensors import TensorsPanel
from .training import TrainingPanel
from .weights import WeightsPanel


@dataclass(frozen=True)
class Panel:
    name: str  # the arrangement of the window is remembered by it
    title: str
    make: Callable[[Session, Theme], QWidget]
    side: Literal["left", "right", "bottom"]
    width: int  # the least
    shown: bool = True  # before anyone has arranged anything; at the bottom, as soon as there is something to train
    beside: str = ""  # the panel it shares its place with, as a tab


def panels() -> list[Panel]:
    return [
        Panel("palette", tr("Nodes"), lambda _, theme: Palette(theme), "left", 150),
        Panel("inspector", tr("Inspector"), Inspector, "right", 230),
        Panel("check", tr("Check"), CheckPanel, "right", 230, beside="inspector"),
        Panel("derivatives", tr("Derivatives"), DerivativesPanel, "right", 230),
        Panel("paths", tr("Paths"), PathsLens, "right", 230, shown=False, beside="inspector"),
        Panel("modes", tr("Modes"), ModesPanel, "right", 230, shown=False, beside="inspector"),
        Panel("tensors", tr("Tensors"), TensorsPanel, "right", 230, shown=False, beside="inspector"),
        Panel("nudge", tr("Nudge"), NudgePanel, "right", 230, beside="inspector"),
        Panel("doctor", tr("Doctor"), DoctorPanel, "right", 230, beside="inspector"),
        Panel("practice", tr("Practice"), PracticePanel, "right", 230, shown=False, beside="inspector"),
        Panel("lessons", tr("Lessons"), LessonPanel, "right", 250, shown=False, beside="inspector"),
        Panel("history", tr("History"), HistoryPanel, "left", 180, shown=False),
        Panel("training", tr("Training"), TrainingPanel, "bottom", 380),
        Panel("data", tr("Data"), DataPanel, "bottom", 380, beside="training"),
        Panel("curves", tr("Curves"), CurvesPanel, "bottom", 380, beside="training"),
        Panel("runs", tr("Runs"), RunsPanel, "bottom", 380, beside="training"),
        Panel("boundary", tr("Boundary"), BoundaryPanel, "bottom", 380, beside="training"),
        Panel("predictions", tr("Predictions"), PredictionsPanel, "bottom", 380, beside="training"),
        Panel("weights", tr("Weights"), WeightsPanel, "bottom", 380, beside="training"),
    ]
