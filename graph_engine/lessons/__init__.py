"""Short guided tours: files that say something, and wait for an action or an answer."""

from .lesson import LANGUAGES, Ask, Lesson, Step, Wait
from .now import Now, expected, is_met
from .read import lesson_from_json, lessons

__all__ = ["LANGUAGES", "Ask", "Lesson", "Now", "Step", "Wait", "expected", "is_met", "lesson_from_json", "lessons"]
