"""The panels around the canvas. Each shows the session and changes it only through its gate."""

from .declared import Panel, panels
from .derivatives import DerivativesPanel
from .history import HistoryPanel
from .inspector import Inspector
from .palette import Palette

__all__ = ["DerivativesPanel", "HistoryPanel", "Inspector", "Palette", "Panel", "panels"]
