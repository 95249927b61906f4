"""The palette: every kind of node by section, found by typing, dragged onto the canvas."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from ..i18n import localize, tr
from ..search.catalogue import Entry, catalogue, matching
from ..session import Session
from ..session.library import Library
from ..theme import Theme, icon, ui_font
from ..widgets.ghost import Ghost

_ENTRY = Qt.ItemDataRole.UserRole


class Palette(QWidget):
    """`dragging` and `dropped` carry a kind of node and a point on the screen; `chosen` a kind alone."""

    dragging = Signal(str, QPoint)
    dropped = Signal(str, QPoint)
    left = Signal()  # the drag was given up
    chosen = Signal(str)

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.library: Library | None = None
        self.entries = catalogue()
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search nodes"))
        self.search.setAccessibleName(tr("Search nodes"))
        self.search.setClearButtonEnabled(True)
        self._theme = theme
        self._magnifier = self.search.addAction(icon("search", theme.tokens), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(self._fill)
        self.search.installEventFilter(self)
        self.list = _Tree(self, theme)
        self.nothing = QLabel(tr("No node is called that."))
        self.nothing.setObjectName("muted")
        self.nothing.setWordWrap(True)
        self.nothing.setMargin(8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 6, 6, 6)
        layout.addWidget(self.search)
        layout.addWidget(self.nothing)
        layout.addWidget(self.list, 1)
        self._fill("")
        theme.changed.connect(self._recolour)
        session.replaced.connect(self.search.clear)

    def index_of(self, key: str) -> QModelIndex:
        """Where the entry `key` stands in the list."""
        model = self.list.model()
        for row in range(model.rowCount()):
            section = model.index(row, 0)
            for place in range(model.rowCount(section)):
                index = model.index(place, 0, section)
                if index.data(_ENTRY).key == key:
                    return index
        return QModelIndex()

    def stock(self, library: Library) -> None:
        """Offers the templates of a library as well."""
        self.library = library
        library.changed.connect(self._restock)
        self._restock()

    def _restock(self) -> None:
        """Templates came, went or are called otherwise."""
        if self.library is not None:
            self.entries = [*catalogue(), *self.library.entries()]
            self._fill(self.search.text())

    def _recolour(self) -> None:
        self._magnifier.setIcon(icon("search", self._theme.tokens))
        self.list.viewport().update()

    def _fill(self, typed: str) -> None:
        model = QStandardItemModel(self.list)
        found = matching(self.entries, typed)
        sections: dict[str, QStandardItem] = {}
        for entry in found:
            section = sections.get(entry.section)
            if section is None:
                section = QStandardItem(localize(entry.section))
                section.setFlags(Qt.ItemFlag.ItemIsEnabled)
                sections[entry.section] = section
                model.appendRow(section)
            section.appendRow(_row(entry))
        old = self.list.model()
        model.itemChanged.connect(self._rename)
        self.list.setModel(model)
        if old is not None:
            old.deleteLater()
        self.list.expandAll()
        self.nothing.setVisible(not found)
        if typed and found:
            self.list.setCurrentIndex(self.index_of(found[0].key))

    def _rename(self, item: QStandardItem) -> None:
        entry = item.data(_ENTRY)
        if self.library is not None and entry is not None and item.text() != entry.label:
            self.library.rename(entry.key, item.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the search field, Down and Up walk the list and Enter takes the current entry."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            current = self.list.currentIndex().data(_ENTRY)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current is not None:
                self.chosen.emit(current.key)
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self.list.keyPressEvent(event)
                return True
        return super().eventFilter(watched, event)


def _row(entry: Entry) -> QStandardItem:
    item = QStandardItem(localize(entry.label))
    item.setData(entry, _ENTRY)
    item.setToolTip(localize(entry.about))
    item.setEditable(False)
    return item


class _Tree(QTreeView):
    """Sections that fold, entries that are dragged. The drag is our own, so that the canvas can answer meanwhile."""

    def __init__(self, palette: Palette, theme: Theme) -> None:
        super().__init__()
        self.palette_panel = palette
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setItemDelegate(_RowPainter(theme, self))
        self.setAccessibleName(tr("Nodes"))
        self.setMouseTracking(True)
        self._pressed: tuple[QPoint, Entry] | None = None
        self._ghost: Ghost | None = None
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._offer)
        self.activated.connect(lambda index: self._choose(index))

    def _choose(self, index: QModelIndex) -> None:
        entry = index.data(_ENTRY)
        if entry is not None:
            self.palette_panel.chosen.emit(entry.key)

    def _offer(self, at: QPoint) -> None:
        """What can be done with a template of one's own."""
        index, library = self.indexAt(at), self.palette_panel.library
        entry = index.data(_ENTRY)
        if library is None or entry is None or not library.owns(entry.key):
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Rename"), lambda: self._edit(entry.key))
        menu.addAction(tr("Delete"), lambda: library.remove(entry.key))
        menu.popup(self.viewport().mapToGlobal(at))

    def _edit(self, key: str) -> None:
        index = self.palette_panel.index_of(key)
        model = self.model()
        if index.isValid() and isinstance(model, QStandardItemModel):
            with QSignalBlocker(model):
                model.itemFromIndex(index).setEditable(True)
            self.edit(index)

    def _give_up(self) -> None:
        if self._ghost is not None:
            self._ghost.hide()
            self._ghost.deleteLater()
            self._ghost = None
            self.palette_panel.left.emit()
        self._pressed = None

    # -- Qt ------------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        entry = index.data(_ENTRY)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if entry is not None:
            self._pressed = event.position().toPoint(), entry
        elif index.isValid():
            self.setExpanded(index, not self.isExpanded(index))

    def mouseMoveEvent(self, event) -> None:
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        start, entry = self._pressed
        if self._ghost is None and (event.position().toPoint() - start).manhattanLength() < 6:
            return
        if self._ghost is None:
            self._ghost = Ghost(f"{entry.symbol}   {localize(entry.label)}", self.window())
        at = event.globalPosition().toPoint()
        self._ghost.follow(at)
        self.palette_panel.dragging.emit(entry.key, at)

    def mouseReleaseEvent(self, event) -> None:
        super().mouseReleaseEvent(event)
        pressed, dragged = self._pressed, self._ghost is not None
        self._give_up()
        if pressed is not None and dragged:
            self.palette_panel.dropped.emit(pressed[1].key, event.globalPosition().toPoint())

    def mouseDoubleClickEvent(self, event) -> None:
        self._choose(self.indexAt(event.position().toPoint()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._ghost is not None:
            self._give_up()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
        else:
            super().keyPressEvent(event)


class _RowPainter(QStyledItemDelegate):
    """A section as a small heading, an entry as its symbol and its name."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        return QSize(self.theme.px(120), self.theme.px(34))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        t, entry = self.theme.tokens, index.data(_ENTRY)
        left, rect = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if entry is None:
            painter.setFont(ui_font(self.theme.px(11), QFont.Weight.DemiBold))
            painter.setPen(QColor(t.muted))
            tree = option.widget
            arrow = "  …" if isinstance(tree, QTreeView) and not tree.isExpanded(index) else ""
            painter.drawText(rect.adjusted(4, 8, 0, 0), left, index.data().upper() + arrow)
        else:
            chosen = option.state & QStyle.StateFlag.State_Selected
            hovered = option.state & QStyle.StateFlag.State_MouseOver
            painter.setPen(QPen(QColor(t.forward if chosen else t.line), 1))
            painter.setBrush(QColor(t.hover if hovered else t.card))
            painter.drawRoundedRect(rect.adjusted(1, 2, -3, -2), 6, 6)
            painter.setPen(QColor(t.forward))
            painter.setFont(ui_font(self.theme.px(14 if len(entry.symbol) <= 3 else 12), QFont.Weight.DemiBold))
            painter.drawText(
                QRect(rect.left() + 2, rect.top(), self.theme.px(52), rect.height()),
                Qt.AlignmentFlag.AlignCenter,
                entry.symbol,
            )
            painter.setPen(QColor(t.text))
            painter.setFont(ui_font(self.theme.px(13)))
            room = rect.adjusted(self.theme.px(58), 0, -6, 0)
            text = painter.fontMetrics().elidedText(index.data(), Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, left, text)
        painter.restore()
