"""The editable side of a node: a source's value, an op's attributes. Built from the declarations."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLabel, QWidget

from graph_engine.document import edits
from graph_engine.errors import GradcanvasError
from graph_engine.graph import Node, parse_value
from graph_engine.ops import Attribute

from ..i18n import localize, tr
from ..session import Session
from ..session.entry import LARGEST, entry_text
from ..widgets.entry_field import EntryField


class SettingsForm(QWidget):
    """Valid entries are applied as they are typed, those of one stay in a field as one step of the history."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self.id: str | None = None
        self.fields: dict[str, QWidget] = {}
        self.wrong = QLabel()
        self.wrong.setObjectName("error")
        self.wrong.setWordWrap(True)
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.addRow(self.wrong)
        self.wrong.hide()
        self._gesture: object = object()

    def show_node(self, id: str | None) -> None:
        node = None if id is None else self.session.document.graph.node(id)
        if id != self.id:
            self.id = id
            self._rebuild(node)
        if node is not None:
            self._show(node)
        self.setVisible(bool(self.fields))

    def _rebuild(self, node: Node | None) -> None:
        self._gesture = object()
        self._complain("")
        for _ in self.fields:
            self._form.removeRow(0)
        self.fields = {}
        if node is None:
            return
        if node.is_source:
            self._add("value", tr("value"), self._value_field())
        else:
            for attribute in node.op.attributes:
                self._add(attribute.name, tr(attribute.name), self._attribute_field(attribute))

    def _add(self, key: str, text: str, field: QWidget) -> None:
        self._form.insertRow(len(self.fields), text, field)
        self.fields[key] = field

    def _show(self, node: Node) -> None:
        for key, field in self.fields.items():
            attribute = None if node.is_source else node.op.attribute(key)
            value: Any = node.value if attribute is None else node.attributes[key]
            if isinstance(field, QComboBox):
                field.setCurrentIndex(field.findData(value))
            elif isinstance(field, QCheckBox):
                field.setChecked(bool(value))
            elif isinstance(field, EntryField) and attribute is not None:
                field.show_text(attribute.show(value))
            elif isinstance(field, EntryField):
                large = np.size(value) > LARGEST
                field.setReadOnly(large)
                field.show_text(tr("{n} numbers", n=np.size(value)) if large else entry_text(value))

    def _value_field(self) -> EntryField:
        field = EntryField(tr("Value"))
        field.edited.connect(lambda text: self._set_value(field, text))
        field.done.connect(lambda _: self._finish(field))
        return field

    def _attribute_field(self, attribute: Attribute) -> QWidget:
        if attribute.choices:
            box = QComboBox()
            for choice in attribute.choices:
                box.addItem(tr(choice), choice)
            box.activated.connect(lambda: self._set_attribute(attribute.name, box.currentData()))
            return box
        if attribute.kind == "truth":
            check = QCheckBox()
            check.clicked.connect(lambda on: self._set_attribute(attribute.name, bool(on)))
            return check
        field = EntryField(tr(attribute.name))
        field.edited.connect(lambda text: self._set_typed(field, attribute, text))
        field.done.connect(lambda _: self._finish(field))
        return field

    def _set_value(self, field: EntryField, text: str) -> None:
        def edit() -> edits.SetValue:
            return edits.SetValue(self.id or "", parse_value(text))

        self._attempt(field, edit, tr("Change value"))

    def _set_typed(self, field: EntryField, attribute: Attribute, text: str) -> None:
        def edit() -> edits.SetAttribute:
            return edits.SetAttribute(self.id or "", attribute.name, attribute.read(text))

        self._attempt(field, edit, tr("Change {name}", name=tr(attribute.name)))

    def _set_attribute(self, name: str, value: Any) -> None:
        self.session.attempt(edits.SetAttribute(self.id or "", name, value), tr("Change {name}", name=tr(name)))

    def _attempt(self, field: EntryField, edit: Callable[[], edits.Edit], label: str) -> None:
        try:
            self.session.do(edit(), label, gesture=self._gesture)
        except GradcanvasError as error:
            field.mark(wrong=True)
            self._complain(localize(error.sentence))
        else:
            field.mark(wrong=False)
            self._complain("")

    def _finish(self, field: EntryField) -> None:
        """The next entry is a step of its own; what could not be applied gives way to what holds."""
        self._gesture = object()
        if field.property("wrong") and not field.hasFocus():
            field.mark(wrong=False)
            self._complain("")
            if self.id is not None and self.id in self.session.document.graph:
                self._show(self.session.document.graph.node(self.id))

    def _complain(self, why: str) -> None:
        self.wrong.setText(why)
        self.wrong.setVisible(bool(why))
