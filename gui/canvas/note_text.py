"""Markdown with formulas laid out as a text document that can be drawn."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, QUrl
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QPyTextObject,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
    QTextOption,
)

from graph_engine.expression import Piece, formulas, plain, read_tex

from ..mathematics import Box, lay_out
from ..mathematics.paint import paint_box
from ..theme import Tokens, ui_font

SIZE, _FORMULA_SIZE = 14, 17.0
_FIRST = 0xE000  # private letters stand for the formulas while the Markdown is read
_MOST = 0x1000
_OBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"
_KIND, _PLACE = QTextFormat.ObjectTypes.UserObject + 1, QTextFormat.Property.UserProperty + 1
_LARGER = {1: 1.2, 2: 1.5, 3: 2.0}  # headings


class NoteText(QTextDocument):
    """Loads nothing: neither pictures nor style sheets that a text names. Formulas stand in the line, set as such."""

    def __init__(self, text: str, width: float, tokens: Tokens | None = None) -> None:
        super().__init__()
        self.setDocumentMargin(0)
        self.setDefaultFont(ui_font(SIZE))
        wrap = QTextOption()
        wrap.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setDefaultTextOption(wrap)
        self.setUndoRedoEnabled(False)
        self.setTextWidth(width)
        found = list(formulas(text))[:_MOST]
        for place, (start, end, _) in reversed(list(enumerate(found))):
            text = text[:start] + chr(_FIRST + place) + text[end:]
        self.setMarkdown(
            _keep_lines(text),
            QTextDocument.MarkdownFeature.MarkdownDialectCommonMark | QTextDocument.MarkdownFeature.MarkdownNoHTML,
        )
        self.formulas: list[Piece] = [read_tex(formula) for *_, formula in found]
        self._setter = _Setter(self, tokens)
        self.documentLayout().registerHandler(_KIND, self._setter)
        for place in range(len(found)):
            self._set(place)

    def words(self) -> str:
        """All of it as plain text."""
        told = iter(self.formulas)
        return "".join(plain(next(told, None)) if letter == _OBJECT else letter for letter in self.toPlainText())

    def loadResource(self, kind: int, url: QUrl) -> object:
        return None

    def _set(self, place: int) -> None:
        cursor = self.find(chr(_FIRST + place))
        if cursor.isNull():
            return
        made = QTextCharFormat(cursor.charFormat())
        made.setObjectType(_KIND)
        made.setProperty(_PLACE, place)
        made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
        cursor.insertText(_OBJECT, made)


class _Setter(QPyTextObject):
    """Lays the formulas of a document out and paints them, where Qt would put a picture."""

    def __init__(self, document: NoteText, tokens: Tokens | None) -> None:
        super().__init__(document)
        self._tokens = tokens
        self._boxes: dict[int, Box] = {}

    def box(self, document: NoteText, form: QTextFormat) -> Box:
        place = int(form.property(_PLACE))
        if place not in self._boxes:
            larger = _LARGER.get(form.property(QTextFormat.Property.FontSizeAdjustment) or 0, 1.0)
            room = max(80.0, document.textWidth() - 4)
            self._boxes[place] = lay_out(document.formulas[place], _FORMULA_SIZE * larger, room)
        return self._boxes[place]

    def below(self, box: Box, form: QTextFormat) -> float:
        """How far Qt lets what it centres on the line reach below it."""
        return (self.height(box, form) - QFontMetricsF(form.toCharFormat().font()).xHeight()) / 2

    def height(self, box: Box, form: QTextFormat) -> float:
        """Tall enough above and below the middle of the line."""
        middle = QFontMetricsF(form.toCharFormat().font()).xHeight() / 2
        return 2 * max(box.ascent - middle, box.descent + middle)

    # -- Qt ------------------------------------------------------------------------------------------------------------

    def intrinsicSize(self, document: QTextDocument, place: int, form: QTextFormat) -> QSizeF:
        if not isinstance(document, NoteText):
            return QSizeF()
        box = self.box(document, form)
        return QSizeF(box.width + 1, self.height(box, form))

    def drawObject(
        self, painter: QPainter, rect: QRectF, document: QTextDocument, place: int, form: QTextFormat
    ) -> None:
        if self._tokens is not None and isinstance(document, NoteText):
            box = self.box(document, form)
            paint_box(painter, box, QPointF(rect.left(), rect.bottom() - self.below(box, form)), self._tokens)


def _keep_lines(text: str) -> str:
    """A line break that a person typed stays one."""
    return text.replace("\n", "  \n")
