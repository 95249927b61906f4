"""The sheet of shortcuts: every action that has a key, and every gesture; searched by typing."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QMenuBar, QTextBrowser, QVBoxLayout, QWidget

from ..i18n import tr
from ..search.match import PART, rank
from ..theme import Theme, icon
from ..theme.tokens import Tokens
from .bookmarks import KEYS, PLACE
from .gestures import Rows, gestures
from .listing import listed

Groups = list[tuple[str, Rows]]
_WIDE = 900


class ShortcutSheet(QDialog):
    def __init__(self, window: QWidget, bar: QMenuBar, theme: Theme) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Keyboard and mouse"))
        self.theme = theme
        self.groups = [*_actions(bar), *gestures()]
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Search keys and gestures"))
        self.field.setAccessibleName(tr("Search keys and gestures"))
        self.field.setClearButtonEnabled(True)
        self.field.addAction(icon("search", theme.tokens), QLineEdit.ActionPosition.LeadingPosition)
        self.field.textChanged.connect(self._show)
        self.page = QTextBrowser()
        self.page.setObjectName("sheet")
        self.page.setAccessibleName(tr("Keyboard and mouse"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 14, 14, 14)
        layout.addWidget(self.field)
        layout.addWidget(self.page, 1)
        self._show("")
        room = window.size()
        self.resize(min(_WIDE, room.width() - 60), min(720, room.height() - 60))

    def _show(self, typed: str) -> None:
        shown = _matching(self.groups, typed)
        columns = 2 if self.width() >= 640 or not self.isVisible() else 1
        self.page.setHtml(
            sheet_html(shown, self.theme.tokens, columns) if shown else escape(tr("Nothing is called that."))
        )


def sheet_html(groups: Groups, tokens: Tokens, columns: int) -> str:
    """The groups in columns of about the same height."""
    filled: list[list[str]] = [[] for _ in range(columns)]
    heights = [0] * columns
    for title, rows in groups:
        shortest = heights.index(min(heights))
        heights[shortest] += len(rows) + 2
        filled[shortest].append(_group(title, rows, tokens))
    cells = "".join(f'<td width="{100 // columns}%" valign="top">{"".join(column)}</td>' for column in filled)
    return f'<table width="100%" cellspacing="0" cellpadding="8"><tr>{cells}</tr></table>'


def _group(title: str, rows: Rows, t: Tokens) -> str:
    lines = "".join(
        f'<tr><td width="42%"><span style="color:{t.forward}; font-weight:600">{escape(keys)}</span></td>'
        f"<td>{escape(text)}</td></tr>"
        for keys, text in rows
    )
    heading = f'<p style="color:{t.muted}; font-weight:600; margin:10px 0 2px 4px">{escape(title)}</p>'
    return f'{heading}<table width="100%" cellpadding="4" cellspacing="0">{lines}</table>'


def _actions(bar: QMenuBar) -> Groups:
    groups: dict[str, Rows] = {}
    for found in listed(bar):
        rows, place = groups.setdefault(found.section, []), found.action.objectName().partition(PLACE)[2]
        if place == "1":
            rows.append((f"{found.keys[0]} … {KEYS}", tr("Go to a remembered place")))
        elif found.keys and not place.isdecimal():
            rows.append((" · ".join(found.keys), found.text))
    return [(title, rows) for title, rows in groups.items() if rows]


def _matching(groups: Groups, typed: str) -> Groups:
    """The rows that `typed` means, by key or by word; a group that is called so stays whole."""

    def meant(*texts: str) -> bool:
        found = rank(typed, texts)
        return not typed.strip() or (found is not None and found[0] <= PART)

    kept = [(title, rows if meant(title) else [row for row in rows if meant(*row)]) for title, rows in groups]
    return [(title, rows) for title, rows in kept if rows]
