"""What takes longer than a frame, off the window's thread."""

from .training import TrainingProcess
from .worker import Worker

__all__ = ["TrainingProcess", "Worker"]
