"""One open document on screen: a single gate through which it changes, a single signal that says so."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from graph_engine.document import Document, Edit, edits, regroup, touched
from graph_engine.errors import GradcanvasError
from graph_engine.graph import look_in
from graph_engine.sentence import Sentence

from .checked import Checked
from .course import Course
from .curve_choice import CurveChoice
from .diagnosis import Diagnosis
from .done import History
from .inquiry import Inquiry
from .journal import Journal
from .known import Known
from .level import Level
from .mishap import Mishap
from .on_disk import OnDisk
from .playhead import Playhead
from .practice import Practice
from .recovery import Recovery
from .repair import Repair
from .results import Results
from .runs import Runs
from .sample import Sample
from .selection import Selection
from .spotlight import Spotlight


class Session(QObject):
    """Owns the document, its history, and what follows from it: results, selection, playhead."""

    changed = Signal(object)  # the edit just applied; results, selection and playhead have followed it already
    glimpsed = Signal()  # the canvas shows other numbers for a moment: those of a run at work
    leaving = Signal()  # another document is about to take the place of this one
    replaced = Signal()  # another document stands here now
    said = Signal(object, str)  # a sentence for the person, and "error", "warning" or "good"
    announced = Signal(str)  # what those who can't see the canvas should hear
    sought = Signal(str)  # a node that wants to be seen
    located = Signal()  # path or saved state changed

    def __init__(self, document: Document | None = None) -> None:
        super().__init__()
        self.document = document or Document()
        self.path: Path | None = None
        self.history = History(self._replay, self)
        self.on_disk = OnDisk(self)
        self.journal = Journal(self)
        self.recovery = Recovery(self)
        self.mishap = Mishap(self)
        self.results = Results(self.document)
        self.selection = Selection(self)
        self.level = Level(self)
        self.playhead = Playhead(self.results, self)
        self.spotlight = Spotlight(self)
        self.checked = Checked(self)
        self.diagnosis = Diagnosis(self)
        self.inquiry = Inquiry(self.results, self.playhead, self.spotlight, self)
        self.practice = Practice(self.results, self.playhead, self)
        self.repair = Repair(self.results, self.renumber, self)
        self.course = Course(self)
        self.curves = CurveChoice()
        self.sample = Sample(self.results, self.renumber, self)
        self.runs = Runs(self)
        self.practice.changed.connect(self._take_turns)
        self.repair.changed.connect(self._take_turns)
        self.history.cleanChanged.connect(self.located)

    @property
    def known(self) -> Known:
        """The numbers that may be shown now."""
        return Known(self.results, self.playhead)

    @property
    def findings(self) -> Mapping[str, tuple[Sentence, ...]]:
        """What the doctor says of each node, once all that it looked at may be seen."""
        return {} if self.known.waiting else self.diagnosis.by_node

    @property
    def practises(self) -> bool:
        """Whether numbers are covered, or wrong on purpose."""
        return self.practice.topic is not None or self.repair.planted is not None

    @property
    def dirty(self) -> bool:
        return not self.history.isClean()

    def do(self, edit: Edit, label: str, *, gesture: object = None) -> None:
        """Applies `edit` and remembers how to take it back; raises `Refused` with nothing changed.

        Edits of one `gesture` (any object, made fresh for each drag) become one step of the history.
        """
        edit = regroup.within(self.document, edit, self.level.inside)
        inverse = edit.apply(self.document)
        self.history.add(edit, inverse, label, gesture)
        self.journal.note(edit, moving=gesture is not None)
        self._follow(edit)

    def attempt(self, edit: Edit, label: str, *, gesture: object = None) -> bool:
        """Like `do`, but a refusal is said to the person; whether it was applied."""
        try:
            self.do(edit, label, gesture=gesture)
        except GradcanvasError as error:
            self.say(error.sentence)
            return False
        return True

    def replace(self, document: Document, path: Path | None, data: bytes | None = None, *, saved: bool = True) -> None:
        """Puts another document in place of this one, with a fresh history; `data` is what its file holds."""
        self.leaving.emit()
        self.journal.forget()
        self.document, self.path = document, path
        self.on_disk.take(data, saved=saved)
        self.results.take(document)
        self.history.clear()
        if not saved:
            self.history.resetClean()
        self.practice.forget()
        self.repair.forget()
        self.sample.forget()
        self.playhead.resting = True
        self.selection.nodes = self.selection.notes = frozenset()
        self.selection.edges = frozenset()
        self.spotlight.nodes = self.spotlight.wires = None
        self.level.inside = None
        self.checked.clear()
        self.diagnosis.clear()
        self._settle(self.replaced.emit)
        self.practice.changed.emit()
        self.repair.changed.emit()
        self.located.emit()

    def relabel(self, words: Callable[[str], str]) -> None:
        """Names the steps of the history in other `words`."""
        self.history.relabel(words)

    def differentiate_by(self, source: str | None) -> None:
        """Forward mode from a node; None: the backward pass again. Belongs to the view, not to the document."""
        self.results.start_from(source)
        self._announce(edits.SetTarget(self.document.target), False)

    def renumber(self) -> None:
        """Tells that the numbers came out otherwise although nothing was edited."""
        self._announce(edits.SetTarget(self.document.target), True)

    def look_again(self, folder: Path | None = None) -> None:
        """Takes up data files as they are now; from another folder, if one is given."""
        if look_in(self.document.graph, folder or self.document.graph.folder):
            self.results.renew()
            self.renumber()

    def saved_at(self, path: Path, data: bytes | None = None) -> None:
        if self.document.graph.folder != path.parent:
            self.look_again(path.parent)
        self.path = path
        self.on_disk.take(data)
        self.journal.forget()
        self.history.setClean()
        self.located.emit()

    def say(self, sentence: Sentence | str, kind: str = "error") -> None:
        """Tells the person something without interrupting them."""
        self.said.emit(sentence, kind)

    def announce(self, text: str) -> None:
        """Tells what was reached or chosen, for screen readers."""
        self.announced.emit(text)

    def _replay(self, edit: Edit) -> None:
        edit.apply(self.document)
        self.journal.note(edit)
        self._follow(edit)

    def _follow(self, edit: Edit) -> None:
        concerned = touched(edit)
        self.results.follow(concerned)
        begun = concerned.numbers and self.practice.begin_again()
        mended = self.repair.follow()
        self._announce(edit, concerned.numbers)
        if begun:
            self.practice.changed.emit()
        if mended:
            self.repair.changed.emit()

    def _announce(self, edit: Edit, numbers: bool) -> None:
        """What was found of other numbers is over; then everyone hears of the edit."""
        outdated = [part for part in (self.checked, self.diagnosis) if numbers and part.clear()]
        self._settle(lambda: self.changed.emit(edit))
        for part in outdated:
            part.changed.emit()

    def _take_turns(self) -> None:
        """One predicts or one repairs, the backward pass: whichever was begun last goes on."""
        if self.results.tangents is not None and (self.practice.topic is not None or self.repair.planted is not None):
            self.differentiate_by(None)
        if self.practice.topic is not None and self.repair.planted is not None:
            if self.sender() is self.practice:
                self.repair.end()
            else:
                self.practice.end()

    def _settle(self, announce: Callable[[], None]) -> None:
        """Selection and playhead follow the document; they speak only after the change itself was announced."""
        dropped, moved = self.selection.follow(self.document), self.playhead.follow()
        lit = self.spotlight.follow(self.document.graph)
        left = self.level.follow(self.document.groups)
        forgot = self.inquiry.follow()
        announce()
        if left:
            self.level.changed.emit()
        if dropped:
            self.selection.changed.emit()
        if moved:
            self.playhead.moved.emit()
        if lit:
            self.spotlight.changed.emit()
        if forgot:
            self.inquiry.tell()
