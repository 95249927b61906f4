"""A row of controls that goes on in another row where there is no room."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem


class Flow(QLayout):
    """Parts stand from the left; those from `part_from` on stand at the right end where all fit into one row."""

    def __init__(self, gap: int) -> None:
        super().__init__()
        self._gap = gap
        self._items: list[QLayoutItem] = []
        self._at_right = 10**6
        self.setContentsMargins(0, 0, 0, 0)

    def part_from(self, place: int) -> None:
        self._at_right = place

    # -- Qt ------------------------------------------------------------------------------------------------------------

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        places = self._places(QRect(0, 0, width, 0))
        return max((place.bottom() + 1 for place in places), default=0)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        for item, place in zip(self._items, self._places(rect), strict=True):
            item.setGeometry(place)

    def sizeHint(self) -> QSize:
        sizes = [item.sizeHint() for item in self._items]
        wide = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return QSize(wide, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        least = QSize()
        for item in self._items:
            least = least.expandedTo(item.minimumSize())
        return least

    def _places(self, rect: QRect) -> list[QRect]:
        found: list[QRect] = []
        at, tall = rect.topLeft(), 0
        for item in self._items:
            size = item.sizeHint().expandedTo(item.minimumSize())
            if at.x() > rect.left() and at.x() + size.width() > rect.right() + 1:
                at, tall = QPoint(rect.left(), at.y() + tall + self._gap), 0
            found.append(QRect(at, size))
            at = QPoint(at.x() + size.width() + self._gap, at.y())
            tall = max(tall, size.height())
        return self._centred(found, rect)

    def _centred(self, places: list[QRect], rect: QRect) -> list[QRect]:
        """Each in the middle of its row; the last ones at the right end where there is one row."""
        lines = {place.y(): max(p.height() for p in places if p.y() == place.y()) for place in places}
        room = rect.right() + 1 - (places[-1].right() + 1) if places and len(lines) == 1 else 0
        for number, place in enumerate(places):
            right = max(0, room) if number >= self._at_right else 0
            place.translate(right, (lines[place.y()] - place.height()) // 2)
        return places
