"""One dialog for all exports: choose a form, see what it will be, save or copy it. What is refused is said in it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QSize, Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication, QImage, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from graph_engine.errors import ExportError, GradcanvasError
from graph_engine.replace_file import replace_file
from graph_engine.sentence import say

from ...canvas.figures import image_of
from ...i18n import localize, tr
from ...session import files
from ..declare import Context
from ..names import file_name
from .forms import Form, figure_data, forms, sheet_of
from .options import Options

_LINES = 400  # of a text that is shown before it is written
_WIDE, _TALL = 900, 600


class ExportDialog(QDialog):
    def __init__(self, context: Context) -> None:
        super().__init__(context.window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Export"))
        self._context, self._forms = context, forms()
        self.list = QListWidget()
        self.list.setObjectName("forms")
        self.list.setAccessibleName(tr("Form"))
        for form in self._forms:
            item = QListWidgetItem(form.label)
            item.setToolTip(f"{form.about} (*{form.suffix})")
            item.setSizeHint(QSize(0, context.theme.px(32)))
            self.list.addItem(item)
        self.about = QLabel()
        self.about.setWordWrap(True)
        self.options = Options(bool(context.session.selection.nodes))
        self.options.changed.connect(self._show)
        self.picture, self.text, self.refusal = QLabel(), QPlainTextEdit(), QLabel()
        self.preview = QStackedWidget()
        self.save = QPushButton(tr("Save as …"))
        self.copy = QPushButton(tr("Copy"))
        self._lay_out()
        self.list.currentRowChanged.connect(self._show)
        self.save.clicked.connect(self._save)
        self.copy.clicked.connect(self._copy)
        room = context.window.size()
        px = context.theme.px
        self.resize(min(px(_WIDE), room.width() - 60), min(px(_TALL), room.height() - 60))
        self.list.setCurrentRow(0)

    @property
    def form(self) -> Form:
        return self._forms[max(0, self.list.currentRow())]

    def choose(self, key: str) -> None:
        """Goes to the form called `key`."""
        self.list.setCurrentRow(next(row for row, form in enumerate(self._forms) if form.key == key))

    # -- inside --------------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        px = self._context.theme.px
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setObjectName("card")
        self.picture.setMinimumSize(QSize(px(260), px(160)))
        self.text.setReadOnly(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setAccessibleName(tr("What will be written"))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.refusal.setWordWrap(True)
        self.refusal.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.refusal.setStyleSheet(f"color: {self._context.theme.tokens.error}")
        for page in (self.picture, self.text, self.refusal):
            self.preview.addWidget(page)
        self.list.setFixedWidth(px(220))
        close = QPushButton(tr("Close"))
        close.clicked.connect(self.reject)
        self.save.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self.copy, self.save, close):
            buttons.addWidget(button)
        right = QVBoxLayout()
        right.setSpacing(px(10))
        for part in (self.about, self.options, self.preview):
            right.addWidget(part, 1 if part is self.preview else 0)
        right.addLayout(buttons)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(px(14), px(14), px(14), px(14))
        layout.setSpacing(px(14))
        layout.addWidget(self.list)
        layout.addLayout(right, 1)

    def _show(self) -> None:
        """Makes it, and shows it or why it can't be."""
        form = self.form
        self.about.setText(form.about)
        self.options.offer(figure=form.figure, pixels=form.suffix == ".png")
        try:
            page = self._show_figure() if form.figure else self._show_text(form)
        except GradcanvasError as error:
            self._refuse(error)
            return
        self.preview.setCurrentWidget(page)
        self._allow(True)

    def _show_figure(self) -> QWidget:
        order = self.options.order
        sheet = sheet_of(self._context, order)
        try:
            image = image_of(sheet, order if self.form.suffix == ".png" else self.options.plain)
        finally:
            sheet.close()
        ratio = self.devicePixelRatioF()
        shown = QPixmap.fromImage(_within(image, self.preview.size() * ratio * 0.97))
        shown.setDevicePixelRatio(ratio)
        self.picture.setPixmap(shown)
        self.picture.setAccessibleName(tr("{width} × {height} pixels", width=image.width(), height=image.height()))
        self.picture.setToolTip(self.picture.accessibleName())
        return self.picture

    def _show_text(self, form: Form) -> QWidget:
        data = form.data(self._context, self.options.order)
        if not form.text:
            self.text.setPlainText(tr("{n} bytes, for programs to read", n=len(data)))
            return self.text
        lines = data.decode("utf-8", "replace").splitlines()
        more = [f"… {tr('{n} lines more', n=len(lines) - _LINES)}"] if len(lines) > _LINES else []
        self.text.setPlainText("\n".join([line[:300] for line in lines[:_LINES]] + more))
        return self.text

    def _refuse(self, error: GradcanvasError) -> None:
        self.refusal.setText(str(localize(error.sentence)))
        self.preview.setCurrentWidget(self.refusal)
        self._allow(False)

    def _allow(self, possible: bool) -> None:
        self.save.setEnabled(possible)
        self.copy.setEnabled(possible and (self.form.text or self.form.figure))

    def _save(self) -> None:
        context, form = self._context, self.form
        name, _ = QFileDialog.getSaveFileName(self, tr("Export"), self._start(), f"{form.label} (*{form.suffix})")
        if not name:
            return
        path = Path(name if Path(name).suffix else f"{name}{form.suffix}")
        try:
            if path.resolve() == context.session.path:
                raise ExportError(say("{path} is the graph itself; give the export another name", path=path.name))
            replace_file(path, form.data(context, self.options.order))
        except GradcanvasError as error:
            self._refuse(error)
            return
        context.session.say(tr("Exported {name}", name=path.name), "good")
        self.accept()

    def _start(self) -> str:
        """Beside the document, under its name."""
        session, suffix = self._context.session, self.form.suffix
        if session.path is not None:
            suffix = f".export{suffix}" if suffix == session.path.suffix else suffix
            name = f"{session.path.stem}{suffix}"
        else:
            name = f"{file_name(session.document.title)}{suffix}"
        return str(files.folder_for(session, self._context.settings.folder) / name)

    def _copy(self) -> None:
        context, order = self._context, self.options.order
        try:
            copied = figure_data(context, order) if self.form.figure else QMimeData()
            if not self.form.figure:
                copied.setText(self.form.data(context, order).decode("utf-8", "replace"))
        except GradcanvasError as error:
            self._refuse(error)
            return
        QGuiApplication.clipboard().setMimeData(copied)
        context.session.say(tr("Copied: {what}", what=self.form.label), "good")


def _within(image: QImage, room: QSize) -> QImage:
    """Smaller where it would not fit."""
    if image.width() <= room.width() and image.height() <= room.height():
        return image
    modes = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    return image.scaled(room, *modes)
