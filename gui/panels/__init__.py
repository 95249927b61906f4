"""The panels around the canvas. Each shows the session and changes it only through its gate."""

from .check import CheckPanel
from .data import DataPanel
from .declared import Panel, panels
from .derivatives import DerivativesPanel
from .doctor import DoctorPanel
from .history import HistoryPanel
from .inspector import Inspector
from .lesson import LessonPanel
from .live import LivePanel
from .nudge import NudgePanel
from .palette import Palette
from .practice import PracticePanel
from .training import TrainingPanel

__all__ = [
    "CheckPanel",
    "DataPanel",
    "DerivativesPanel",
    "DoctorPanel",
    "HistoryPanel",
    "Inspector",
    "LessonPanel",
    "LivePanel",
    "NudgePanel",
    "Palette",
    "Panel",
    "PracticePanel",
    "TrainingPanel",
    "panels",
]
