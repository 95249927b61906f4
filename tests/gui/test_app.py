"""The program as a whole: language, theme, unexpected errors, taking everything apart."""

from __future__ import annotations

import gc
import logging
import os
import subprocess
import sys
import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt, Signal

from graph_engine.document import edits
from graph_engine.storage import example, to_bytes
from gui import app as app_module
from gui.app import App
from gui.settings import Settings
from tests.hand import CONTROL, Hand


def test_another_language_builds_the_window_anew_around_the_same_session(app, hand, apple_tax, tmp_path):
    apple_tax.saved_at(tmp_path / "mine.json")
    apple_tax.do(edits.SetValue(hand.id("tax"), 2.0), "Change value")
    apple_tax.selection.set([hand.id("tax")])
    apple_tax.playhead.go(2)
    before, old = to_bytes(apple_tax.document), app.window
    app.speak("zh_CN")
    app.qt.processEvents()
    window = app.window
    assert window is not old
    assert window.isVisible()
    assert app.session is apple_tax is window.session
    assert to_bytes(apple_tax.document) == before
    assert (apple_tax.history.count(), apple_tax.playhead.position) == (1, 2)
    assert apple_tax.selection.only_node == Hand(window).id("tax")
    assert window.windowTitle() == "mine.json[*] – Gradcanvas"
    assert window.isWindowModified()
    assert window.docks["inspector"].windowTitle() != "Inspector"
    assert app.settings.language == "zh_CN"
    Hand(window).key(Qt.Key.Key_Z, CONTROL)
    assert apple_tax.results.value(Hand(window).id("price")) == 220.00000000000003


def test_there_and_back_again(app, apple_tax):
    app.window.actions_made.trigger("view.language_zh_CN")
    chinese = app.window.actions_made.declared["file.new"].text
    app.window.actions_made.trigger("view.language_en")
    assert chinese != "New" == app.window.actions_made.declared["file.new"].text
    assert app.window.actions_made.made["view.language_en"].isChecked()


def test_the_same_language_changes_nothing(app):
    old = app.window
    app.speak("en")
    assert app.window is old


def test_the_old_window_is_gone_and_follows_nothing(app, apple_tax):
    old = weakref.ref(app.window.area.view.canvas)
    app.speak("zh_CN")
    app.qt.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    app.qt.processEvents()
    gc.collect()
    assert old() is None


def test_the_next_start_speaks_the_language_and_wears_the_theme_chosen_last(app, qapp):
    app.speak("zh_CN")
    app.window.actions_made.trigger("view.theme_dark")
    app.window.close()
    app.settings.store.sync()
    again = App(qapp, Settings(Path(app.settings.store.fileName())))
    assert (again.language, again.theme.choice) == ("zh_CN", "dark")
    assert again.window.height() == app.window.height()  # the width is clamped to the screen
    again.close()


def test_hidden_panels_stay_hidden_at_the_next_start(app, qapp):
    app.window.docks["derivatives"].close()
    app.window.close()
    again = App(qapp, app.settings, theme="light", language="en")
    again.window.show()
    assert not again.window.docks["derivatives"].isVisible()
    assert again.window.docks["inspector"].isVisible()
    again.close()


def test_opening_a_file_remembers_it(app, tmp_path):
    path = tmp_path / "mine.json"
    path.write_bytes(to_bytes(example("two_paths").open()))
    assert app.open(path)
    assert app.settings.recent() == [path]
    assert not app.open(tmp_path / "nothing.json")
    assert app.settings.recent() == [path]


def test_an_unexpected_error_is_logged_and_told_without_a_traceback(app, caplog):
    logging.getLogger("gradcanvas").propagate = True
    try:
        raise ZeroDivisionError("secret")
    except ZeroDivisionError:
        app.report(*sys.exc_info())
    (card,) = app.window.area.notices.cards
    assert "ZeroDivisionError" in card.text.text()
    assert "secret" not in card.text.text() + card.detail.text()
    assert "Traceback" in caplog.text


@pytest.mark.parametrize("size", ["big", "10", "x", "0x0", "-5x5", "99999999x2"])
def test_a_size_that_is_none_is_refused_in_a_line(capsys, size):
    with pytest.raises(SystemExit) as stopped:
        app_module.arguments().parse_args(["--screenshot", "out.png", f"--size={size}"])
    assert stopped.value.code == 2
    assert "--size" in capsys.readouterr().err


def test_signals_keep_every_reference_to_true(qapp):
    """PySide6 6.12.0 on Python 3.11 lost one with each emission, until the interpreter died."""

    class Speaker(QObject):
        plain = Signal()
        truth = Signal(bool)
        thing = Signal(object)

    speaker, heard = Speaker(), []
    for signal in (speaker.plain, speaker.truth, speaker.thing):
        signal.connect(lambda *given: heard.append(bool(given)))
    before = sys.getrefcount(True)
    for _ in range(2000):
        speaker.plain.emit()
        speaker.truth.emit(True)
        speaker.thing.emit(True)
    kept = len(heard)
    heard.clear()
    assert kept == 6000
    assert sys.getrefcount(True) >= before - 50


def test_what_was_copied_does_not_outlive_the_program(tmp_path):
    code = f"""if True:
        from pathlib import Path
        from PySide6.QtCore import QMimeData
        from PySide6.QtWidgets import QApplication
        from gui.app import App
        from gui.settings import Settings
        app = App(QApplication([]), Settings(Path({str(tmp_path)!r}) / "settings.ini"))
        data = QMimeData()
        data.setText("copied")
        app.qt.clipboard().setMimeData(data)
        app.close()
    """
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    assert subprocess.run([sys.executable, "-c", code], env=environment, check=False).returncode == 0
