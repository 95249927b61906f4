"""The notices one below the other, as wide as reads well, over the top of the canvas."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ..theme import Theme
from .card import NoticeCard

_WIDE = 720  # at normal size
_MOST = 3  # of one section


class NoticeStack(QWidget):
    resized = Signal()  # there are more or fewer of them

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._sections: dict[str, list[NoticeCard]] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)

    @property
    def cards(self) -> list[NoticeCard]:
        return [card for cards in self._sections.values() for card in cards]

    def show_in(self, section: str, cards: Sequence[NoticeCard]) -> None:
        """Puts `cards` in place of those that a section had."""
        if not cards and not self._sections.get(section):
            return
        for old in self._sections.pop(section, []):
            self._layout.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._sections[section] = list(cards)[:_MOST]
        for card in self._sections[section]:
            self._layout.addWidget(card)
        self.resized.emit()

    def fit_into(self, room: int) -> None:
        """Takes the width it wants of `room`, and the height that its sentences need then."""
        width = min(self._theme.px(_WIDE), room)
        heights = [card.heightForWidth(width) for card in self.cards]
        gaps = self._layout.spacing() * max(0, len(heights) - 1)
        self.resize(width, sum(heights) + gaps)
