"""Lessons beside the canvas."""

from .panel import LessonPanel

__all__ = ["LessonPanel"]
