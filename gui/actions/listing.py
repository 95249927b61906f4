"""Everything the menu bar offers, flat: what the command palette and the sheet of shortcuts are made from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

_MNEMONIC = re.compile(r"\s*\(&\w\)")


@dataclass(frozen=True)
class Listed:
    """An action, the menu it belongs to, and what it is called when it stands alone."""

    section: str
    text: str
    action: QAction

    @property
    def keys(self) -> list[str]:
        native = QKeySequence.SequenceFormat.NativeText
        return [keys.toString(native) for keys in self.action.shortcuts()]


def listed(bar: QMenuBar) -> list[Listed]:
    return [
        found
        for entry in bar.actions()
        if isinstance(menu := entry.menu(), QMenu)
        for found in _inside(menu, _plain(entry.text()), "")
    ]


def _inside(menu: QMenu, section: str, above: str) -> Iterator[Listed]:
    for action in menu.actions():
        text = _plain(action.text())
        sub = action.menu()
        if isinstance(sub, QMenu):
            yield from _inside(sub, section, text)
        elif not action.isSeparator() and text:
            alone = not above or text.startswith(above)
            yield Listed(section, text if alone else f"{above}: {text}", action)


def _plain(text: str) -> str:
    """Without the letter that opens it by Alt, which Chinese menus put in brackets."""
    return _MNEMONIC.sub("", text).replace("&", "").rstrip(" …")
