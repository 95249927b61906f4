"""A window with settings of its own, and a hand that moves the mouse and types as a person does."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph_engine.storage import example
from gui.app import App
from gui.settings import Settings
from tests.hand import Hand


@pytest.fixture
def app(qtbot, qapp, tmp_path: Path):
    made = App(qapp, Settings(tmp_path / "settings.ini"), theme="light", language="en")
    made.window.resize(1440, 900)
    made.window.show()
    qtbot.waitExposed(made.window)
    qapp.processEvents()
    yield made
    made.close()
    qapp.setStyleSheet("")


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
def apple_tax(session, qapp):
    """The apple-tax example, open."""
    session.replace(example("apple_tax").open(), None)
    qapp.processEvents()
    return session
