"""The look of plain widgets: style.qss with the colours of a theme put in."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from .tokens import Tokens

_SHEET = Path(__file__).with_name("style.qss")
_CONTROLS = Path(__file__).resolve().parents[1] / "resources" / "controls"
_PICTURES = ("chevron", "close", "check", "rise", "left", "right")


@cache
def stylesheet(tokens: Tokens, scale: float = 1.0) -> str:
    """The style sheet of one theme; hairlines keep their width at every scale."""
    shade = "dark" if tokens.dark else "light"
    words = {name: (_CONTROLS / f"{name}_{shade}.svg").as_posix() for name in _PICTURES}
    sheet = re.sub(
        r"@(\w+)",
        lambda found: words.get(found[1]) or getattr(tokens, found[1]),
        _SHEET.read_text(encoding="utf-8"),
    )
    return re.sub(r"\b(\d+)px", lambda found: f"{_scaled(int(found[1]), scale)}px", sheet)


def _scaled(size: int, scale: float) -> int:
    return size if size <= 2 else round(size * scale)
