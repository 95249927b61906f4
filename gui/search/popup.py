"""A field with a list below it: asks by typing, answers as one types. Shared by all that is found that way."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ..i18n import tr
from ..theme import Theme, icon
from .row_painter import ROW, ROW_HEIGHT, RowPainter
from .rows import Answer, Row

_WIDTH, _MOST_ROWS, _PAGE = 380, 8, 7
_WALK = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _PAGE, Qt.Key.Key_PageUp: -_PAGE}


class Popup(QFrame):
    """Lies over its parent until something is chosen, Escape is pressed or the focus goes elsewhere."""

    chosen = Signal(object)
    gone = Signal()  # nothing was chosen

    def __init__(self, parent: QWidget, theme: Theme, width: int = _WIDTH) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.over, self._theme, self._wanted = parent, theme, width
        self._answer: Callable[[str], Answer] = lambda _: Answer(())
        self._back: QWidget | None = None
        self.field = QLineEdit()
        self.field.setAccessibleName(tr("Search"))
        self.field.setClearButtonEnabled(True)
        self._magnifier = self.field.addAction(icon("search", theme.tokens), QLineEdit.ActionPosition.LeadingPosition)
        self.field.textChanged.connect(self._fill)
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setObjectName("found")
        self.list.setAccessibleName(tr("Found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)
        self.list.setItemDelegate(RowPainter(theme, self.list))
        self.list.itemClicked.connect(self._take)
        self.list.currentItemChanged.connect(self._explain)
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.note.setMargin(4)
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        for part in (self.field, self.list, self.note):
            layout.addWidget(part)
        theme.changed.connect(self._recolour)
        self.hide()

    def ask(self, at: QPoint, prompt: str, answer: Callable[[str], Answer]) -> None:
        """Opens with its upper left corner at `at` of the parent, or as near as there is room."""
        self._answer = answer
        self.field.setPlaceholderText(prompt)
        self.field.setAccessibleName(prompt)
        self.list.setAccessibleName(prompt)
        self.field.blockSignals(True)
        self.field.clear()
        self.field.blockSignals(False)
        self._fill("")
        room = self.over.rect().adjusted(8, 8, -8, -8)
        self.move(
            max(room.left(), min(at.x(), room.right() - self.width())),
            max(room.top(), min(at.y(), room.bottom() - self.height())),
        )
        focused = self.window().focusWidget()
        self._back = focused if focused is not None and not self.isAncestorOf(focused) else self._back
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_popup(self) -> None:
        """Goes away; the focus returns to where it was."""
        if self.isVisible():
            self._leave()
            self.gone.emit()

    # -- inside --------------------------------------------------------------------------------------------------------

    def _fill(self, typed: str) -> None:
        answer = self._answer(typed)
        self.list.blockSignals(True)
        self.list.clear()
        for row in answer.rows:
            item = QListWidgetItem(row.text)
            item.setData(ROW, row)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row.text} {row.hint}".strip())
            if not row.enabled:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self._said, self._wrong = answer.sentence, answer.wrong
        self._walk_to(0, 1)
        self._explain()
        self._resize(len(answer.rows))

    def _resize(self, rows: int) -> None:
        """As tall as what was found first: typing more never moves the list about."""
        width = min(self._theme.px(self._wanted), self.over.width() - 16)
        self.list.setVisible(rows > 0)
        self.list.setFixedHeight(min(rows, self._rows_that_fit()) * self._theme.px(ROW_HEIGHT) + 2)
        self.note.setFixedWidth(width - 18)
        self.note.setFixedHeight(max(self.note.heightForWidth(width - 18), self.note.fontMetrics().height() * 2 + 8))
        self.setFixedWidth(width)
        self._column.activate()
        self.resize(width, self.sizeHint().height())

    def _rows_that_fit(self) -> int:
        room = self.over.height() - self.field.sizeHint().height() - self.note.fontMetrics().height() * 2 - 60
        return max(2, min(_MOST_ROWS, room // self._theme.px(ROW_HEIGHT)))

    def _explain(self) -> None:
        """Says what is wrong with the text, else what the current row is."""
        item = self.list.currentItem()
        about = item.data(ROW).about if item is not None else ""
        self.note.setObjectName("error" if self._wrong else "muted")
        self.note.setText(self._said if self._said and (self._wrong or not about) else about)
        self.note.setAccessibleName(self.note.text())
        self.note.style().unpolish(self.note)
        self.note.style().polish(self.note)

    def _walk(self, by: int) -> None:
        last = self.list.count() - 1
        here = self.list.currentRow()
        if abs(by) == 1 and last >= 0:
            self._walk_to((here + by) % (last + 1), by)
        else:
            self._walk_to(max(0, min(last, here + by)), 1 if by > 0 else -1)

    def _walk_to(self, place: int, step: int) -> None:
        """Makes the row at `place` current, or the next one that can be chosen."""
        count = self.list.count()
        for further in range(count):
            item = self.list.item((place + further * step) % count)
            if item.flags() & Qt.ItemFlag.ItemIsEnabled:
                self.list.setCurrentItem(item)
                return

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.flags() & Qt.ItemFlag.ItemIsEnabled:
            row: Row = item.data(ROW)
            self._leave()
            self.chosen.emit(row.key)

    def _leave(self) -> None:
        self.hide()
        if self._back is not None:
            self._back.setFocus(Qt.FocusReason.PopupFocusReason)
        self._back = None

    def _recolour(self) -> None:
        self._magnifier.setIcon(icon("search", self._theme.tokens))
        self.list.viewport().update()

    # -- Qt ------------------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The field keeps the focus; Up, Down, Enter and Escape are meant for the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in _WALK:
                self._walk(_WALK[key])
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self.list.currentItem())
                return True
            if key == Qt.Key.Key_Escape:
                self.close_popup()
                return True
            if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                self._walk(1 if key == Qt.Key.Key_Tab else -1)
                return True
        elif (
            isinstance(event, QFocusEvent)
            and event.type() == QEvent.Type.FocusOut
            and self.isVisible()
            and event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
        ):
            self._back = None
            self.close_popup()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        return self._column.sizeHint()
