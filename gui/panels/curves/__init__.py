"""How a run goes: loss, accuracy, learning rate, gradients, over its steps."""

from .panel import CurvesPanel

__all__ = ["CurvesPanel"]
