"""The open document and everything about it that more than one view shows."""

from .inquiry import Aim
from .known import Known
from .playhead import Playhead
from .results import Results
from .run import Run
from .runs import Runs
from .selection import Selection
from .session import Session

__all__ = ["Aim", "Known", "Playhead", "Results", "Run", "Runs", "Selection", "Session"]
