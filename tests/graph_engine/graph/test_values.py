import math

import numpy as np
import pytest

from graph_engine.errors import ValueMismatch
from graph_engine.graph import as_value, literal_value, parse_value, same_value, settle


@pytest.mark.parametrize("given", [3, True, np.int8(3), np.float64(3), np.array(3.0), np.float16(3)])
def test_scalars_become_python_floats(given):
    assert type(as_value(given)) is float


def test_arrays_become_read_only_copies_in_float64_or_float32():
    mine = np.array([1.0, 2.0])
    kept = as_value(mine)
    mine[0] = 9
    assert kept[0] == 1.0
    with pytest.raises(ValueError, match="read-only"):
        kept[0] = 5
    assert as_value([1, 2]).dtype == as_value(np.array([True])).dtype == np.float64
    assert as_value(np.float32(1)).dtype == as_value(np.ones(2, np.float32)).dtype == np.float32


@pytest.mark.parametrize("given", ["x", None, 1j, [1, "a"], {}, 10**400, [[1], [2, 3]], [1, [2]], object()])
def test_what_is_not_numbers_is_refused(given):
    with pytest.raises(ValueMismatch):
        as_value(given)


def test_more_axes_than_numpy_always_has_are_refused():
    assert as_value(np.ones((1,) * 32)).ndim == 32
    with pytest.raises(ValueMismatch, match="at most 32 axes"):
        as_value(np.ones((1,) * 33))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.5", 1.5),
        (" 1e-3 ", 0.001),
        ("−2", -2.0),
        ("-inf", -math.inf),
        ("∞", math.inf),
        ("−∞", -math.inf),
        ("1 2 3", [1, 2, 3]),
        ("1, 2", [1, 2]),
        ("[[1, 2], [3, 4]]", [[1, 2], [3, 4]]),
        ("[∞, -∞, 1]", [math.inf, -math.inf, 1]),
        ("[]", []),
    ],
)
def test_numbers_and_arrays_are_read_as_typed(text, value):
    np.testing.assert_array_equal(parse_value(text), value)
    assert np.shape(parse_value(text)) == np.shape(value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1/2", 0.5),
        ("−3/4", -0.75),
        ("1 - 2", -1.0),
        ("2*pi", 2 * math.pi),
        ("１／２", 0.5),
        ("sqrt(2)", math.sqrt(2)),
        ("1/2 1/4", [0.5, 0.25]),
        ("[[1/2, 2^3], [-1/4, 0]]", [[0.5, 8.0], [-0.25, 0.0]]),
    ],
)
def test_small_formulas_are_worked_out(text, value):
    np.testing.assert_array_equal(parse_value(text), value)
    assert literal_value(text) is None


@pytest.mark.parametrize("text", ["1/0", "0/0", "10^400", "(-8)^0.5", "[1/2, 1/0]"])
def test_a_formula_without_a_finite_value_is_refused(text):
    with pytest.raises(ValueMismatch, match="has no finite value"):
        parse_value(text)


@pytest.mark.parametrize("text", ["nan", "[nan, 1]", "[NaN]"])
def test_nan_can_be_typed(text):
    assert np.isnan(np.asarray(parse_value(text)).flat[0])


NOT_NUMBERS = [
    "",
    " ",
    "x",
    "1, x",
    "[1, 2",
    "[null]",
    "[true]",
    "[[1], [2, 3]]",
    "1+x",
    "1/2/",
    "[1/2, x]",
    "1" * 5000 + "x",
]


@pytest.mark.parametrize("text", [*NOT_NUMBERS, "[" * 9999], ids=lambda text: text[:20])
def test_what_is_not_a_number_is_refused_with_a_short_sentence(text):
    with pytest.raises(ValueMismatch) as refused:
        parse_value(text)
    assert 10 < len(str(refused.value)) < 150


@pytest.mark.parametrize("text", ["1e400", "-1e400", "[1, 1e400]", "1 1e400", "9" * 400, f"[{'9' * 400}]", "9" * 5000])
def test_what_is_too_large_for_float64_is_not_taken_for_infinity(text):
    with pytest.raises(ValueMismatch, match="is too large for float64; write inf"):
        parse_value(text)


def test_same_value_tells_signs_of_zero_apart_and_nan_not():
    assert same_value(math.nan, math.nan)
    assert same_value(np.ones(2), np.ones(2))
    assert same_value(None, None)
    assert not same_value(0.0, -0.0)
    assert not same_value(1.0, None)
    assert not same_value(np.ones(2), np.ones(2, np.float32))
    assert not same_value(np.ones((1, 2)), np.ones(2))


def test_results_settle_as_floats_or_read_only_arrays():
    assert type(settle(np.array(2.0))) is float
    assert type(settle(np.float64(2.0))) is float
    assert settle(np.float32(2)).dtype == np.float32
    assert not settle(np.ones(2)).flags.writeable
