"""Arranges canvas, panels, menus and toolbar; the rooms meet here and in the app, nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

import numpy as np
from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QMainWindow, QSizePolicy, QTabWidget, QWidget

from .actions import Actions, Context
from .actions import file as file_actions
from .actions.command_palette import CommandPalette
from .announcer import Announcer
from .canvas.gestures.drop_node import DropNode
from .canvas.offers import Formula
from .canvas.scene import Hit
from .canvas_area import CanvasArea
from .dock_tabs import DockTabs
from .i18n import LANGUAGES, tr
from .notices import DiskNotices, MishapNotices, RecoveryNotices
from .panel_dock import PanelDock
from .panels import Panel, panels
from .panels.derivatives import DerivativesPanel
from .panels.inspector import Inspector
from .panels.palette import Palette
from .presentation import Presentation
from .session import Session
from .settings import Settings
from .theme import Theme
from .why import WhyCard
from .widgets.fitting_bar import FittingBar
from .widgets.segments import Segments

if TYPE_CHECKING:
    from .panels.lesson import LessonPanel

_SIDES = {
    "left": Qt.DockWidgetArea.LeftDockWidgetArea,
    "right": Qt.DockWidgetArea.RightDockWidgetArea,
    "bottom": Qt.DockWidgetArea.BottomDockWidgetArea,
}
_Kind = TypeVar("_Kind", bound=QWidget)


class MainWindow(QMainWindow):
    asked_language = Signal(str)
    asked_scale = Signal(int)  # percent

    def __init__(self, session: Session, settings: Settings, theme: Theme, language: str = "en") -> None:
        super().__init__()
        self.session, self.settings, self.theme, self.language = session, settings, theme, language
        self.area = CanvasArea(session, settings, theme)
        self.setCentralWidget(self.area)
        self.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        self.docks: dict[str, PanelDock] = {}
        self.setCorner(Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea)
        self.setCorner(Qt.Corner.BottomRightCorner, Qt.DockWidgetArea.RightDockWidgetArea)
        for panel in panels():
            self._dock(panel)
        self._below = [self.docks[panel.name] for panel in panels() if panel.side == "bottom" and panel.shown]
        self._opened_below = False  # whether they are there because there is something to train, not by hand
        self.library = self.area.library
        self.palette_panel, self.inspector = self.panel(Palette), self.panel(Inspector)
        self.palette_panel.stock(self.library)
        self.derivatives = self.panel(DerivativesPanel)
        self.context = Context(session, settings, theme, self.area.view, self.area.bar, self.area.find_bar, self)
        self.notices = [kind(self.context, self.area.notices) for kind in (MishapNotices, RecoveryNotices, DiskNotices)]
        self.presentation = Presentation(self)
        self.announcer = Announcer(session, self.area.narration, self)
        self.actions_made = Actions(self.context)
        for name in ("training", "data"):
            self.docks[name].made.connect(lambda panel: panel.equip(self.actions_made.made))
        self._build_bars()
        self.commands = CommandPalette(self.area, self.menuBar(), settings, theme)
        self.why = WhyCard(session, theme, self)
        self._join()
        self.resize(self.screen().availableSize().boundedTo(QSize(1440, 900)))
        self.share_out()
        self.restoreGeometry(settings.geometry)
        self.restoreState(settings.docks)
        self.dock_tabs = DockTabs(self, self.docks, self.theme.px(14))
        self._offer_training()
        self._retitle()
        self._count()
        self.area.view.setFocus()

    def panel(self, kind: type[_Kind]) -> _Kind:
        """The panel of a kind, made if nobody has seen it yet."""
        return cast(_Kind, next(dock for dock in self.docks.values() if dock.panel.is_a(kind)).content)

    def open_panel(self, name: str) -> QWidget:
        """Brings a panel to the front; what is in it. Those of training come together."""
        for dock in self._below if self.docks[name] in self._below and self.docks[name].isHidden() else []:
            dock.show()
        self.docks[name].show()
        self.docks[name].raise_()
        return self.docks[name].content

    def _dock(self, panel: Panel) -> None:
        dock = self.docks[panel.name] = PanelDock(panel, self.session, self.theme, self)
        self.addDockWidget(_SIDES[panel.side], dock)
        if panel.beside:
            self.tabifyDockWidget(self.docks[panel.beside], dock)
            self.docks[panel.beside].raise_()
        dock.setVisible(panel.shown and panel.side != "bottom")
        dock.toggleViewAction().triggered.connect(dock.raise_)
        dock.left.connect(self.area.view.setFocus)  # else keys would change what nobody sees
        if panel.early:
            dock.make()

    def share_out(self) -> None:
        """Gives the panels their share of the window, and the canvas the rest."""
        left = min(self.theme.px(210), self.width() * 17 // 100)
        right = min(self.theme.px(440), self.width() * 30 // 100)
        self.resizeDocks([self.docks["palette"], self.docks["inspector"]], [left, right], Qt.Orientation.Horizontal)
        self.resizeDocks([self.docks["inspector"], self.docks["derivatives"]], [520, 330], Qt.Orientation.Vertical)
        self.resizeDocks([self.docks["training"]], [self.height() * 29 // 100], Qt.Orientation.Vertical)

    def _offer_training(self) -> None:
        """What belongs to training comes with a document that has a set-up for it, and goes with it."""
        wanted = self.session.document.training is not None
        if wanted and not self.docks["training"].isVisibleTo(self):
            self._opened_below = True
            for dock in self._below:
                dock.show()
            self.docks["training"].raise_()
            self.resizeDocks([self.docks["training"]], [self.height() * 29 // 100], Qt.Orientation.Vertical)
        elif not wanted and self._opened_below:
            self._opened_below = False
            for dock in self._below:
                dock.hide()
        else:
            return
        QTimer.singleShot(0, self.area.show_all)  # once the canvas has the size that is left to it

    def _build_bars(self) -> None:
        panels = [dock.toggleViewAction() for dock in self.docks.values()]
        self.actions_made.fill_menu_bar(self.menuBar(), panels)
        bar = FittingBar(tr("Toolbar"))
        bar.setObjectName("toolbar")
        bar.setIconSize(QSize(self.theme.px(22), self.theme.px(22)))
        bar.setMovable(False)
        self.actions_made.fill_toolbar(bar)
        space = QWidget()
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(space)
        made = self.actions_made.made
        bar.addWidget(Segments("mode", tr("Mode"), [made["run.reverse_mode"], made["run.forward_mode"]]))
        bar.addWidget(Segments("language", tr("Language"), [made[f"view.language_{code}"] for code in LANGUAGES]))
        self.addToolBar(bar)
        self.toolbar = bar
        self.counted = QLabel()
        self.saved = QLabel()
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addWidget(self.counted)
        self.statusBar().addPermanentWidget(self.saved)

    def _join(self) -> None:
        drop = self.drop = DropNode(self.area.view, self.area.adder)
        self.palette_panel.dragging.connect(drop.hover)
        self.palette_panel.dropped.connect(drop.drop)
        self.palette_panel.left.connect(drop.leave)
        self.palette_panel.chosen.connect(drop.create)
        self.area.view.asked_menu.connect(self._open_menu)
        page = self.area.start_page
        page.chosen_formula.connect(self._begin_with)
        page.chosen_example.connect(lambda example: file_actions.open_example(self.context, example))
        page.asked_lessons.connect(lambda: self.open_panel("lessons"))
        self.docks["lessons"].made.connect(self._hear_lessons)
        page.chosen_file.connect(lambda path: file_actions.open_path(self.context, path))
        self.session.replaced.connect(self._offer_training)
        for signal in (self.session.changed, self.session.replaced, self.session.located):
            signal.connect(self._retitle)
            signal.connect(self._count)

    def _hear_lessons(self, panel: LessonPanel) -> None:
        panel.chosen.connect(lambda lesson: file_actions.begin_lesson(self.context, lesson))

    def _begin_with(self, formula: str) -> None:
        if self.area.adder.add(Formula(formula), self.area.view.middle()):
            self.area.start_page.formula.clear()
            self.area.show_all()

    def _open_menu(self, hit: Hit, at: QPoint) -> None:
        menu = self.actions_made.menu_on(hit, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def _retitle(self) -> None:
        name = self.session.path.name if self.session.path else tr(self.session.document.title) or tr("Untitled")
        self.setWindowTitle(f"{name}[*] – Gradcanvas")
        self.setWindowModified(self.session.dirty)
        self.saved.setText(tr("not saved") if self.session.dirty else tr("saved") if self.session.path else "")

    def _count(self) -> None:
        graph, problems = self.session.document.graph, self.session.results.problems
        dtypes = {str(node.value.dtype) for node in graph.nodes if isinstance(node.value, np.ndarray)}
        numbers = ", ".join(sorted(dtypes or {"float64"}))
        text = tr(
            "{nodes} nodes · {edges} wires · {numbers}", nodes=len(graph), edges=graph.edge_count, numbers=numbers
        )
        self.counted.setText(f"{text} · {tr('{n} to mend', n=len(problems))}" if problems else text)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._opened_below:  # a tab can't be raised before it is there
            self.docks["training"].raise_()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Panels keep their width while there is room for the canvas, and give way when there is not."""
        super().resizeEvent(event)
        if self.presentation.on:
            return
        wanted = self.docks["palette"].width() + self.docks["inspector"].width()
        if wanted > self.width() * 47 // 100:
            self.share_out()

    def closeEvent(self, event: QCloseEvent) -> None:
        if file_actions.safe_to_leave(self.context):
            self.remember()
            self.session.journal.forget()
            event.accept()
        else:
            event.ignore()

    def remember(self) -> None:
        """Keeps size, place and docks for the next start."""
        self.presentation.leave()
        self.settings.geometry = self.saveGeometry()
        self.settings.docks = self.saveState()
