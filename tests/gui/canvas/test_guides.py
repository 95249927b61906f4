from __future__ import annotations

import pytest

from gui.canvas.guides import Box, Pull, around, pull, to_grid

OTHER = Box(100, 100, 200, 150)


def at(x, y, width=60, height=40):
    return Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


@pytest.mark.parametrize(
    ("box", "dx", "dy"),
    [
        (at(153, 300), -3, 0),  # middles, one above the other
        (at(300, 121, height=20), 0, 4),  # middles, side by side
        (at(133, 300), -3, 0),  # left edges
        (at(166, 300), 4, 0),  # right edges
        (at(300, 117), 0, 3),  # top edges: 97 to 100
        (at(227, 300), 3, 0),  # left edge at the other's right
        (at(300, 300), 0, 0),  # far from everything
    ],
)
def test_a_box_is_pulled_to_the_nearest_line(box, dx, dy):
    found = pull(box, [OTHER], [], 6)
    assert (found.dx, found.dy) == (dx, dy)
    assert bool(found.lines) == bool(dx or dy)


def test_wires_become_level_before_edges_do():
    found = pull(at(300, 121), [OTHER], [((270, 121), (200, 118))], 6)
    assert found.dy == -3
    assert ((270, 118), (200, 118)) in found.lines


def test_a_line_reaches_over_all_that_stands_on_it():
    found = pull(at(153, 400), [OTHER, at(150, 600)], [], 6)
    assert found.lines[0] == ((150, 100), (150, 620))


def test_nothing_pulls_out_of_reach():
    assert pull(at(157, 300), [OTHER], [], 3) == Pull()


def test_the_grid_pulls_to_its_nearest_dot():
    assert to_grid((25, -13)) == (-1, -11)
    assert to_grid((48, 0)) == (0, 0)


def test_several_boxes_are_moved_as_one():
    assert around([at(0, 0), at(100, 50)]) == Box(-30, -20, 130, 70)
