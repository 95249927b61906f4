"""Labels that hold text, and may be told the same thing again and again; tips that are words and nothing else."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QToolTip

_FEW_LETTERS = 6  # of a line that is cut, at the least


def text_label(kind: str = "", text: str = "", *, rich: bool = True) -> QLabel:
    """A label that breaks its lines and can be copied from; `kind` is what the style sheet knows it by."""
    label = QLabel(text)
    label.setObjectName(kind)
    label.setWordWrap(True)
    flags = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.LinksAccessibleByMouse
    label.setTextInteractionFlags(flags)
    label.setTextFormat(Qt.TextFormat.RichText if rich else Qt.TextFormat.PlainText)
    return label


def hint(text: str) -> QLabel:
    """The line in which a panel says what it is for."""
    return text_label("muted", text, rich=False)


def word_label(text: str) -> QLabel:
    """A word before a control, on one line."""
    label = text_label("muted", text, rich=False)
    label.setWordWrap(False)
    return label


class CutLabel(QLabel):
    """One line that ends in … where there is no room for all of it; a tip says the rest."""

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().averageCharWidth() * _FEW_LETTERS, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, room = QPainter(self), self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        self.style().drawItemText(painter, room, int(self.alignment()), self.palette(), self.isEnabled(), shown,
                                  self.foregroundRole())  # fmt: skip

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and not self.toolTip():
            if self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width():
                QToolTip.showText(event.globalPos(), plain(self.text()), self)
            return True
        return super().event(event)


def show_text(label: QLabel, text: str) -> None:
    """Sets a text that is another one: laying the same out again costs as much."""
    if text != label.text():
        label.setText(text)


def plain(text: str) -> str:
    """A tip with words of a document in it: Qt takes for HTML whatever looks like it, and loads its pictures."""
    return f"<span>{escape(text)}</span>".replace("\n", "<br>") if "<" in text else text
