"""The data panel: what each data column holds, as a table and a picture; files, pasted tables and drawn points."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from pathlib import Path
from typing import Any

from PySide6.QtGui import QAction, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QScrollArea,
    QTableView,
    QVBoxLayout,
)

from graph_engine.datasets import DataSet
from graph_engine.document import Edit, touched
from graph_engine.errors import FileProblem, ValueMismatch
from graph_engine.graph import Node, data_of

from ...i18n import localize, tr
from ...session import Session, own_data
from ...theme import Theme, ui_font
from ...widgets.flow import Flow
from ...widgets.label import show_text
from ..live import LivePanel
from ..settings_form import SettingsForm
from .drawing import Drawing
from .plot import DataPlot, Drawn
from .table import DataTable

_WIDE = 600  # pixels from which on there is room for a picture
_LOOKED_AT = 30  # rows that decide how wide columns are
_FILTER = "CSV, TSV, NPZ, IDX (*.csv *.tsv *.txt *.npz *ubyte *ubyte.gz *.idx *.gz);;* (*)"


class DataPanel(LivePanel):
    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self.session, self.theme = session, theme
        self.id: str | None = None  # the column that is looked at
        self.columns = QComboBox()
        self.about = QLabel()
        self.form = SettingsForm(session, meaning=self.about)
        self.model, self.table = DataTable(), QTableView()
        self.plot = DataPlot(theme)
        self.drawing = Drawing(self.plot)
        self.message = QLabel()
        self.file, self.paste = QPushButton(tr("File …")), QPushButton(tr("Paste"))
        self.draw, self.again = QPushButton(tr("Draw points")), QPushButton(tr("Read again"))
        self.add = QPushButton(tr("Put a data set on the canvas"))
        self._save_as: QAction | None = None
        self._known: tuple[object, DataSet | None, str] = (None, None, "")
        self._lay_out()
        self._join()

    def equip(self, actions: Mapping[str, QAction]) -> None:
        self._save_as = actions["file.save_as"]

    def show_now(self) -> None:
        columns = own_data.columns(self.session.document)
        if self.id not in {node.id for node in columns}:
            self.id = columns[0].id if columns else None
        self.columns.clear()
        for node in columns:
            self.columns.addItem(tr("{name}: {column}", name=node.name, column=_column(node)), node.id)
        self.columns.setCurrentIndex(self.columns.findData(self.id))
        self.form.show_node(self.id)
        data, wrong = self._data()
        self.model.show_data(data)
        self.plot.show_data(data)
        said = f'<span style="color:{self.theme.tokens.error}">{escape(wrong)}</span>'
        show_text(self.message, said if wrong else "")
        self.message.setVisible(bool(wrong))
        for part in (self.columns, self.file, self.paste, self.draw):
            part.setVisible(self.id is not None)
        self.again.setVisible(self.id is not None and self.session.document.graph.node(self.id).is_from_file)
        self.add.setVisible(self.id is None)
        self.table.setVisible(data is not None and not self.drawing.on)
        self._show_picture()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow, the picture of the data gives way to their numbers."""
        super().resizeEvent(event)
        self._show_picture()

    # -- inside --------------------------------------------------------------------------------------------------------

    def _show_picture(self) -> None:
        roomy = self.width() >= self.theme.px(_WIDE)
        self.plot.setVisible(self.drawing.on or (roomy and self.model.data_set is not None))

    def _lay_out(self) -> None:
        px = self.theme.px
        whole = QVBoxLayout(self)
        whole.setContentsMargins(px(14), px(8), px(14), px(10))
        whole.setSpacing(px(6))
        top, row = Flow(px(8)), QHBoxLayout()
        self.columns.setAccessibleName(tr("Data column"))
        self.columns.setMinimumContentsLength(12)
        for part in (self.columns, self.file, self.paste, self.draw, self.again, self.add):
            top.addWidget(part)
        self.message.setWordWrap(True)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(self.form)
        area.setMinimumWidth(px(200))
        self.table.setModel(self.model)
        self.table.setAccessibleName(tr("Rows of the data set"))
        self.table.verticalHeader().setDefaultSectionSize(px(24))
        header = self.table.horizontalHeader()
        for view in (self.table, header, self.table.verticalHeader()):
            view.setFont(ui_font(px(12)))
        header.setMinimumSectionSize(px(56))
        header.setResizeContentsPrecision(_LOOKED_AT)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        self.table.verticalHeader().setMinimumWidth(px(30))
        row.setSpacing(px(12))
        row.addWidget(area, 3)
        row.addWidget(self.drawing)
        row.addWidget(self.table, 4)
        row.addWidget(self.plot, 4)
        whole.addLayout(top)
        whole.addWidget(self.about)
        whole.addWidget(self.message)
        whole.addLayout(row, 1)
        self.file.setToolTip(tr("CSV, NPZ or IDX; a file from elsewhere is copied beside the document"))
        self.paste.setToolTip(tr("A table from the clipboard; it becomes a CSV file beside the document"))
        self.draw.setToolTip(tr("Points of two inputs and a class, by the mouse; they become a CSV file"))
        self.again.setToolTip(tr("Takes the file as it is now"))

    def _join(self) -> None:
        self.columns.activated.connect(self._choose)
        self.file.clicked.connect(lambda: self._with_folder(self._choose_file))
        self.paste.clicked.connect(lambda: self._with_folder(self._paste))
        self.draw.clicked.connect(self._begin_drawing)
        self.again.clicked.connect(self._read_again)
        self.add.clicked.connect(self._add)
        self.drawing.finished.connect(self._use)
        self.session.changed.connect(self._follow)
        for signal in (self.session.replaced, self.session.located, self.theme.changed):
            signal.connect(self.renew)
        self.session.selection.changed.connect(self._follow_selection)

    def _follow(self, edit: Edit) -> None:
        concerned = touched(edit)
        if concerned.structure or concerned.words:
            self.renew()

    def _follow_selection(self) -> None:
        node = self.session.selection.only_node
        if node is not None and node != self.id and self.session.document.graph.node(node).kind == "data":
            self.id = node
            self.renew()

    def _choose(self) -> None:
        self.id = self.columns.currentData()
        self.renew()

    def _data(self) -> tuple[DataSet | None, str]:
        """The data set, made anew only when it may be another; or why there is none."""
        if self.id is None:
            return None, ""
        graph = self.session.document.graph
        node = graph.node(self.id)
        shown = {name: value for name, value in node.attributes.items() if name not in ("place", "batch", "column")}
        key = (tuple(shown.items()), graph.folder, id(node) if node.is_from_file else None)
        if key != self._known[0]:
            try:
                self._known = key, data_of(node.attributes, graph.folder), ""
            except ValueMismatch as error:
                self._known = key, None, localize(error.sentence)
        return self._known[1], self._known[2]

    # -- data of one's own ---------------------------------------------------------------------------------------------

    def _with_folder(self, then: Callable[[Path], None]) -> None:
        """Files lie beside the document, so it has to have a place first."""
        if self.session.path is None and self._save_as is not None:
            self.session.say(tr("Save the document first: its data files lie beside it."), "warning")
            self._save_as.trigger()
        if self.session.path is not None:
            try:
                then(self.session.path.parent)
            except FileProblem as error:
                self.session.say(error.sentence)

    def _read_again(self) -> None:
        self.session.look_again()
        self.renew()

    def _choose_file(self, folder: Path) -> None:
        name, _ = QFileDialog.getOpenFileName(self, tr("Data file"), str(folder), _FILTER)
        if name:
            self._point_at(own_data.beside(Path(name), folder))

    def _paste(self, folder: Path) -> None:
        text = QGuiApplication.clipboard().text()
        found = own_data.table_in(text)
        if found is None:
            self.session.say(tr("The clipboard holds no table: copy rows and columns of a spreadsheet or CSV text."))
            return
        self._point_at(own_data.write_text(folder, "table", text.strip() + "\n"), **found)

    def _begin_drawing(self) -> None:
        self.drawing.begin()
        self.renew()

    def _use(self, points: list[Drawn]) -> None:
        if points:
            self._with_folder(lambda folder: self._keep(folder, points))
        self.renew()

    def _keep(self, folder: Path, points: list[Drawn]) -> None:
        name = own_data.write_points(folder, ("x", "y", "class"), points)
        self._point_at(name, delimiter="comma", answers="classes")

    def _point_at(self, name: str, **choice: Any) -> None:
        if self.id is not None:
            edit = own_data.point_at(self.session.document, self.id, file=name, **choice)
            self.session.attempt(edit, tr("Data from {file}", file=name))

    def _add(self) -> None:
        document = self.session.document
        left = min((x for x, _ in document.positions.values()), default=0.0)
        top = min((y for _, y in document.positions.values()), default=0.0)
        edit, ids = own_data.new_columns(document, (left - 200.0, top))
        if self.session.attempt(edit, tr("Put a data set on the canvas")):
            self.session.selection.set(ids)


def _column(node: Node) -> str:
    return tr("inputs") if node.attributes["column"] == "inputs" else tr("targets")
