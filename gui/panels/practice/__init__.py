"""Learning by doing: predict a number before it is shown, or find the backward rule that is wrong on purpose."""

from .panel import PracticePanel

__all__ = ["PracticePanel"]
