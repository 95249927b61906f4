"""Every command by typing its name; Enter runs it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenuBar, QWidget

from ..i18n import in_every_language, tr
from ..search.match import Rank, farthest, rank
from ..search.pinyin import initials
from ..search.popup import Popup
from ..search.rows import Answer, Row
from ..settings import Settings
from ..theme import Theme
from .listing import Listed, listed

_WIDTH = 480
_USE = "command "  # before an action's id among the counted uses


class CommandPalette(QObject):
    def __init__(self, over: QWidget, bar: QMenuBar, settings: Settings, theme: Theme) -> None:
        super().__init__(over)
        self.bar, self.settings = bar, settings
        self.popup = Popup(over, theme, _WIDTH)
        self.popup.chosen.connect(self._run)
        self.commands: list[Listed] = []
        self.uses: Mapping[str, int] = {}

    def open(self) -> None:
        self.commands, self.uses = listed(self.bar), self.settings.uses()
        middle = (self.popup.over.width() - _WIDTH) // 2
        self.popup.ask(QPoint(middle, 12), tr("Type what you want to do"), self._answer)

    def _answer(self, typed: str) -> Answer:
        ranks = [_meaning(command, typed) for command in self.commands]
        last = farthest(ranks)
        ranked = [
            (found[0], -self.uses.get(_USE + self.commands[place].action.objectName(), 0), found[1], place)
            for place, found in enumerate(ranks)
            if found is not None and found[0] <= last
        ]
        rows = tuple(self._row(place) for *_, place in sorted(ranked))
        return Answer(rows, "" if rows else tr("Nothing is called that."), wrong=not rows)

    def _row(self, place: int) -> Row:
        command = self.commands[place]
        action = command.action
        hint = "   ".join(command.keys[:1]) or ("✓" if action.isChecked() else command.section)
        picture = None if action.icon().isNull() else action.icon()
        return Row(
            place, command.text, "", hint, action.toolTip(), enabled=action.isEnabled(), picture=picture, indented=True
        )

    def _run(self, place: int) -> None:
        action = self.commands[place].action
        if action.objectName():
            self.settings.count_use(_USE + action.objectName())
        action.trigger()


def _meaning(command: Listed, typed: str) -> Rank | None:
    """By its words in the language spoken, in Chinese, and by its English id."""
    if not typed.strip():
        return 0, 0
    words = command.action.objectName().partition(".")[2].replace("_", " ")
    names = [command.text, *in_every_language(command.text)[1:]]
    return rank(typed, names, [words, f"{command.section} {command.text}"], initials(command.text))
