"""The editable side of a node: a source's value, an op's attributes. Built from the declarations."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLabel, QPushButton, QWidget

from graph_engine.document import compose_values, edits, ready
from graph_engine.errors import GradcanvasError
from graph_engine.graph import Node, Source, parse_value
from graph_engine.ops import Attribute

from ..i18n import localize, tr
from ..session import Session, layers
from ..session.entry import LARGEST, entry_text
from ..widgets.entry_field import EntryField

_OUTPUTS = "outputs of a layer"
_MOST_OUTPUTS = 100_000


class SettingsForm(QWidget):
    """Valid entries are applied as they are typed, those of one stay in a field as one step of the history."""

    def __init__(self, session: Session, meaning: QLabel | None = None) -> None:
        """What the settings come to is said below them, or in a label that stands elsewhere."""
        super().__init__()
        self.session = session
        self.id: str | None = None
        self.fields: dict[str, QWidget] = {}
        self.wrong = QLabel()
        self.wrong.setObjectName("error")
        self.wrong.setWordWrap(True)
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self.meaning = meaning or QLabel()
        self.meaning.setObjectName("muted")
        self.meaning.setWordWrap(True)
        self.again = QPushButton(tr("New random numbers"))
        self.again.setToolTip(tr("Draws the selected parameters anew, with the next seed"))
        self.again.clicked.connect(self._reseed)
        for part in (*(() if meaning else (self.meaning,)), self.again, self.wrong):
            self._form.addRow(part)
            part.hide()
        self._gesture: object = object()

    def show_node(self, id: str | None) -> None:
        node = None if id is None else self.session.document.graph.node(id)
        sized = node is not None and ready.outputs(self.session.document, node.id) is not None
        if id != self.id or sized != (_OUTPUTS in self.fields):
            self.id = id
            self._rebuild(node)
        if node is not None:
            self._show(node)
        self.setVisible(bool(self.fields))

    def _rebuild(self, node: Node | None) -> None:
        self._gesture = object()
        self._complain("")
        self.meaning.hide()
        self.again.hide()
        for _ in self.fields:
            self._form.removeRow(0)
        self.fields = {}
        if node is None:
            return
        if node.is_source and not node.is_derived:
            self._add("value", tr("value"), self._value_field())
        for attribute in node.spec.attributes:
            self._add(attribute.name, _caption(attribute), self._attribute_field(attribute))
        if ready.outputs(self.session.document, node.id) is not None:
            self._add(_OUTPUTS, tr("outputs"), self._outputs_field())

    def _add(self, key: str, text: str, field: QWidget) -> None:
        self._form.insertRow(len(self.fields), text, field)
        self.fields[key] = field

    def _show(self, node: Node) -> None:
        for key, field in self.fields.items():
            if isinstance(field, EntryField) and key == _OUTPUTS:
                field.show_text(str(ready.outputs(self.session.document, node.id)))
                continue
            attribute = node.spec.attribute(key)
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

        if isinstance(node.spec, Source):
            self._show_what_matters(node, node.spec)
        elif node.op.needs is not None:
            self._show_what_is_needed(node)

    def _show_what_is_needed(self, node: Node) -> None:
        """Hides the derivatives by inputs that the formula does not name."""
        for port in node.ports:
            field = self.fields.get(f"d{port.name}")
            if field is not None:
                self._form.setRowVisible(field, not port.optional)

    def _show_what_matters(self, node: Node, spec: Source) -> None:
        """Hides settings that say nothing as the others stand."""
        matter = spec.matter(node.attributes)
        for key, field in self.fields.items():
            self._form.setRowVisible(field, key in matter or spec.attribute(key) is None)
        meaning = spec.explain(node.attributes)
        self.meaning.setText("" if meaning is None else localize(meaning))
        self.meaning.setVisible(meaning is not None)
        self.again.setVisible(compose_values.is_drawn(node))

    def _value_field(self) -> EntryField:
        field = EntryField(tr("Value"))
        field.edited.connect(lambda text: self._set_value(field, text))
        field.done.connect(lambda _: self._finish(field))
        return field

    def _outputs_field(self) -> EntryField:
        field = EntryField(tr("outputs"))
        field.setToolTip(
            tr("How many numbers the layer makes of each row; parameters that follow take shapes that fit")
        )
        field.edited.connect(lambda text: self._resize(field, text))
        field.done.connect(lambda _: self._finish(field))
        return field

    def _resize(self, field: EntryField, text: str) -> None:
        if not text.strip().isdecimal() or not 0 < int(text) <= _MOST_OUTPUTS:
            field.mark(wrong=True)
            self._complain(tr("A number of outputs is a whole number from 1 to {most}.", most=_MOST_OUTPUTS))
        else:
            size = int(text)
            self._attempt(field, lambda: layers.resized(self.session, self.id or "", size), tr("Change outputs"))

    def _attribute_field(self, attribute: Attribute) -> QWidget:
        if attribute.choices:
            box = QComboBox()
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(8)
            for choice, label in zip(attribute.choices, attribute.labels or attribute.choices, strict=True):
                box.addItem(tr(label), choice)
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
        def edit() -> edits.Edit:
            return compose_values.give(self.session.document, self.id or "", parse_value(text))

        self._attempt(field, edit, tr("Change value"))

    def _set_typed(self, field: EntryField, attribute: Attribute, text: str) -> None:
        def edit() -> edits.Edit:
            return compose_values.set_attribute(
                self.session.document, self.id or "", attribute.name, attribute.read(text)
            )

        self._attempt(field, edit, tr("Change {name}", name=tr(attribute.name)))

    def _set_attribute(self, name: str, value: Any) -> None:
        try:
            edit = compose_values.set_attribute(self.session.document, self.id or "", name, value)
            self.session.do(edit, tr("Change {name}", name=tr(name)))
        except GradcanvasError as error:
            self.session.say(error.sentence)

    def _reseed(self) -> None:
        self.session.attempt(compose_values.reseed(self.session.document, [self.id or ""]), tr("New random numbers"))

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
        if field.hasFocus():
            return
        if field.property("wrong"):
            field.mark(wrong=False)
            self._complain("")
        if self.id is not None and self.id in self.session.document.graph:
            self._show(self.session.document.graph.node(self.id))

    def _complain(self, why: str) -> None:
        self.wrong.setText(why)
        self.wrong.setVisible(bool(why))


def _caption(attribute: Attribute) -> str:
    """What stands beside its field: its name, for a derivative as mathematics writes it."""
    derivative = attribute.kind == "formula" and attribute.name != "formula"
    return f"∂z/∂{attribute.name[1:]}" if derivative else tr(attribute.name)
