from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph_engine.document import align, distribute

BOXES = {"a": ((0.0, 0.0), (40.0, 10.0)), "b": ((100.0, 60.0), (20.0, 30.0)), "c": ((30.0, 200.0), (60.0, 20.0))}
numbers = st.floats(-1000, 1000)
boxes = st.dictionaries(
    st.sampled_from("abcdef"), st.tuples(st.tuples(numbers, numbers), st.tuples(*[st.floats(1, 200)] * 2)), min_size=2
)


@pytest.mark.parametrize(
    ("line", "axis", "part", "at"),
    [
        ("left", 0, -0.5, -20.0),
        ("right", 0, 0.5, 110.0),
        ("centre", 0, 0.0, 50.0),
        ("top", 1, -0.5, -5.0),
        ("bottom", 1, 0.5, 210.0),
        ("middle", 1, 0.0, 100.0),
    ],
)
def test_lines_meet_and_the_other_axis_stays(line, axis, part, at):
    places = align(BOXES, line)
    assert {place[axis] + part * BOXES[id][1][axis] for id, place in places.items()} == {at}
    assert all(place[1 - axis] == BOXES[id][0][1 - axis] for id, place in places.items())


@pytest.mark.parametrize("axis", ["horizontal", "vertical"])
@given(boxes)
def test_gaps_become_equal_and_the_ends_stay(axis, given_boxes):
    which = 0 if axis == "horizontal" else 1
    places = distribute(given_boxes, axis)
    order = sorted(given_boxes, key=lambda id: (given_boxes[id][0][which], given_boxes[id][0][1 - which]))
    for end in (order[0], order[-1]):
        assert places[end] == pytest.approx(given_boxes[end][0])
    gaps = [
        places[b][which] - places[a][which] - (given_boxes[a][1][which] + given_boxes[b][1][which]) / 2
        for a, b in pairwise(order)
    ]
    assert gaps == pytest.approx([gaps[0]] * len(gaps), abs=1e-6)
