from __future__ import annotations

import math
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.canvas.geometry import along, below, input_point, normal, outline, output_point, way_back, wire

POINTS = st.tuples(st.floats(-1e5, 1e5), st.floats(-1e5, 1e5))


@pytest.mark.parametrize("shape", ["circle", "box", "pill"])
@pytest.mark.parametrize("ports", [1, 2, 3])
def test_inputs_lie_on_the_left_from_top_to_bottom_and_the_output_on_the_right(shape, ports):
    made = outline(shape, "name", "main", "xyz"[:ports])
    points = [input_point(made, place, ports) for place in range(ports)]
    assert all(x < 0 for x, _ in points)
    assert [y for _, y in points] == sorted({y for _, y in points})
    assert output_point(made) == (made.width / 2, 0)


def test_ports_of_a_circle_lie_on_it():
    made = outline("circle", "n", "×", "xy")
    assert all(math.hypot(*input_point(made, place, 2)) == pytest.approx(made.width / 2) for place in (0, 1))


def test_a_long_name_makes_a_wider_pill_up_to_a_limit():
    widths = [outline("pill", "n" * length, "1").width for length in (1, 14, 20, 400)]
    assert widths == sorted(widths)
    assert widths[0] < widths[2] <= widths[3] == outline("pill", "n" * 800, "1").width


@given(POINTS, POINTS)
def test_a_wire_runs_from_end_to_end_and_leaves_to_the_right(start, end):
    curve = wire(start, end)
    assert (curve[0], curve[3]) == (start, end)
    assert curve[1][0] > start[0]
    assert curve[2][0] < end[0]
    assert along(curve, 0) == pytest.approx(start)
    assert along(curve, 1) == pytest.approx(end)
    assert math.hypot(*normal(curve, 0.5)) == pytest.approx(1)


@pytest.mark.parametrize("module", ["gui.canvas.geometry", "gui.canvas.offers", "gui.search.catalogue"])
def test_what_decides_without_qt_says_so_truly(module):
    code = f"import importlib.util, sys; s = importlib.util.find_spec('{module}'); print(open(s.origin).read())"
    source = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True).stdout
    assert "Imports no Qt" in source
    assert "PySide6" not in source


@given(POINTS, POINTS, st.floats(-1e5, 1e5), st.floats(0, 1))
def test_the_line_below_a_wire_that_runs_back_keeps_its_distance(start, end, lane, t):
    curve = way_back(start, end, lane)
    twin = below(curve, 8)
    assert (curve[0], curve[-1]) == (start, end)
    assert math.dist(along(curve, t), along(twin, t)) < 8 * 2 + 1e-6
    assert along(twin, 0.5)[1] == pytest.approx(lane + 8)


@given(st.floats(0, 0.999))
def test_a_wire_that_runs_back_has_no_gaps(t):
    curve = way_back((300, 0), (0, 100), 50)
    assert math.dist(along(curve, t), along(curve, t + 0.001)) < 3
