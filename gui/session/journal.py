"""Keeps what is not saved: every edit goes to the journal on disk when it is made, a slider's when it rests."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from graph_engine.document import Edit
from graph_engine.errors import FileProblem
from graph_engine.sentence import say
from graph_engine.storage import Heading, first_line, line, replace_file, to_bytes

from .done import overrides
from .hold import Hold

if TYPE_CHECKING:
    from .session import Session

ENDING = ".journal"
_REST, _LONGEST = 300, 2.0  # milliseconds without an edit of the gesture; seconds that one may go on unwritten
_ASIDE = 120_000  # milliseconds after which a long journal begins anew with the document as it is
_LONG = 500  # lines
_RETRY = 5.0  # seconds between attempts on a full disk


class Journal(QObject):
    """Of the session's document. Nothing is written before `keep_in` says where, nor while nothing is unsaved."""

    _handle: int | None
    _hold: Hold | None

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._folder: Path | None = None
        self._clear()
        self._failed = 0.0
        self._rest, self._autosave = self._timer(_REST, self.flush), self._timer(_ASIDE, self._set_aside)

    def keep_in(self, folder: Path) -> None:
        self._folder = folder

    @property
    def path(self) -> Path | None:
        """Where it is, once something was written."""
        return None if self._handle is None else self._path

    def note(self, edit: Edit, *, moving: bool = False) -> None:
        """Takes down an edit that has been applied; of a gesture that goes on (`moving`), only where it rests."""
        if self._folder is None:
            return
        if moving and self._pending and overrides(edit, self._pending[-1]):
            self._pending[-1] = edit
        else:
            self._pending.append(edit)
        if moving and (self._handle is None or time.monotonic() - self._flushed < _LONGEST):
            self._rest.start()
        else:
            self.flush()

    def flush(self) -> None:
        """Writes what is still to be written."""
        self._rest.stop()
        if self._folder is None or not self._pending:
            return
        try:
            if self._handle is None:
                self._begin()
            self._append(b"".join(map(line, self._pending)))
        except (OSError, FileProblem) as error:
            self._complain(error)
        self._flushed = time.monotonic()

    def begin(self, edits: int | None = None) -> None:
        """Starts anew with the document as it is, so many `edits` after it was saved."""
        if self._folder is None:
            return
        try:
            self._snapshot(self._edits + len(self._pending) if edits is None else edits)
        except (OSError, FileProblem) as error:
            self._complain(error)

    def forget(self) -> None:
        """Everything is saved, or is not wanted: nothing is left."""
        self._close()
        if self._hold is not None:
            with suppress(OSError):
                self._path.unlink(missing_ok=True)
            self._hold.release()
        self._clear()

    def let_go(self) -> None:
        """Stops and leaves what was written to the next start, as a crash would."""
        self.flush()
        self._close()
        if self._hold is not None:
            self._hold.release()
        self._clear()

    def _close(self) -> None:
        self._rest.stop()
        self._autosave.stop()
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    # -- inside --------------------------------------------------------------------------------------------------------

    def _clear(self) -> None:
        self._pending: list[Edit] = []
        self._handle = self._hold = None
        self._path = Path()
        self._length = self._lines = self._edits = 0  # bytes that are whole, edits since the snapshot, and since saving
        self._flushed = 0.0

    def _timer(self, lasts: int, then: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(lasts)
        timer.timeout.connect(then)
        return timer

    def _begin(self) -> None:
        """With the file as it stands, if that is where the edits start from, as copying is faster than writing anew."""
        saved = self._session.on_disk.as_opened()
        if saved is not None and not self._edits:
            self._write_first(saved, edits=0)
        else:
            self._snapshot(self._edits + len(self._pending))

    def _snapshot(self, edits: int) -> None:
        self._write_first(to_bytes(self._session.document), edits)
        self._pending.clear()

    def _write_first(self, document: bytes, edits: int) -> None:
        assert self._folder is not None
        self._folder.mkdir(parents=True, exist_ok=True)
        if self._hold is None:
            path = self._folder / f"{time.time_ns():x}-{os.getpid()}{ENDING}"
            self._path, self._hold = path, Hold.take(path.with_suffix(".lock"))
        heading = Heading(self._session.path, self._session.on_disk.digest, edits)
        data = first_line(heading, document)
        replace_file(self._path, data)
        if self._handle is not None:
            os.close(self._handle)
        self._handle = os.open(self._path, os.O_WRONLY | os.O_APPEND)
        self._length, self._lines, self._edits = len(data), 0, edits
        self._autosave.start()

    def _append(self, data: bytes) -> None:
        if not data:
            return
        assert self._handle is not None
        written = os.write(self._handle, data)
        if written < len(data):  # half a line, as on a full disk
            os.ftruncate(self._handle, self._length)
            raise OSError(28, os.strerror(28))
        self._length += written
        self._lines += len(self._pending)
        self._edits += len(self._pending)
        self._pending.clear()
        if not self._autosave.isActive():
            self._autosave.start()

    def _set_aside(self) -> None:
        """What was written so far survives a loss of power; a long journal begins anew."""
        self.flush()
        if self._handle is None:
            return
        if self._lines > _LONG:
            self.begin()
        else:
            Thread(target=_sync, args=(os.dup(self._handle),), daemon=True).start()

    def _complain(self, error: Exception) -> None:
        if time.monotonic() - self._failed > _RETRY:
            self._failed = time.monotonic()
            reason = error.sentence if isinstance(error, FileProblem) else str(error)
            template = "Unsaved work can't be kept for a recovery: {reason}. Save it."
            self._session.say(say(template, reason=reason), "warning")


def _sync(handle: int) -> None:
    try:
        os.fsync(handle)
    except OSError:
        pass  # the next edit will say what is wrong
    finally:
        os.close(handle)
