"""Training: its set-up and its control."""

from .panel import TrainingPanel

__all__ = ["TrainingPanel"]
