"""Words on screen, in the language of the person."""

from .translate import LANGUAGES, in_every_language, language, localize, system_language, tr, use_language

__all__ = ["LANGUAGES", "in_every_language", "language", "localize", "system_language", "tr", "use_language"]
