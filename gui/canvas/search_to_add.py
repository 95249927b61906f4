"""Search-to-add: type what is wanted, and it stands where the pointer was, wired to what was pulled there."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QPointF
from PySide6.QtWidgets import QWidget

from ..i18n import tr
from ..search.catalogue import Entry, catalogue
from ..search.popup import Popup
from ..settings import Settings
from ..theme import Theme
from .adding import Adder
from .offers import Offers, Tie
from .view import CanvasView

_BESIDE = QPoint(-30, -24)  # the field opens over the point, so that the eye need not move


class SearchToAdd(QObject):
    """Opens over `parent` when the canvas asks for it."""

    def __init__(self, parent: QWidget, view: CanvasView, adder: Adder, settings: Settings, theme: Theme) -> None:
        super().__init__(parent)
        self.view, self.adder, self.settings = view, adder, settings
        self.popup = Popup(parent, theme)
        self.entries = catalogue()
        self._at, self._tie = QPointF(), Tie()
        self.popup.chosen.connect(self._add)
        self.popup.gone.connect(self._forget)
        view.asked_to_add.connect(self.open)
        view.session.replaced.connect(self.popup.close_popup)
        view.session.changed.connect(self._look_at_the_tie)

    def open(self, at: QPoint, tie: Tie) -> None:
        """`at` is a point of the viewport."""
        session = self.view.session
        self._at, self._tie = self.view.mapToScene(at), tie
        carried = session.results.value(tie.source) if tie.source else None
        offers = Offers(session.document, self.entries, self.settings.uses(), tie, carried, self._templates(tie))
        self.view.overlay.show_loose(tie, self._at)
        corner = self.view.viewport().mapTo(self.popup.over, at) + _BESIDE
        self.popup.ask(corner, self._prompt(tie), offers.answer)

    def _templates(self, tie: Tie) -> list[Entry]:
        library, entered, left = self.adder.library, tie.source is not None, tie.target is not None
        found = library.entries()
        return [entry for entry in found if library.can_be_wired(entry.key, entered=entered, left=left)]

    def _prompt(self, tie: Tie) -> str:
        graph = self.view.session.document.graph
        if tie.source and tie.target:
            return tr("Insert between {source} and {target}", source=graph.node(tie.source).name,
                      target=graph.node(tie.target[0]).name)  # fmt: skip
        if tie.source:
            return tr("Add what takes {name}", name=graph.node(tie.source).name)
        if tie.target:
            return tr("Add what feeds {name}", name=graph.node(tie.target[0]).name)
        return tr("Add a node, a number or a formula")

    def _look_at_the_tie(self, *_: object) -> None:
        """What it was to be wired to may be gone: undone, or taken away by something else than this hand."""
        ends = (self._tie.source, self._tie.target[0] if self._tie.target else None)
        if not all(end in self.view.session.document.graph for end in ends if end):
            self._tie = Tie()
            self.popup.close_popup()

    def _add(self, offer: object) -> None:
        self._forget()
        self.adder.add(offer, self._at, self._tie)  # type: ignore[arg-type]

    def _forget(self) -> None:
        self.view.overlay.show_loose(Tie(), self._at)
