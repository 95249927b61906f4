"""One QAction for each declared action, kept enabled and checked as the session changes; menus from them."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar, QToolButton, QWidget

from graph_engine.document import Edit, touched
from graph_engine.errors import GradcanvasError

from ..canvas.scene import Hit
from ..i18n import tr
from ..session.selection import Selection
from ..theme import icon
from . import (
    bookmarks,
    edit,
    export,
    file,
    groups,
    help,
    highlight,
    layout,
    modes,
    nodes,
    notes,
    practice,
    run,
    training,
    values,
    view,
)
from .declare import Action, Context

_REST = 100  # milliseconds

MENUS = {
    "file": (
        "file.new", "file.new_window", "file.open", "recent", "examples", "",
        "file.save", "file.save_as", "file.export", "", "file.quit",
    ),
    "edit": (
        "edit.undo", "edit.redo", "", "edit.cut", "edit.copy", "edit.copy_figure", "edit.paste", "edit.duplicate",
        "edit.delete",
        "edit.delete_and_join", "", "edit.select_all", "",
        "edit.find", "edit.find_next", "edit.find_previous",
    ),
    "node": (
        "edit.add", "edit.add_at_port", "edit.insert", "", "edit.in_place", "edit.target", "edit.reseed",
        "node.parameters", "node.refit", "", "edit.wire", "edit.disconnect", "edit.go_to_source", "edit.go_to_target",
        "", "note.add", "note.frame_selection", "note_colour",
    ),
    "group": (
        "group.make", "group.ungroup", "group.collapse", "group.enter", "group.leave", "group.name_port",
        "group.trouble", "",
        "group.take_apart", "group.put_together", "group.compare", "", "group.keep",
    ),
    "view": (
        "view.zoom_in", "view.zoom_out", "view.actual_size", "view.frame_selection", "view.fit", "",
        "view.tidy", "align", "view.snap_to_grid", "", "highlight", "encodings", "bookmarks", "view.minimap", "",
        "view.present", "view.laser", "", "panels", "theme", "language", "scale", "view.reduced_motion",
    ),
    "run": (
        "run.reverse_mode", "run.forward_mode", "",
        "run.forward_pass", "run.backward_pass", "run.reset", "", "run.step_back", "run.step_forward", "run.play",
        "run.finish", "", "run.to_value", "run.to_gradient", "", "run.loop_from", "run.loop_to", "run.loop_clear", "",
        "practice.values", "practice.derivatives", "practice.repair", "practice.stop",
    ),
    "training": (
        "training.train", "training.step", "training.epoch", "", "training.stop", "training.rewind", "training.reseed",
    ),
    "help": (
        "help.lessons", "", "help.commands", "help.shortcuts", "", "help.copy_report", "help.log_folder", "help.about",
    ),
}  # fmt: skip
TOOLBAR = (
    "file.new",
    "file.open",
    "file.save",
    "",
    "edit.undo",
    "edit.redo",
    "",
    "view.tidy",
    "view.fit",
    "",
    "examples",
)
ON_NODE = (
    "edit.in_place",
    "edit.target",
    "edit.reseed",
    "node.parameters",
    "",
    "edit.cut",
    "edit.copy",
    "edit.duplicate",
    "edit.delete",
    "edit.delete_and_join",
    "",
    "edit.wire",
    "edit.disconnect",
    "",
    "group.make",
    "group.take_apart",
    "note.frame_selection",
    "view.tidy",
    "align",
    "highlight",
    "",
    "run.to_value",
    "run.to_gradient",
)
ON_GROUP = (
    "group.name_port",
    "edit.in_place",
    "group.enter",
    "group.trouble",
    "group.collapse",
    "group.ungroup",
    "",
    "group.put_together",
    "group.compare",
    "group.keep",
    "",
    "edit.cut",
    "edit.copy",
    "edit.duplicate",
    "edit.delete",
    "",
    "group.make",
    "view.tidy",
)
ON_EDGE = ("edit.insert", "edit.delete", "", "edit.go_to_source", "edit.go_to_target")
ON_PORT = ("edit.wire", "edit.add_at_port", "edit.disconnect", "", "edit.in_place", "edit.target")
ON_SELECTION = (
    "edit.cut",
    "edit.copy",
    "edit.duplicate",
    "edit.delete",
    "edit.delete_and_join",
    "edit.disconnect",
    "",
    "group.make",
    "note.frame_selection",
    "view.frame_selection",
    "view.tidy",
    "align",
    "highlight",
)
ON_NOTE = (
    "edit.in_place",
    "note_colour",
    "",
    "edit.cut",
    "edit.copy",
    "edit.duplicate",
    "edit.delete",
    "",
    "note.frame_selection",
)
ROOMS = (
    file, export, edit, nodes, values, groups, notes, view, bookmarks, layout, highlight, run, modes, practice,
    training, help,
)  # fmt: skip
ON_CANVAS = ("edit.add", "note.add", "edit.paste", "edit.select_all", "", "view.tidy", "view.fit")


def declared() -> dict[str, Action]:
    """All actions, by id."""
    return {action.id: action for room in ROOMS for action in room.actions()}


class Actions(QObject):
    def __init__(self, context: Context) -> None:
        super().__init__(context.window)
        self.context = context
        self.declared = declared()
        self.made: dict[str, QAction] = {id: self._make(action) for id, action in self.declared.items()}
        self._undoing: tuple[str, ...] = ()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_REST)
        self._later.timeout.connect(self.refresh)
        session = context.session
        session.changed.connect(self._follow)
        for signal in (
            session.replaced,
            session.selection.changed,
            session.playhead.moved,
            session.spotlight.changed,
            session.practice.changed,
            session.repair.changed,
            session.runs.changed,
        ):
            signal.connect(self.refresh)
        session.level.changed.connect(self.refresh)
        session.history.indexChanged.connect(self._follow_history)
        context.theme.changed.connect(self._redraw)
        self._redraw()
        self.refresh()

    def trigger(self, id: str) -> None:
        self.made[id].trigger()

    def refresh(self) -> None:
        for id, action in self.declared.items():
            possible = action.enabled(self.context)
            self.made[id].setEnabled(possible)
            if action.checked is not None:
                self.made[id].setChecked(action.checked(self.context))
            if action.title is not None:
                self.made[id].setText(action.title(self.context))
                self.made[id].setVisible(possible)
        history = self.context.session.history
        self.made["edit.undo"].setText(tr("Undo {what}", what=history.undoText()) if history.canUndo() else tr("Undo"))
        self.made["edit.redo"].setText(tr("Redo {what}", what=history.redoText()) if history.canRedo() else tr("Redo"))

    def fill_menu_bar(self, bar: QMenuBar, panels: list[QAction]) -> None:
        titles = {
            "file": tr("&File"),
            "edit": tr("&Edit"),
            "node": tr("&Node"),
            "group": tr("&Group"),
            "view": tr("&View"),
            "run": tr("&Run"),
            "training": tr("&Training"),
            "help": tr("&Help"),
        }
        for key, entries in MENUS.items():
            menu = bar.addMenu(titles[key])
            for entry in entries:
                self._add_entry(menu, entry, panels)

    def fill_toolbar(self, bar: QToolBar) -> None:
        for entry in TOOLBAR:
            if not entry:
                bar.addSeparator()
            elif entry == "examples":
                menu = self._examples(bar)
                button = bar.addAction(icon("book-open", self.context.theme.tokens), tr("Examples"))
                button.setMenu(menu)
                widget = bar.widgetForAction(button)
                if isinstance(widget, QToolButton):
                    widget.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
                self.examples_button = button
            else:
                bar.addAction(self.made[entry])

    def menu_on(self, hit: Hit, parent: QWidget) -> QMenu:
        """What can be done with what lies under the pointer, and with all that is selected together with it."""
        self.refresh()  # some depend on what was pointed at
        return self.context_menu(_entries_on(hit, self.context.session.selection), parent)

    def context_menu(self, entries: tuple[str, ...], parent: QWidget) -> QMenu:
        """Those of the entries that can be done now."""
        menu = QMenu(parent)
        menu.setSeparatorsCollapsible(True)
        for entry in entries:
            if entry not in self.made or self.made[entry].isEnabled():
                self._add_entry(menu, entry, [])
        return menu

    # -- inside --------------------------------------------------------------------------------------------------------

    def _follow(self, edit: Edit) -> None:
        """Other numbers and places make hardly anything possible or impossible: that can wait until the hand rests."""
        concerned = touched(edit)
        if concerned.structure or concerned.target or concerned.words or concerned.groups or concerned.notes:
            self.refresh()
        elif not self._later.isActive():
            self._later.start()

    def _follow_history(self) -> None:
        history = self.context.session.history
        undoing = history.undoText(), history.redoText(), str(history.canUndo()), str(history.canRedo())
        if undoing != self._undoing:
            self._undoing = undoing
            self.refresh()

    def _make(self, action: Action) -> QAction:
        made = QAction(action.text, self.context.window)
        made.setObjectName(action.id)
        made.setIconText(action.text.rstrip(" …"))  # the toolbar's word stays, whatever the menu says
        made.setShortcuts([QKeySequence(s) for s in action.shortcuts])
        keys = made.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        made.setToolTip(f"{action.tip or action.text}{f' ({keys})' if keys else ''}")
        made.setCheckable(action.checked is not None)
        made.triggered.connect(lambda: self._run(action))
        self.context.window.addAction(made)
        return made

    def _run(self, action: Action) -> None:
        try:
            action.run(self.context)
        except GradcanvasError as error:
            self.context.session.say(error.sentence)
        self.refresh()

    def _redraw(self) -> None:
        for id, action in self.declared.items():
            if action.icon:
                self.made[id].setIcon(icon(action.icon, self.context.theme.tokens))
        button = getattr(self, "examples_button", None)
        if button is not None:
            button.setIcon(icon("book-open", self.context.theme.tokens))
        self.refresh()

    def _add_entry(self, menu: QMenu, entry: str, panels: list[QAction]) -> None:
        match entry:
            case "":
                menu.addSeparator()
            case "recent":
                recent = menu.addMenu(tr("Recent files"))
                recent.aboutToShow.connect(lambda: self._fill_recent(recent))
                self._fill_recent(recent)
            case "examples":
                menu.addMenu(self._examples(menu))
            case "align":
                self._add_align(menu)
            case "highlight":
                sub = menu.addMenu(tr("Highlight"))
                sub.addActions([made for id, made in self.made.items() if id.startswith("highlight.")])
            case "encodings":
                sub = menu.addMenu(tr("Wires and nodes show"))
                sub.addActions([made for id, made in self.made.items() if id.startswith("view.wires_")])
                sub.addSeparator()
                sub.addActions([self.made["view.heat_maps"], self.made["view.pulses"]])
            case "bookmarks":
                places = menu.addMenu(tr("Bookmarks"))
                places.addActions([made for id, made in self.made.items() if id.startswith("view.bookmark_")])
                places.aboutToShow.connect(lambda: bookmarks.fill_menu(self.context, places))
            case "panels":
                sub = menu.addMenu(tr("Panels"))
                sub.addActions(panels)
            case "theme" | "language" | "note_colour" | "scale":
                titles = {
                    "theme": tr("Theme"),
                    "language": tr("Language"),
                    "note_colour": tr("Colour of the note"),
                    "scale": tr("Size of type and controls"),
                }
                start = "note.colour_" if entry == "note_colour" else f"view.{entry}_"
                sub = menu.addMenu(titles[entry])
                sub.addActions([made for id, made in self.made.items() if id.startswith(start)])
            case _:
                menu.addAction(self.made[entry])

    def _add_align(self, menu: QMenu) -> None:
        sub = menu.addMenu(tr("Align"))
        for start in ("layout.align_", "layout.distribute_"):
            sub.addActions([made for id, made in self.made.items() if id.startswith(start)])
            sub.addSeparator()

    def _fill_recent(self, menu: QMenu) -> None:
        menu.clear()
        for path in self.context.settings.recent():
            entry = menu.addAction(path.name)
            entry.setToolTip(str(path))
            entry.triggered.connect(lambda _=False, p=path: file.open_path(self.context, p))
        if menu.isEmpty():
            menu.addAction(tr("No file yet")).setEnabled(False)
        menu.setToolTipsVisible(True)

    def _examples(self, parent: QWidget) -> QMenu:
        menu = QMenu(tr("Examples"), parent)
        menu.setToolTipsVisible(True)
        for title, text, example in file.menu_of_examples(self.context):
            entry = menu.addAction(title)
            entry.setToolTip(text)
            entry.triggered.connect(lambda _=False, e=example: file.open_example(self.context, e))
        return menu


def _entries_on(hit: Hit, selection: Selection) -> tuple[str, ...]:
    if hit.group:
        return ON_GROUP
    if hit.kind in ("input", "output"):
        return ON_PORT
    if hit.note:
        return ON_NOTE
    if hit.edge:
        return ON_EDGE
    if hit.node:
        return ON_SELECTION if len(selection.nodes) > 1 else ON_NODE
    return ON_CANVAS
