from __future__ import annotations

import dataclasses
import re
from itertools import combinations

import numpy as np
import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontDatabase

from graph_engine.document.notes import COLOURS
from gui.theme import Theme, icon
from gui.theme.fonts import FORMULA, UI, load_fonts
from gui.theme.series import COUNT, series
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


NOTES = [f"note_{colour}" for colour in COLOURS]
PAIRS = [
    *(("text", ground) for ground in ("field", "hover", "forward_soft", "backward_soft", "local_soft", *NOTES)),
    *(("muted", ground) for ground in ("field", "hover")),
    *(("forward", ground) for ground in ("field", "hover", "forward_soft")),
    ("backward", "backward_soft"),
    ("local", "local_soft"),
    ("card", "forward"),  # the default button, selected text
]
SHAPES = [
    (role, "canvas") for role in ("wire", "selection", "forward", "backward", "local", "error", "warning", "laser")
]
FOCUS = [("forward", ground) for ground in ("panel", "card", "field", "canvas")]


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_every_pair_of_colours_that_meet_is_far_enough_apart(tokens):
    low = {pair: contrast(getattr(tokens, pair[0]), getattr(tokens, pair[1])) for pair in PAIRS}
    assert {pair: found for pair, found in low.items() if found < 4.5} == {}, "text: AA asks for 4.5"
    shapes = {pair: contrast(getattr(tokens, pair[0]), getattr(tokens, pair[1])) for pair in SHAPES + FOCUS}
    assert {pair: found for pair, found in shapes.items() if found < 3} == {}, "shapes and focus rings: AA asks for 3"


# Machado, Oliveira and Fernandes 2009, severity 1, for linear RGB.
EYES = {
    "usual": np.eye(3),
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
    "tritanopia": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
}
XYZ = np.array([[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.072175], [0.0193339, 0.119192, 0.9503041]])
APART = 20.0  # ΔE*ab; 2.3 is what can just be seen


def seen(colour, eyes):
    """A colour in CIE L*a*b* as these eyes see it."""
    given = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    linear = np.where(given <= 0.04045, given / 12.92, ((given + 0.055) / 1.055) ** 2.4)
    x, y, z = XYZ @ np.clip(np.asarray(EYES[eyes]) @ linear, 0, 1) / (0.95047, 1.0, 1.08883)
    x, y, z = (np.cbrt(v) if v > 0.008856 else 7.787 * v + 16 / 116 for v in (x, y, z))
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("pair", list(combinations(("forward", "backward", "local"), 2)), ids="-".join)
def test_colour_blind_eyes_tell_the_three_roles_apart(tokens, pair, eyes):
    one, other = (seen(getattr(tokens, role), eyes) for role in pair)
    assert np.linalg.norm(one - other) >= APART


@pytest.mark.parametrize("eyes", EYES)
@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_curves_and_classes_can_be_told_apart(tokens, eyes):
    colours = [series(tokens, number) for number in range(COUNT)]
    assert colours == list(dict.fromkeys(colours))
    for colour in colours:
        assert min(contrast(colour, ground) for ground in (tokens.card, tokens.panel)) >= 4.5
    for one, other in combinations(colours, 2):
        assert np.linalg.norm(seen(one, eyes) - seen(other, eyes)) >= 16


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


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0, 3.0])
def test_icons_of_the_toolbar_have_their_full_size_on_any_screen(qapp, ratio):
    pixmap = icon("save", LIGHT).pixmap(QSize(22, 22), ratio)
    assert abs(pixmap.width() - 22 * ratio) < 1
