"""`gradcanvas`: what happens before Qt is needed."""

from __future__ import annotations

import gc
import subprocess
import sys

import pytest

from graph_engine.storage import example
from gui import __main__ as command

APPLES = example("apple_tax").path


def test_without_a_display_it_says_so_in_one_line_and_returns_2(monkeypatch, capsys):
    monkeypatch.setattr(command, "has_display", lambda: False)
    assert command.main([]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("gradcanvas: error: there is no display")
    assert told.err.count("\n") == 1
    assert "--screenshot" in told.err


@pytest.mark.parametrize("words", [["examples"], ["--help"], ["--version"]])
def test_commands_of_the_engine_need_no_display(monkeypatch, capsys, words):
    monkeypatch.setattr(command, "has_display", lambda: False)
    try:
        code = command.main(words)
    except SystemExit as stopped:
        code = stopped.code
    assert code == 0
    assert capsys.readouterr().out


def test_a_picture_needs_no_display_and_asks_for_qts_offscreen_platform(monkeypatch):
    monkeypatch.setattr(command, "has_display", lambda: False)
    monkeypatch.setenv("QT_QPA_PLATFORM", "")
    launched = []
    monkeypatch.setattr("gui.app.launch", lambda given: launched.append(given) or 0)
    assert command.main(["--screenshot", "out.png"]) == 0
    assert launched == [["--screenshot", "out.png"]]
    import os

    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"


def test_with_a_display_the_window_is_launched(monkeypatch, tmp_path):
    file = tmp_path / "a.json"
    file.touch()
    monkeypatch.setattr(command, "has_display", lambda: True)
    monkeypatch.setattr("gui.app.launch", lambda given: len(given))
    assert command.main([str(file)]) == 1


def test_qt_that_cannot_be_loaded_is_said_in_one_line(monkeypatch, capsys):
    monkeypatch.setattr(command, "has_display", lambda: True)
    monkeypatch.setitem(sys.modules, "gui.app", None)
    assert command.main([]) == 2
    assert "Qt could not be loaded" in capsys.readouterr().err


def test_commands_of_the_engine_do_not_import_qt():
    heavy = "[m for m in sys.modules if m.startswith(('PySide6', 'shiboken6', 'pyqtgraph'))]"
    code = f"import sys; from gui.__main__ import main; main(['eval', {str(APPLES)!r}]); print({heavy})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_the_collector_works_again_after_the_imports():
    command.main(["eval", str(APPLES)])
    assert gc.isenabled()


def test_a_word_that_is_no_command_and_no_file_is_named(monkeypatch, capsys):
    monkeypatch.setattr(command, "has_display", lambda: True)
    assert command.main(["evall"]) == 2
    assert capsys.readouterr().err.startswith(
        "gradcanvas: error: evall: there is no such file; the commands are eval, "
    )
