"""A window with settings of its own, and a hand that moves the mouse and types as a person does."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from shiboken6 import Shiboken

from graph_engine.storage import example
from gui.app import App
from gui.i18n import use_language
from gui.settings import Settings
from tests.hand import Hand


@pytest.fixture(autouse=True)
def nothing_left_behind(qapp):
    """Fails a test after which a window is still there or a timer still runs."""
    before = set(map(id, qapp.topLevelWidgets()))
    yield
    qapp.processEvents()
    widgets = [widget for widget in qapp.topLevelWidgets() if id(widget) not in before]
    timers = [w for w in Shiboken.getAllValidWrappers() if isinstance(w, QTimer) and w.isActive()]
    assert not widgets, f"left behind: {widgets}"
    assert not timers, f"still running: {timers}"


@pytest.fixture
def app(qtbot, qapp, tmp_path: Path):
    made = App(qapp, Settings(tmp_path / "settings.ini"), theme="light", language="en")
    made.window.resize(1440, 900)
    made.window.show()
    made.window.share_out()
    made.window.area.view.glide.lasts = made.window.area.view.travel.lasts = 0
    qtbot.waitExposed(made.window)
    qapp.processEvents()
    yield made
    made.close()
    qapp.setStyleSheet("")
    qapp.clipboard().clear()
    use_language(qapp, "en")


@pytest.fixture
def window(app):
    return app.window


@pytest.fixture
def session(app):
    return app.session


@pytest.fixture
def hand(window, qapp):
    return Hand(window)


@pytest.fixture
def said(session):
    """What the person is told, in the order it is said."""
    heard: list[str] = []
    session.said.connect(lambda sentence, _: heard.append(str(sentence)))
    return heard


@pytest.fixture
def opened(session, qapp):
    """Opens an example by its name."""

    def open_example(name: str):
        session.replace(example(name).open(), None)
        qapp.processEvents()
        return session

    return open_example


@pytest.fixture
def apple_tax(opened):
    """The apple-tax example, open."""
    return opened("apple_tax")
