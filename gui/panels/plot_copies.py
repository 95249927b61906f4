"""Plots for elsewhere: a right click copies one as a picture, or saves it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QMenu, QWidget

from ..i18n import tr
from ..plots.picture import as_png, as_svg
from ..session import Session
from .copies import Copies


class PlotCopies(Copies):
    """`widget` holds plots of pyqtgraph, `plots`."""

    def __init__(self, widget: QWidget, session: Session, plots: list[Any]) -> None:
        super().__init__(widget, session)
        self.plots = plots

    def fill(self, menu: QMenu) -> None:
        menu.addAction(tr("Copy plot"), self._copy)
        menu.addAction(tr("Save plot …"), self._save_plot)

    def _copy(self) -> None:
        data = QMimeData()
        data.setImageData(QImage.fromData(as_png(self.plots)))
        data.setData("image/svg+xml", as_svg(self.plots))
        QGuiApplication.clipboard().setMimeData(data)
        self.session.say(tr("Copied as a picture"), "good")

    def _save_plot(self) -> None:
        drawn = {".svg": lambda: as_svg(self.plots), ".png": lambda: as_png(self.plots)}
        self.save(tr("Pictures (*.png *.svg)"), drawn)
