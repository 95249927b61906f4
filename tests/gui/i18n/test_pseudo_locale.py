"""A made-up language of long words: what is cut off shows up, and so does what nobody translates."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QPushButton, QToolButton, QWidget

from graph_engine.storage import example
from gui.app import App
from gui.i18n.translate import CONTEXT
from gui.settings import Settings

ACCENTS = str.maketrans("aeiouAEIOU", "àéïôüÀÉÏÔÜ")
PLACE = re.compile(r"(\{[^}]*\}|&[A-Za-z])")


class Stretched(QTranslator):
    """Every word of ours with accents and half as long again; placeholders and mnemonics stay."""

    def translate(self, context, text, disambiguation=None, n=-1):
        return stretched(text) if context == CONTEXT else None

    def isEmpty(self):
        return False


def stretched(text: str) -> str:
    parts = PLACE.split(text)
    long = "~" * (len(text) // 3) if re.search("[a-z]{3}", text) else ""
    return "".join(part if PLACE.fullmatch(part) else part.translate(ACCENTS) for part in parts) + long


@pytest.fixture
def pseudo(qapp, tmp_path):
    app = App(qapp, Settings(tmp_path / "settings.ini"), theme="light", language="en")
    translator = Stretched()
    qapp.installTranslator(translator)
    app._renew_window()
    app.window.resize(1440, 900)
    app.window.show()
    app.window.share_out()
    app.session.replace(example("spiral").open(), None)
    qapp.processEvents()
    yield app
    qapp.removeTranslator(translator)
    app.close()


def test_no_word_is_cut_off_where_words_are_long(pseudo, qapp):
    cut = []
    for name, dock in pseudo.window.docks.items():
        dock.show()
        dock.raise_()
        qapp.processEvents()
        cut += [f"{name}: {words_of(widget)!r}" for widget in too_small(dock)]
    cut += [f"window: {words_of(widget)!r}" for widget in too_small(pseudo.window.area)]
    cut += [f"toolbar: {words_of(widget)!r}" for widget in too_small(pseudo.window.toolbar)]
    assert not cut


def test_everything_that_is_said_goes_through_translation(pseudo):
    everything = [widget.text() for widget in pseudo.window.findChildren(QAbstractButton)]
    assert sum("~" in text for text in everything) > 15, "the made-up language is not spoken"
    said = [text for widget in pseudo.window.findChildren(QAbstractButton) if (text := widget.text()).isascii()]
    assert [text for text in said if re.search("[a-z]{4}", text) and text not in ("English",)] == []


def too_small(root: QWidget) -> list[QWidget]:
    kinds = (QLabel, QPushButton, QToolButton, QCheckBox)
    widgets = [widget for kind in kinds for widget in root.findChildren(kind) if widget.isVisible()]
    return [widget for widget in widgets if words_of(widget) and not fits(widget)]


def fits(widget: QWidget) -> bool:
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.heightForWidth(widget.width()) <= widget.height() + 2
    return widget.sizeHint().width() <= widget.width() + 1


def words_of(widget: QWidget) -> str:
    if isinstance(widget, QToolButton) and not widget.text():
        return ""
    return str(widget.text())
