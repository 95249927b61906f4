"""Templates: groups kept for later in a folder of the user's, and networks that come with the program."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from graph_engine.document import Document, compose, loose
from graph_engine.document.groups import members
from graph_engine.document.networks import NETWORKS
from graph_engine.errors import FileProblem
from graph_engine.sentence import Sentence, say
from graph_engine.storage import read, write

from ..search.catalogue import Entry
from .session import Session

_OWN, _BUILT_IN, _ENDING = "template:", "network:", ".json"
_UNFIT = re.compile(r'[\x00-\x1f/\\:*?"<>|]+|^\.+')  # no part of a file name


@dataclass(frozen=True)
class Template:
    """One of them: `key` is what the palette carries."""

    key: str
    label: Sentence
    about: Sentence
    own: bool


class Library(QObject):
    """Each template of the user's is a file in the documented format; its name is the name of the file."""

    changed = Signal()

    def __init__(self, session: Session, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self.session, self.folder = session, folder

    def templates(self) -> list[Template]:
        try:
            names = sorted(file.stem for file in self.folder.iterdir() if file.suffix == _ENDING)
        except OSError:
            names = []  # no template was kept yet
        about = say("A template of yours.")
        own = [Template(_OWN + name, Sentence(name, {}), about, own=True) for name in names]
        return [*(Template(_BUILT_IN + n.key, n.label, n.about, own=False) for n in NETWORKS), *own]

    @staticmethod
    def knows(key: str) -> bool:
        """Whether a key of the palette means a template."""
        return key.startswith((_OWN, _BUILT_IN))

    @staticmethod
    def owns(key: str) -> bool:
        """Whether it is one of the user's, which can be renamed and removed."""
        return key.startswith(_OWN)

    def entries(self) -> list[Entry]:
        """What the palette and search-to-add show of them."""
        sections = {True: say("My templates"), False: say("Networks")}
        return [Entry(t.key, "❖", t.label, t.about, sections[t.own], ("template",)) for t in self.templates()]

    def part(self, key: str, inputs: int | None = None) -> Document | None:
        """What a template holds; one that comes with the program takes `inputs` numbers a row, if that is known."""
        try:
            return self._read(key, inputs)
        except FileProblem as error:
            self.session.say(say("The template can't be used: {reason}", reason=error.sentence))
            return None

    def can_be_wired(self, key: str, *, entered: bool, left: bool) -> bool:
        """Whether a wire can enter a template and another leave it, as far as that is asked for."""
        try:
            part = self._read(key)
        except FileProblem:
            return not (entered or left)  # choosing it says what is wrong with its file
        return not (entered and loose.way_in(part) is None) and not (left and loose.way_out(part) is None)

    def keep(self, group: str) -> str | None:
        """Keeps a group as a template under its name, or a free one like it; the name, or None if that failed."""
        document = self.session.document
        part = compose.extract(document, members(document.groups, group))
        name = self._free(document.groups[group].name)
        part.title = name
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            write(part, self._file(name))
        except (OSError, FileProblem) as error:
            self.session.say(say("The template could not be kept: {reason}", reason=str(error)))
            return None
        self.changed.emit()
        return name

    def rename(self, key: str, name: str) -> None:
        before, wanted = self._file(key.removeprefix(_OWN)), _fit(name)
        if wanted and wanted != before.stem:
            self._change(lambda: before.rename(self._file(self._free(wanted))))

    def remove(self, key: str) -> None:
        self._change(self._file(key.removeprefix(_OWN)).unlink)

    def _change(self, change: Callable[[], object]) -> None:
        try:
            change()
        except OSError as error:
            self.session.say(say("The template could not be changed: {reason}", reason=error.strerror or error))
        self.changed.emit()

    def _read(self, key: str, inputs: int | None = None) -> Document:
        if not key.startswith(_BUILT_IN):
            return read(self._file(key.removeprefix(_OWN)))
        build = next(n.build for n in NETWORKS if n.key == key.removeprefix(_BUILT_IN))
        return build(inputs) if inputs else build()

    def _file(self, name: str) -> Path:
        return self.folder / f"{name}{_ENDING}"

    def _free(self, name: str) -> str:
        stem = free = _fit(name) or "template"
        number = 1
        while self._file(free).exists():
            number += 1
            free = f"{stem} {number}"
        return free


def _fit(name: str) -> str:
    """A name that a file can have."""
    return _UNFIT.sub("_", name.strip())[:80].strip()
