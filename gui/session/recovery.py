"""Journals that no running window keeps: what a crash left, offered until it is taken or thrown away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from graph_engine.errors import FileProblem, GradcanvasError
from graph_engine.sentence import Sentence
from graph_engine.storage import Recovered, from_bytes, read_bytes, recover, to_bytes

from .hold import Hold
from .journal import ENDING

if TYPE_CHECKING:
    from .session import Session


@dataclass(eq=False)
class Offer:
    """One of them; `found` is None if it can't be read, and `problem` says why."""

    path: Path
    hold: Hold
    when: datetime
    found: Recovered | None
    problem: Sentence | None = None


class Recovery(QObject):
    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self.offers: list[Offer] = []  # the newest first

    def look(self, folder: Path) -> None:
        """Finds what is left in `folder`; what is saved after all goes without a word."""
        for path in sorted(folder.glob(f"*{ENDING}"), reverse=True) if folder.is_dir() else ():
            hold = Hold.take(path.with_suffix(".lock"))
            if hold is None:
                continue
            offer = _offer(path, hold)
            if offer is None:
                path.unlink(missing_ok=True)
                hold.release()
            else:
                self.offers.append(offer)
        self.changed.emit()

    def take(self, offer: Offer) -> None:
        """Opens the document as it was left, unsaved, in place of the one that is open."""
        if offer.found is None:
            return
        heading = offer.found.heading
        self._session.replace(offer.found.document, heading.file, saved=False)
        if heading.digest:
            self._session.on_disk.trust(heading.digest)
        self._session.journal.begin(offer.found.edits)
        if self._session.journal.path is not None:  # else the old one is still the only one
            self.discard(offer)

    def discard(self, offer: Offer) -> None:
        offer.path.unlink(missing_ok=True)
        offer.hold.release()
        self.offers.remove(offer)
        self.changed.emit()

    def postpone(self, offer: Offer) -> None:
        """Leaves it to the next start."""
        offer.hold.release()
        self.offers.remove(offer)
        self.changed.emit()

    def let_go(self) -> None:
        """Leaves all that is still on offer to the next start."""
        for offer in self.offers:
            offer.hold.release()
        self.offers.clear()


def _offer(path: Path, hold: Hold) -> Offer | None:
    """None if nothing would be lost without it."""
    try:
        when = datetime.fromtimestamp(path.stat().st_mtime)
    except OSError:
        return None
    try:
        found = recover(path)
    except GradcanvasError as error:
        return Offer(path, hold, when, None, error.sentence)
    return None if _is_saved(found) else Offer(path, hold, when, found)


def _is_saved(found: Recovered) -> bool:
    """Whether the file holds the same document, in whichever version or order."""
    file, document = found.heading.file, to_bytes(found.document)
    try:
        data = b"" if file is None else read_bytes(file)
        return data == document or to_bytes(from_bytes(data, file and file.parent)) == document
    except FileProblem:
        return False
