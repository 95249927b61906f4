from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from graph_engine.graph import as_value, parse_value, same_value
from gui.session.entry import entry_text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (2.5, "2.5"),
        (-3.0, "-3"),
        (220.00000000000003, "220.00000000000003"),
        (1e-9, "1e-09"),
        ([1.0, 2.5], "[1, 2.5]"),
        ([[1.0, -2.0], [3.0, 4.0]], "[[1, -2], [3, 4]]"),
    ],
)
def test_a_value_stands_in_a_field_as_a_person_would_type_it(value, text):
    assert entry_text(as_value(value)) == text


@given(st.floats())
def test_a_number_is_read_back_exactly(number):
    assert same_value(parse_value(entry_text(number)), number) or number != number


@given(arrays.arrays(np.float64, arrays.array_shapes(max_dims=3, max_side=3)))
def test_an_array_is_read_back_exactly(array):
    read = np.asarray(parse_value(entry_text(as_value(array))))
    np.testing.assert_array_equal(read, array)
    assert (np.signbit(read) == np.signbit(array))[~np.isnan(array)].all()
