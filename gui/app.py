"""Builds the objects and joins them: application, theme, session, window."""

from __future__ import annotations

import argparse
import gc
import sys
import traceback
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEvent, QObject, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from .canvas import accessible_view
from .i18n import LANGUAGES, localize, system_language, use_language
from .logbook import keep_log_in, log
from .main_window import MainWindow
from .screenshot import take
from .session import Session, files
from .settings import Settings
from .theme import Theme, app_icon

LARGEST = 10_000  # pixels a picture may be wide or tall


class App(QObject):
    """One running program: a session and the window that shows it, made anew when the language changes."""

    def __init__(
        self, qt: QApplication, settings: Settings, *, theme: str | None = None, language: str | None = None
    ) -> None:
        super().__init__(qt)
        self.qt, self.settings = qt, settings
        self.theme = Theme(qt, theme or settings.theme, settings.ui_scale / 100)
        chosen = language or settings.language
        self.language = chosen if chosen in LANGUAGES else system_language()
        use_language(qt, self.language)
        self.session = Session()
        accessible_view.install()
        self.session.on_disk.keep_in(settings.state / "open")
        self.session.journal.keep_in(settings.state / "journals")
        self.window = self._make_window()

    def speak(self, language: str) -> None:
        """Switches the language while everything stays as it is."""
        if language == self.language:
            return
        self.settings.language = self.language = language
        use_language(self.qt, language)
        self.session.relabel(localize)
        self._renew_window()

    def resize_type(self, percent: int) -> None:
        """Makes type and controls larger or smaller, at once."""
        if percent == self.settings.ui_scale:
            return
        self.window.presentation.leave()
        self.settings.ui_scale = percent
        self.theme.set_scale(percent / 100)
        self._renew_window()

    def _renew_window(self) -> None:
        old = self.window
        old.remember()
        self.window = self._make_window()
        self.window.show()
        old.hide()
        old.deleteLater()

    def open(self, path: Path) -> bool:
        opened = files.open_file(self.session, path)
        if opened:
            self.settings.remember(path.resolve())
        return opened

    def offer_what_was_left(self) -> None:
        """Offers to recover what a crash left."""
        self.session.recovery.look(self.settings.state / "journals")

    def close(self) -> None:
        """Takes everything apart, the window before what it shows."""
        self.window.area.bar.player.pause()
        self.session.runs.close()
        self.window.hide()  # what works in the background for a panel that is seen, stops
        for keeper in (self.session.journal, self.session.on_disk, self.session.recovery):
            keeper.let_go()
        if self.qt.platformName() == "offscreen":  # its clipboard outlives Python, and would call what we put there
            self.qt.clipboard().clear()
        for part in (self.window, self.session, self.theme, self):
            part.deleteLater()
            self.qt.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """The last resort: an unexpected error goes to the log, and the person is told without a traceback."""
        log.error("unexpected error", exc_info=(kind, error, trace))
        told = "".join(traceback.format_exception(kind, error, trace))
        self.session.mishap.meet(kind.__name__, told)

    def _make_window(self) -> MainWindow:
        window = MainWindow(self.session, self.settings, self.theme, self.language)
        window.asked_language.connect(self.speak)
        window.asked_scale.connect(self.resize_type)
        return window


def arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="gradcanvas", description="Opens the editor.")
    parser.add_argument("file", nargs="?", metavar="FILE")
    parser.add_argument(
        "--screenshot", metavar="OUT.png", help="write a picture of the window and leave; needs no display"
    )
    parser.add_argument("--reset-settings", action="store_true", help="forget theme, language, panels, recent files")
    parser.add_argument("--theme", choices=("system", "light", "dark"), help="instead of the one that is set")
    parser.add_argument("--language", choices=tuple(LANGUAGES), help="instead of the one that is set")
    parser.add_argument("--size", type=_size, default="1440x900", metavar="WxH", help="the size of the picture")
    return parser


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    if not all(part.isdecimal() and 0 < int(part) <= LARGEST for part in (width, height)):
        raise argparse.ArgumentTypeError(f"“{text}” is not a size such as 1440x900")
    return int(width), int(height)


def spare_the_collector() -> None:
    """What stands after the start stays: walking through all of it took the garbage collector 50 ms at a time."""
    gc.freeze()
    gc.enable()


def launch(given: Sequence[str]) -> int:
    """Opens the window (or takes its picture) and runs until it closes."""
    chosen = arguments().parse_args(given)
    gc.disable()  # until the window stands
    qt = QApplication(["gradcanvas"])
    qt.setApplicationName("Gradcanvas")
    qt.setOrganizationName("Gradcanvas")
    qt.setDesktopFileName("gradcanvas")
    qt.setWindowIcon(app_icon())
    settings = Settings()
    if chosen.reset_settings:
        settings.reset()
    keep_log_in(settings.state)
    qInstallMessageHandler(_hear_qt)
    if chosen.screenshot:
        spare_the_collector()
        return take(partial(App, qt), chosen)
    app = App(qt, settings, theme=chosen.theme, language=chosen.language)
    sys.excepthook = app.report
    if chosen.file:
        app.open(Path(chosen.file))
    app.window.show()
    QTimer.singleShot(0, app.offer_what_was_left)
    spare_the_collector()
    code = qt.exec()
    sys.excepthook = sys.__excepthook__
    app.close()
    return code


def _hear_qt(_kind: QtMsgType, _context: object, message: str) -> None:
    """Qt's own remarks go to the log, not to the terminal."""
    log.info("Qt: %s", message)
