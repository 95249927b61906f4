"""Says each step, choice and edit as a sentence, for those who can't see the canvas."""

from __future__ import annotations

from PySide6.QtCore import QObject

from .canvas.spoken import group_text, stop_text
from .i18n import localize, tr
from .playback import NarrationCard
from .session import Session
from .session.grouping import shown_group


class Announcer(QObject):
    def __init__(self, session: Session, narration: NarrationCard, parent: QObject) -> None:
        super().__init__(parent)
        self.session, self._narration = session, narration
        self._index = session.history.index()
        session.playhead.moved.connect(self._step)
        session.selection.changed.connect(self._choice)
        session.history.indexChanged.connect(self._edit)
        session.replaced.connect(self._document)
        session.said.connect(self._said)

    def _step(self) -> None:
        self.session.announce(self._narration.plain())

    def _choice(self) -> None:
        session, chosen = self.session, self.session.selection
        count = len(chosen.nodes) + len(chosen.edges) + len(chosen.notes)
        stop, group = chosen.only_node or chosen.only_edge, shown_group(session)
        if group is not None:
            session.announce(group_text(session, group))
        elif stop is not None:
            session.announce(stop_text(session, stop))
        elif chosen.only_note is not None:
            note = session.document.notes[chosen.only_note]
            session.announce(
                tr("Frame: {text}", text=note.text) if note.kind == "frame" else tr("Note: {text}", text=note.text)
            )
        else:
            session.announce(tr("{n} selected", n=count) if count else tr("Nothing selected"))

    def _edit(self, index: int) -> None:
        history, before = self.session.history, self._index
        self._index = index
        if index > before:
            self.session.announce(tr("Done: {what}", what=history.text(index - 1)))
        elif index < before and index < history.count():
            self.session.announce(tr("Undone: {what}", what=history.text(index)))

    def _document(self) -> None:
        self._index = self.session.history.index()
        title = self.session.path.name if self.session.path else tr(self.session.document.title) or tr("Untitled")
        graph = self.session.document.graph
        self.session.announce(
            tr("{title}: {nodes} nodes, {edges} wires", title=title, nodes=len(graph), edges=len(list(graph.edges)))
        )

    def _said(self, sentence: object, _: str) -> None:
        self.session.announce(str(localize(sentence)))
