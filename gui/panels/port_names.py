"""The names of a group's inputs and outputs, each in a field."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QFormLayout, QWidget

from graph_engine.document import regroup
from graph_engine.document.interface import interface

from ..i18n import tr
from ..session import Session
from ..widgets.entry_field import EntryField

_MOST = 12  # fields; the ports of larger groups are named on the canvas
End = tuple[str, str]


class PortNames(QWidget):
    """A field that is left empty gives the port the name of what feeds it again."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.group: str | None = None
        self.fields: dict[End, EntryField] = {}
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)

    def show_group(self, id: str | None) -> None:
        face = None if id is None else interface(self.session.document, id)
        names: dict[End, str] = {}
        if face is not None and len(face.inputs) + len(face.outputs) <= _MOST:
            names = {entry.key: entry.name for entry in face.inputs}
            names |= {(out.node, ""): out.name for out in face.outputs}
        if (id, list(names)) != (self.group, list(self.fields)):
            self.group = id
            self._rebuild(list(names))
        for end, name in names.items():
            self.fields[end].show_text(name)
        self.setVisible(bool(names))

    def _rebuild(self, ends: list[End]) -> None:
        for _ in self.fields:
            self._form.removeRow(0)
        self.fields = {}
        for end in ends:
            field = self.fields[end] = EntryField(tr("Name of the port"))
            field.setToolTip(tr("Leave it empty to call the port after what feeds it"))
            field.done.connect(partial(self._rename, end))
            self._form.addRow(tr("input") if end[1] else tr("output"), field)

    def _rename(self, end: End, name: str) -> None:
        id, document = self.group, self.session.document
        if id is None or id not in document.groups or end not in self.fields:
            return
        edit = regroup.named_port(document, id, end, name)
        if edit.groups[0][1] != document.groups[id] and name.strip() != self._name_now(id, end):
            self.session.attempt(edit, tr("Rename port"))
        self.fields[end].setText(self._name_now(id, end))

    def _name_now(self, id: str, end: End) -> str:
        face = interface(self.session.document, id)
        names = {entry.key: entry.name for entry in face.inputs}
        return {**names, **{(out.node, ""): out.name for out in face.outputs}}.get(end, "")
