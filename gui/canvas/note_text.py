"""Markdown with formulas laid out as a text document that can be drawn."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextCharFormat, QTextDocument, QTextFormat, QTextOption

from ..theme import formula_font, ui_font
from . import mathematics

SIZE, _FORMULA_SIZE = 14, 17
_FIRST = 0xE000  # private letters stand for the formulas while the Markdown is read
_MOST = 0x1000


class NoteText(QTextDocument):
    """Loads nothing: neither pictures nor style sheets that a text names."""

    def __init__(self, text: str, width: float) -> None:
        super().__init__()
        self.setDocumentMargin(0)
        self.setDefaultFont(ui_font(SIZE))
        wrap = QTextOption()
        wrap.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setDefaultTextOption(wrap)
        self.setUndoRedoEnabled(False)
        self.setTextWidth(width)
        found = list(mathematics.formulas(text))[:_MOST]
        for place, (start, end, _) in reversed(list(enumerate(found))):
            text = text[:start] + chr(_FIRST + place) + text[end:]
        self.setMarkdown(
            _keep_lines(text),
            QTextDocument.MarkdownFeature.MarkdownDialectCommonMark | QTextDocument.MarkdownFeature.MarkdownNoHTML,
        )
        for place, (_, _, formula) in enumerate(found):
            self._set(chr(_FIRST + place), formula)

    def loadResource(self, kind: int, url: QUrl) -> object:
        return None

    def _set(self, letter: str, formula: str) -> None:
        cursor = self.find(letter)
        if cursor.isNull():
            return
        base = cursor.charFormat()
        for run in mathematics.runs(formula):
            cursor.insertText(run.text, _format(base, run))


def _format(base: QTextCharFormat, run: mathematics.Run) -> QTextCharFormat:
    made = QTextCharFormat(base)
    made.setFontFamilies(formula_font(SIZE).families())
    made.setFontItalic(run.slanted)
    if not base.hasProperty(QTextFormat.Property.FontSizeAdjustment):
        made.setProperty(QTextFormat.Property.FontPixelSize, _FORMULA_SIZE)
    align = QTextCharFormat.VerticalAlignment
    made.setVerticalAlignment(
        align.AlignSuperScript if run.level > 0 else align.AlignSubScript if run.level < 0 else align.AlignNormal
    )
    return made


def _keep_lines(text: str) -> str:
    """A line break that a person typed stays one."""
    return text.replace("\n", "  \n")
