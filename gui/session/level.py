"""Which group a person looks into."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from graph_engine.document.groups import Groups, chain


class Level(QObject):
    """`inside` is the group that is open on its own; None shows the whole document."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.inside: str | None = None
        self._way: tuple[str, ...] = ()

    def enter(self, id: str | None, groups: Groups) -> None:
        if id != self.inside:
            self.inside = id
            self.follow(groups)
            self.changed.emit()

    def leave(self, groups: Groups) -> bool:
        """One level up; whether there was one."""
        if self.inside is None:
            return False
        self.enter(groups[self.inside].parent, groups)
        return True

    def follow(self, groups: Groups) -> bool:
        """Goes up to a group that is still there; whether it had to. Emits nothing."""
        before = self.inside
        while self.inside is not None and self.inside not in groups:
            self._way = self._way[:-1]
            self.inside = self._way[-1] if self._way else None
        self._way = chain(groups, self.inside)
        return self.inside != before
