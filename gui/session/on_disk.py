"""The file behind the document: whether it is still as it was read or written last, and nobody else has it open."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from graph_engine.document import Document
from graph_engine.errors import FileProblem
from graph_engine.sentence import Sentence
from graph_engine.storage import read_bytes

from .hold import Hold

if TYPE_CHECKING:
    from .session import Session

_LOST = ("gone", "unreadable")
_GONE = "gone"  # instead of a digest: that there is no file is known
_PAUSE = 150  # milliseconds in which a program that writes a file should be through with it


class OnDisk(QObject):
    changed = Signal()
    state: str  # "same", "changed", "gone", "unreadable"
    reason: Sentence | str  # why it can't be read
    elsewhere: bool  # another window has the file open
    put_aside: Document | None  # unsaved changes that a reload replaced

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._folder: Path | None = None
        self._hold: Hold | None = None
        self._seen: tuple[int, ...] = ()
        self._opened = ""  # the digest of what the history starts from
        self.digest, self.state, self.elsewhere, self.put_aside = "", "same", False, None
        self.reason = ""
        self._watcher: QFileSystemWatcher | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.look)

    def keep_in(self, folder: Path) -> None:
        """Where windows tell each other what they have open; from now on the file is watched."""
        self._folder = folder
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._stirred)
        self._watcher.directoryChanged.connect(self._stirred)
        self.take(None)

    def take(self, data: bytes | None, *, saved: bool = True) -> None:
        """The session's file is another one, or was just read or written with `data` in it."""
        path, self.put_aside, self.state = self._session.path, None, "same"
        self._seen = _stamp(path)
        try:
            self.digest = "" if path is None else _digest(read_bytes(path) if data is None else data)
        except FileProblem:
            self.digest = _GONE
        self._opened = self.digest if saved else ""
        self._release()
        self.elsewhere = False
        if path is not None and self._folder is not None:
            self._hold = Hold.take(self._folder / f"{_digest(str(path).encode('utf-8', 'surrogateescape'))[:32]}.lock")
            self.elsewhere = self._hold is None
        self._watch()
        self.changed.emit()

    def trust(self, digest: str) -> None:
        """The document goes back to a file that had `digest` then, whatever stands there now."""
        self.digest, self._seen = digest, ()
        self.look()

    def look(self) -> str:
        """Compares the file with what is known of it; the state."""
        path = self._session.path
        state = "same" if path is None else self._compared(path)
        self._watch()
        if state != self.state:
            self.state = state
            if state in _LOST:  # the window has the only copy
                self._unsaved()
            self.changed.emit()
        return state

    def _compared(self, path: Path) -> str:
        stamp = _stamp(path)
        if stamp and stamp == self._seen:
            return self.state if self.state == "changed" else "same"
        self._seen = stamp
        try:
            found = _digest(read_bytes(path))
        except FileProblem as problem:
            self.reason = problem.sentence
            lost = "unreadable" if os.path.lexists(path) else "gone"
            return "same" if self.digest == _GONE else lost
        return "same" if found == self.digest else "changed"

    def as_opened(self) -> bytes | None:
        """What stands in the file, if the history starts from there."""
        path = self._session.path
        if path is None:
            return None
        try:
            data = read_bytes(path)
        except FileProblem:
            return None
        return data if _digest(data) == self._opened else None

    def keep_mine(self) -> None:
        """The document is to be the right one: what another program wrote may be written over."""
        path = self._session.path
        if path is not None:
            self._seen = _stamp(path)
            try:
                self.digest = _digest(read_bytes(path))
            except FileProblem:
                self.digest = _GONE
        self.state = "same"
        self._unsaved()
        self.changed.emit()

    def dismiss(self) -> None:
        """What was said has been read."""
        self.put_aside, self.elsewhere = None, False
        if self.state in _LOST:
            self.digest, self.state = _GONE, "same"
        self.changed.emit()

    def _unsaved(self) -> None:
        self._session.history.resetClean()
        self._session.journal.begin()
        self._session.located.emit()

    def let_go(self) -> None:
        """The end of it: nothing is watched or claimed any more."""
        self._release()
        self._pause.stop()
        if self._watcher is not None:
            self._watcher.blockSignals(True)
            self._watcher.deleteLater()
            self._watcher = None

    def _release(self) -> None:
        if self._hold is not None:
            self._hold.release()
            self._hold = None

    def _stirred(self, _: str) -> None:
        self._pause.start()

    def _watch(self) -> None:
        """A file that is replaced by another is no longer watched, so its folder is watched as well."""
        if self._watcher is None:
            return
        path = self._session.path
        wanted = set() if path is None else {str(place) for place in (path, path.parent) if place.exists()}
        watched = {*self._watcher.files(), *self._watcher.directories()}
        if watched - wanted:
            self._watcher.removePaths(list(watched - wanted))
        if wanted - watched:
            self._watcher.addPaths(list(wanted - watched))


def _stamp(path: Path | None) -> tuple[int, ...]:
    """What changes whenever a file is written; empty if there is none."""
    try:
        found = None if path is None else path.stat()
    except OSError:
        return ()
    return () if found is None else (found.st_mtime_ns, found.st_size, found.st_ino)


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()
