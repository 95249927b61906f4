"""The set-up of training as fields, built from its declaration and the optimizer's; each change is an edit."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QGridLayout, QLabel, QScrollArea, QWidget

from graph_engine import optimizers
from graph_engine.document import TRAINING_FIELDS, Training, edits
from graph_engine.errors import GradcanvasError, Refused
from graph_engine.ops import Attribute
from graph_engine.sentence import say

from ...i18n import localize, tr
from ...session import Session
from ...theme import Theme
from ...widgets.entry_field import EntryField
from .words import captions, choices, zeros

_USUAL = ("optimizer", "rate", "batch", "epochs", "seed")
_ONLY_WITH = {
    "every": ("schedule", "step"),
    "factor": ("schedule", "step"),
    "lowest": ("schedule", "cosine"),
    "order": ("update", "in_turn"),
}
_ORDER = Attribute("order", "", "text")
_ROWS = 5
_FIELD, _ROUND_WORDS = 76, 24  # pixels a field is at least wide, and what words in it need around them


class SetUpForm(QScrollArea):
    """Valid entries are applied as they are typed, those of one stay in a field as one step of the history."""

    wrong = Signal(str)  # why what was typed can't be, or nothing

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.session, self.theme = session, theme
        self.all = False  # whether the rarely used fields are shown too
        self.fields: dict[str, QWidget] = {}
        self._labels: dict[str, QLabel] = {}
        self._captions, self._choices, self._zeros = captions(), choices(), zeros()
        self._gesture = object()
        self._optimizer = ""
        self._laid_out: tuple[object, ...] = ()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMinimumWidth(theme.px(180))
        self._inside = QWidget()
        self.setWidget(self._inside)
        self._grid = QGridLayout(self._inside)
        self._grid.setContentsMargins(0, 0, theme.px(4), 0)
        self._grid.setHorizontalSpacing(theme.px(8))
        self._grid.setVerticalSpacing(theme.px(6))
        for attribute in (*TRAINING_FIELDS, _ORDER):
            self._add(attribute)
        self.show_now()

    def show_now(self) -> None:
        training = self._training
        if training.optimizer != self._optimizer:
            self._take_optimizer(training.optimizer)
        for name, field in self.fields.items():
            self._show(name, field, training)
        self._lay_out()

    def show_all(self, all: bool) -> None:
        self.all = all
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    # -- inside --------------------------------------------------------------------------------------------------------

    @property
    def _training(self) -> Training:
        return self.session.document.training or Training()

    def _add(self, attribute: Attribute) -> None:
        caption, tip = self._captions[attribute.name]
        label, field = QLabel(caption), self._field(attribute)
        label.setObjectName("muted")
        label.setBuddy(field)
        for part in (label, field):
            part.setParent(self._inside)
            part.hide()
            part.setToolTip(tip)
        field.setAccessibleName(caption)
        self.fields[attribute.name], self._labels[attribute.name] = field, label

    def _field(self, attribute: Attribute) -> QWidget:
        if attribute.choices:
            box = QComboBox()
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(7)
            for choice in attribute.choices:
                named = self._choices.get(choice) or localize(optimizers.by_key(choice).label)
                box.addItem(named, choice)
            box.activated.connect(lambda: self._change(attribute, box.currentData()))
            return box
        if attribute.kind == "truth":
            check = QCheckBox()
            check.clicked.connect(lambda on: self._change(attribute, bool(on)))
            return check
        field = EntryField("")
        words = self._zeros.get(attribute.name, "")
        field.setPlaceholderText(words)
        field.setMinimumWidth(self.theme.px(_FIELD))
        field.edited.connect(lambda text: self._type(field, attribute, text))
        field.done.connect(lambda _: self._finish(field))
        return field

    def _take_optimizer(self, key: str) -> None:
        """Its settings come in place of those of the one before."""
        if self._optimizer:
            self._laid_out = ()
            for attribute in optimizers.by_key(self._optimizer).attributes:
                for parts in (self.fields, self._labels):
                    parts.pop(attribute.name).deleteLater()
        self._optimizer = key
        for attribute in optimizers.by_key(key).attributes:
            self._add(attribute)

    def _show(self, name: str, field: QWidget, training: Training) -> None:
        value = self._value(name, training)
        if isinstance(field, QComboBox):
            field.setCurrentIndex(field.findData(value))
        elif isinstance(field, QCheckBox):
            field.setChecked(bool(value))
        elif isinstance(field, EntryField):
            attribute = self._attribute(name)
            field.show_text("" if name in self._zeros and not value else attribute.show(value))

    def _value(self, name: str, training: Training) -> Any:
        if name == "order":
            graph = self.session.document.graph
            return ", ".join(graph.node(id).name for id in training.order if id in graph)
        if optimizers.by_key(training.optimizer).attribute(name) is not None:
            return training.setting(name)
        return getattr(training, name)

    def _attribute(self, name: str) -> Attribute:
        own = optimizers.by_key(self._optimizer).attribute(name)
        return own or next(a for a in (*TRAINING_FIELDS, _ORDER) if a.name == name)

    # -- where fields stand --------------------------------------------------------------------------------------------

    def _shown(self) -> list[str]:
        own = [attribute.name for attribute in optimizers.by_key(self._optimizer).attributes]
        usual = [_USUAL[0], *(name for name in own if name not in ("epsilon", "rate_decay")), *_USUAL[1:]]
        if not self.all:
            return usual
        rare = [name for name in self.fields if name not in usual and self._matters(name)]
        return usual + sorted(rare, key=list(self._captions).index)

    def _matters(self, name: str) -> bool:
        field, value = _ONLY_WITH.get(name, ("", ""))
        return not field or getattr(self._training, field) == value

    def _lay_out(self) -> None:
        """Columns of fields, as many as there is room for."""
        shown = self._shown()
        rows = self._rows(shown)
        wanted = (tuple(shown), rows, self._optimizer)
        if wanted == self._laid_out:
            return
        self._laid_out = wanted
        for name, field in self.fields.items():
            for part in (self._labels[name], field):
                self._grid.removeWidget(part)
                part.setVisible(name in shown)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 0)
        before: QWidget | None = None
        for place, name in enumerate(shown):
            column, row = divmod(place, rows)
            self._grid.addWidget(self._labels[name], row, 2 * column)
            self._grid.addWidget(self.fields[name], row, 2 * column + 1)
            self._grid.setColumnStretch(2 * column + 1, 1)
            if before is not None:
                QWidget.setTabOrder(before, self.fields[name])
            before = self.fields[name]
        for row in range(self._grid.rowCount()):
            self._grid.setRowStretch(row, 0)
        self._grid.setRowStretch(rows, 1)

    def _rows(self, shown: list[str]) -> int:
        """The least rows with which all columns stand side by side, but not fewer than look well."""
        room = self.viewport().width() - self.theme.px(4)
        for rows in range(min(_ROWS, len(shown)), len(shown)):
            columns = [shown[start : start + rows] for start in range(0, len(shown), rows)]
            if sum(self._width(column) for column in columns) <= room:
                return rows
        return len(shown)

    def _width(self, names: list[str]) -> int:
        """The least width of a column of fields, with the space beside it."""
        labels = max(self._labels[name].sizeHint().width() for name in names)
        fields = max(self._least(self.fields[name]) for name in names)
        return labels + max(fields, self.theme.px(_FIELD)) + 2 * self._grid.horizontalSpacing()

    def _least(self, field: QWidget) -> int:
        """What a field needs, for what 0 stands for as well."""
        words = field.placeholderText() if isinstance(field, EntryField) else ""
        wanted = field.fontMetrics().horizontalAdvance(words) + self.theme.px(_ROUND_WORDS) if words else 0
        return max(field.minimumSizeHint().width(), wanted)

    # -- changes -------------------------------------------------------------------------------------------------------

    def _type(self, field: EntryField, attribute: Attribute, text: str) -> None:
        try:
            if attribute.name in self._zeros and not text.strip():
                text = "0"
            value = self._ids(text) if attribute is _ORDER else attribute.read(text)
            self.session.do(self._edit(attribute.name, value), self._label(attribute), gesture=self._gesture)
        except GradcanvasError as error:
            field.mark(wrong=True)
            self.wrong.emit(localize(error.sentence))
        else:
            field.mark(wrong=False)
            self.wrong.emit("")

    def _change(self, attribute: Attribute, value: Any) -> None:
        self.session.attempt(self._edit(attribute.name, value), self._label(attribute))

    def _edit(self, name: str, value: Any) -> edits.Edit:
        training = self._training
        if optimizers.by_key(training.optimizer).attribute(name) is not None:
            return edits.SetTraining(training.with_changes(settings={**dict(training.settings), name: value}))
        return edits.SetTraining(training.with_changes(**{name: value}))

    def _label(self, attribute: Attribute) -> str:
        return tr("Change {name}", name=self._captions[attribute.name][0])

    def _ids(self, text: str) -> tuple[str, ...]:
        graph = self.session.document.graph
        by_name = {node.name: node.id for node in graph.nodes if node.kind == "parameter"}
        names = [name.strip() for name in text.split(",") if name.strip()]
        unknown = next((name for name in names if name not in by_name), None)
        if unknown is not None:
            raise Refused(say("there is no parameter “{name}”", name=unknown))
        return tuple(by_name[name] for name in names)

    def _finish(self, field: EntryField) -> None:
        """The next entry is a step of its own; what could not be applied gives way to what holds."""
        self._gesture = object()
        if field.hasFocus():
            return
        if field.property("wrong"):
            field.mark(wrong=False)
            self.wrong.emit("")
        self.show_now()
