"""What wires and nodes encode: decided as numbers, painted, switched in the View menu, remembered."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from graph_engine.document import edits
from gui.canvas import paint
from gui.canvas.encoding import COLUMNS, DECADES, ROWS, Encoding, heat_map, ramp, size_of
from gui.theme.tokens import DARK, LIGHT
from tests.eyes import alike, assert_scene_shows_the_document, moment_of

SIZES = st.lists(st.floats(0, 1e200), max_size=8)


@given(SIZES)
def test_a_larger_magnitude_is_never_weaker(sizes):
    found = ramp(sizes)
    assert (found is None) == (not any(sizes))
    if found is not None:
        strengths = [found.strength(size) for size in sorted(sizes)]
        assert strengths == sorted(strengths)
        assert 0 <= strengths[0] <= strengths[-1] == 1


def test_the_scale_is_logarithmic_and_holds_six_decades():
    found = ramp([1.0, 100.0, 10_000.0])
    assert found.strength(100.0) == pytest.approx(0.5)
    assert ramp([1e-300, 1.0]).least == pytest.approx(10.0**-DECADES)
    assert found.strength(math.inf) == found.strength(math.nan) == 1
    assert found.strength(0.0) == 0


def test_the_magnitude_of_an_array_is_its_largest_entrys():
    assert size_of(-3.0) == 3
    assert size_of(np.array([[1.0, -7.0]])) == 7
    assert size_of(np.zeros((0, 3))) == 0


def test_a_heat_map_is_the_array_to_its_largest_entry():
    assert heat_map(2.0) == ()
    assert heat_map(np.array([1.0, -2.0])) == ((0.5, -1.0),)
    assert heat_map(np.zeros((2, 2))) == ((0.0, 0.0), (0.0, 0.0))
    large = heat_map(np.random.default_rng(0).normal(size=(50, 784)))
    assert (len(large), len(large[0])) == (ROWS, COLUMNS)
    assert all(math.isfinite(cell) for row in heat_map(np.array([[np.nan, np.inf, -1.0]])) for cell in row)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("wires", ["gradient", "activation"])
def test_what_is_stronger_is_wider_and_stands_out_more(tokens, wires):
    ground = QColor(tokens.canvas).lightnessF()
    painted = [paint.encoded(tokens, wires, step / 5) for step in range(6)]
    contrast = [abs(colour.lightnessF() - ground) for colour, _ in painted]
    assert contrast == sorted(contrast)
    assert [width for _, width in painted] == sorted({width for _, width in painted})


@pytest.mark.parametrize("encoding", [Encoding("gradient"), Encoding("activation", True), Encoding("", True)], ids=str)
@pytest.mark.parametrize("name", ["classifier", "apples_and_oranges"])
def test_the_scene_shows_it_at_every_step(opened, window, encoding, name):
    session = opened(name)
    window.area.encode(encoding)
    for position in range(session.playhead.last + 1):
        session.playhead.go(position)
        assert_scene_shows_the_document(window)
    for zoom in (0.3, 1.0):
        window.area.view.zoom(zoom / window.area.view.scale_now)
        encoded = window.area.view.viewport().grab().toImage()
        window.area.encode(Encoding())
        seen = bool(encoding.wires) or (zoom == 1 and name == "classifier")  # the other has no arrays
        assert (not alike(window.area.view.viewport().grab().toImage(), encoded)) == seen
        window.area.encode(encoding)


def test_the_largest_gradient_is_the_widest_wire(hand, apple_tax, window):
    window.area.encode(Encoding("gradient"))
    edges = window.area.view.canvas.edges
    carried = apple_tax.results.gradients.edges
    strongest = max(edges, key=lambda edge: edges[edge].look.strength)
    assert strongest == max(carried, key=lambda edge: abs(carried[edge]))
    apple_tax.playhead.go(0)
    assert {wire.look.strength for wire in edges.values()} == {None}


def test_it_is_switched_in_the_menu_explained_by_a_legend_and_remembered(apple_tax, window):
    area, actions = window.area, window.actions_made
    assert not area.legend.isVisible()
    actions.trigger("view.wires_gradient")
    assert area.legend.isVisible()
    assert actions.made["view.wires_gradient"].isChecked()
    assert not actions.made["view.wires_plain"].isChecked()
    before = area.legend.height()
    actions.trigger("view.heat_maps")
    assert area.legend.height() > before
    assert not area.legend.grab().isNull()
    assert (window.settings.wires, window.settings.heat_maps) == ("gradient", True)
    assert not apple_tax.history.canUndo()
    actions.trigger("view.wires_plain")
    actions.trigger("view.heat_maps")
    assert not area.legend.isVisible()


def test_an_edit_moves_the_scale(hand, apple_tax, window):
    window.area.encode(Encoding("activation"))
    apple_tax.do(edits.SetValue(hand.id("tax"), 1e6), "Change value")
    canvas = window.area.view.canvas
    assert canvas.edges[hand.edge("tax", "price", "y")].look.strength == 1
    assert canvas.looks.moment.ramp.most == moment_of(apple_tax, Encoding("activation")).ramp.most == 1e6


def test_what_is_played_sends_dots_along_its_wires(hand, apple_tax, window, qtbot):
    view, player = window.area.view, window.area.bar.player
    apple_tax.playhead.go(0)
    player.set_speed(8.0)
    player.play()
    qtbot.waitUntil(lambda: view.pulse.running and bool(view.pulse._animation.currentValue()))
    player.pause()
    moving = view.viewport().grab().toImage()
    view.pulse.stop()
    assert view.viewport().grab().toImage() != moving


@pytest.mark.parametrize("switch", ["view.reduced_motion", "view.pulses"])
def test_nothing_pulses_where_motion_is_not_wanted(hand, apple_tax, window, switch):
    view = window.area.view
    window.actions_made.trigger(switch)
    apple_tax.playhead.go(1)
    view.pulse.start(200)
    assert not view.pulse.running
    window.actions_made.trigger(switch)
    view.pulse.start(200)
    assert view.pulse.running
    hand.key(Qt.Key.Key_Escape)
    view.pulse.stop()


def test_the_legend_covers_no_node_and_grows_with_the_type(apple_tax, window, qapp):
    area, view = window.area, window.area.view
    area.encode(Encoding("gradient"))
    plain = area.legend.size()
    tax = view.canvas.nodes[apple_tax.document.graph.id_of("tax")]
    view.pan(area.legend.geometry().center() - view.mapFromScene(tax.pos()))
    area.arrange()
    box = view.mapFromScene(tax.mapRectToScene(tax.outline_box())).boundingRect()
    assert not box.intersects(area.legend.geometry())
    window.theme.set_scale(1.5)
    assert area.legend.size() == plain * 1.5
