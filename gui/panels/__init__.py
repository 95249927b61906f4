"""The panels around the canvas. Each shows the session and changes it only through its gate."""

from .declared import Panel, panels
from .derivatives import DerivativesPanel
from .history import HistoryPanel
from .inspector import Inspector
from .live import LivePanel
from .palette import Palette

__all__ = ["DerivativesPanel", "HistoryPanel", "Inspector", "LivePanel", "Palette", "Panel", "panels"]
