"""The open document and everything about it that more than one view shows."""

from .playhead import Playhead
from .results import Results
from .selection import Selection
from .session import Session

__all__ = ["Playhead", "Results", "Selection", "Session"]
