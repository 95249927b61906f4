"""What a popup shows, as plain data. Imports no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Row:
    """One thing to choose. `key` is what `Popup.chosen` carries."""

    key: Any
    text: str
    symbol: str = ""
    hint: str = ""  # on the right: a section, a shortcut
    about: str = ""  # said below the list while the row is current
    enabled: bool = True
    picture: Any = None  # an icon in place of the symbol
    indented: bool = False  # leaves room for a picture also where there is none


@dataclass(frozen=True)
class Answer:
    """The rows that a text means, and what is to be said about the text itself."""

    rows: tuple[Row, ...]
    sentence: str = ""
    wrong: bool = False
