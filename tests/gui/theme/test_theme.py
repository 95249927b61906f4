from __future__ import annotations

import dataclasses
import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontDatabase

from gui.theme import Theme, icon
from gui.theme.fonts import FORMULA, UI, load_fonts
from gui.theme.tokens import DARK, LIGHT


def luminance(colour: str) -> float:
    parts = [QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF()]
    r, g, b = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("role", ["text", "muted", "forward", "backward", "local", "error", "warning", "good"])
def test_text_of_every_role_can_be_read(tokens, role):
    for ground in ("canvas", "card", "panel"):
        assert contrast(getattr(tokens, role), getattr(tokens, ground)) >= 4.5


def test_both_themes_have_the_same_roles_and_real_colours():
    for tokens in (LIGHT, DARK):
        for role, colour in dataclasses.asdict(tokens).items():
            assert role == "dark" or re.fullmatch("#[0-9a-f]{6}", colour)
    assert (LIGHT.dark, DARK.dark) == (False, True)


@pytest.mark.parametrize(("choice", "tokens"), [("light", LIGHT), ("dark", DARK)])
def test_a_chosen_theme_is_in_force_and_announced(app, qtbot, choice, tokens):
    with qtbot.waitSignal(app.theme.changed):
        app.theme.choose(choice)
    assert app.theme.tokens is tokens
    assert app.qt.palette().window().color() == QColor(tokens.panel)


def test_the_systems_theme_is_followed(app, monkeypatch):
    class Hints:
        scheme = Qt.ColorScheme.Light

        def colorScheme(self):
            return self.scheme

    hints = Hints()
    app.theme.choose("system")
    monkeypatch.setattr(app.theme, "_app", _With(app.qt, hints))
    for scheme, tokens in ((Qt.ColorScheme.Dark, DARK), (Qt.ColorScheme.Light, LIGHT), (Qt.ColorScheme.Unknown, LIGHT)):
        hints.scheme = scheme
        app.theme._follow()
        assert app.theme.tokens is tokens


class _With:
    """The application with other style hints."""

    def __init__(self, qt, hints):
        self._qt, self._hints = qt, hints

    def styleHints(self):
        return self._hints

    def __getattr__(self, name):
        return getattr(self._qt, name)


def pixel(window):
    """A pixel of the canvas between the dots of its grid."""
    picture = window.area.view.viewport().grab().toImage()
    return {picture.pixelColor(x, 5).name() for x in range(3, 40)}


def test_switching_recolours_canvas_and_panels_and_is_remembered(app, apple_tax):
    window = app.window
    assert LIGHT.canvas in pixel(window)
    window.actions_made.trigger("view.theme_dark")
    assert DARK.canvas in pixel(window)
    assert LIGHT.canvas not in pixel(window)
    assert all(item.tokens is DARK for item in window.area.view.canvas.nodes.values())
    assert all(item.tokens is DARK for item in window.area.view.canvas.edges.values())
    assert DARK.forward in window.inspector.numbers.text()
    assert app.settings.theme == "dark"
    assert window.actions_made.made["view.theme_dark"].isChecked()
    assert not window.actions_made.made["view.theme_light"].isChecked()
    window.actions_made.trigger("view.theme_light")
    assert LIGHT.canvas in pixel(window)


def test_the_shipped_fonts_are_there(qapp):
    load_fonts()
    assert {*UI, *FORMULA} <= set(QFontDatabase.families())


def test_icons_take_the_colour_of_the_theme(qapp):
    light, dark = (icon("save", tokens).pixmap(20, 20).toImage() for tokens in (LIGHT, DARK))
    assert not light.isNull()
    assert light != dark


def test_a_theme_needs_no_window(qapp):
    theme = Theme(qapp, "dark")
    assert theme.tokens is DARK
    theme.setParent(None)
    qapp.setStyleSheet("")
