from __future__ import annotations

import itertools
import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph_engine.document.layered import Wire, lay_out

BOX = (60.0, 40.0)


def placed(count, wires, now=None):
    return lay_out([BOX] * count, wires, now or [(0.0, 0.0)] * count)


def apart(a, b):
    return abs(a[0] - b[0]) >= BOX[0] or abs(a[1] - b[1]) >= BOX[1]


@st.composite
def tangles(draw):
    count = draw(st.integers(1, 14))
    ends = st.tuples(st.integers(0, count - 1), st.integers(0, count - 1), st.sampled_from([0.25, 0.5, 0.75]))
    return count, [Wire(*end) for end in draw(st.lists(ends, max_size=24))]


@settings(max_examples=100, deadline=None)
@given(tangles())
def test_even_circles_of_wires_are_laid_out_without_overlap(tangle):
    count, wires = tangle
    places = placed(count, wires)
    assert all(apart(a, b) for a, b in itertools.combinations(places, 2))


@settings(max_examples=100, deadline=None)
@given(tangles())
def test_what_is_laid_out_stays(tangle):
    count, wires = tangle
    wires = [wire for wire in wires if wire.source < wire.target]
    once = placed(count, wires)
    again = placed(count, wires, once)
    assert [number for point in again for number in point] == pytest.approx([n for point in once for n in point])


def test_two_wires_that_need_not_cross_do_not():
    # 0 and 1 feed 2 and 3 the other way round from how they stand
    places = placed(4, [Wire(0, 3), Wire(1, 2)], [(0, 0), (0, 100), (200, 0), (200, 100)])
    assert (places[0][1] < places[1][1]) == (places[3][1] < places[2][1])


def test_ports_order_what_feeds_them():
    places = placed(4, [Wire(0, 3, 5 / 6), Wire(1, 3, 3 / 6), Wire(2, 3, 1 / 6)])
    assert places[2][1] < places[1][1] < places[0][1]


def test_a_long_wire_has_a_lane_beside_the_boxes_it_passes():
    # 0 → 1 → 2 → 3, and 0 → 3
    places = placed(4, [Wire(0, 1), Wire(1, 2), Wire(2, 3, 0.25), Wire(0, 3, 0.75)])
    straight = [places[0][1] + (places[3][1] - places[0][1]) * t for t in (1 / 3, 2 / 3)]
    for box, y in zip((1, 2), straight, strict=True):
        assert abs(places[box][1] - y) > BOX[1] / 2


def test_where_nothing_is_gained_the_order_stays():
    wires = [Wire(source, 4) for source in range(4)]
    now = [(0.0, float(y)) for y in (30, 10, 20, 0)] + [(100.0, 0.0)]
    wires = [Wire(source, target, 0.5) for source, target, _ in wires]
    places = placed(5, wires, now)
    assert sorted(range(4), key=lambda id: places[id][1]) == [3, 1, 2, 0]


def test_a_new_leaf_moves_no_other_out_of_order():
    wires = [Wire(0, 2), Wire(1, 2), Wire(2, 3), Wire(2, 4)]
    before = placed(5, wires)
    after = placed(6, [*wires, Wire(5, 4)], [*before, (0.0, 500.0)])
    for a, b in itertools.combinations(range(5), 2):
        if before[a][0] == before[b][0]:
            assert (before[a][1] < before[b][1]) == (after[a][1] < after[b][1])


def test_parts_that_are_not_joined_stand_apart():
    places = placed(6, [Wire(0, 1), Wire(2, 3), Wire(4, 5)], [(0, y) for y in (200, 200, 0, 0, 100, 100)])
    assert places[2][1] < places[4][1] < places[0][1]


def test_boxes_without_wires_stand_in_rows():
    places = placed(9, [])
    assert len({x for x, _ in places}) == len({y for _, y in places}) == 3


def test_a_thousand_boxes_take_less_than_a_second():
    rng = random.Random(1)
    wires = [Wire(rng.randrange(max(0, n - 60), n), n, port) for n in range(20, 1000) for port in (0.25, 0.75)]
    start = time.process_time()
    placed(1000, wires)
    assert time.process_time() - start < 1


def test_nothing_is_laid_out_where_nothing_is():
    assert lay_out([], [], []) == []
