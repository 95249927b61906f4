"""Words on screen, in the language of the person."""

from .translate import (
    LANGUAGES,
    every_language,
    in_every_language,
    language,
    localize,
    system_language,
    tr,
    use_language,
)

__all__ = [
    "LANGUAGES", "every_language", "in_every_language", "language", "localize", "system_language", "tr", "use_language",
]  # fmt: skip
