"""Playing the passes: transport, timeline, narration. Everything here moves the playhead or follows it."""

from .bar import PlaybackBar
from .narration import NarrationCard

__all__ = ["NarrationCard", "PlaybackBar"]
