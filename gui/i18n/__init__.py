"""Words on screen, in the language of the person."""

from .translate import LANGUAGES, localize, system_language, tr, use_language

__all__ = ["LANGUAGES", "localize", "system_language", "tr", "use_language"]
