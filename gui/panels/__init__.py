"""The panels around the canvas. Each shows the session and changes it only through its gate."""

from .declared import Panel, panels
from .live import LivePanel

__all__ = ["LivePanel", "Panel", "panels"]
