import pytest

from graph_engine.errors import ValueMismatch
from graph_engine.ops import Attribute, shape_text

NUMBER, WHOLE = Attribute("n", 2.0, "number"), Attribute("axis", -1, "whole")
YES, LAYOUT = Attribute("keep", False, "truth"), Attribute("layout", "in_out", "choice", ("in_out", "out_in"))


@pytest.mark.parametrize(
    ("attribute", "given", "kept"),
    [(NUMBER, 3, 3.0), (NUMBER, 10**50, 1e50), (WHOLE, 2.0, 2), (YES, True, True), (LAYOUT, "out_in", "out_in")],
)
def test_an_attribute_keeps_what_fits_in_its_own_type(attribute, given, kept):
    found = attribute.accept(given)
    assert found == kept
    assert type(found) is type(kept)


@pytest.mark.parametrize(
    ("attribute", "given", "expected"),
    [
        (NUMBER, "2", "a number"),
        (NUMBER, True, "a number"),
        (NUMBER, None, "a number"),
        (NUMBER, float("nan"), "a number"),
        (NUMBER, float("inf"), "a number"),
        (NUMBER, 10**400, "a number"),
        (NUMBER, [1] * 100_000, "a number"),
        (WHOLE, 1.5, "a whole number"),
        (YES, 1, "true or false"),
        (LAYOUT, "inout", "in_out, out_in"),
        (LAYOUT, [], "in_out, out_in"),
    ],
)
def test_an_attribute_refuses_the_rest_in_one_short_sentence(attribute, given, expected):
    with pytest.raises(ValueMismatch, match=f"expected {expected}$") as refused:
        attribute.accept(given)
    assert str(refused.value).startswith(attribute.name)
    assert len(str(refused.value)) < 200


def test_shapes_read_as_people_write_them():
    assert [shape_text(s) for s in [(), (3,), (100, 784)]] == ["scalar", "(3,)", "(100, 784)"]


AXIS, SHAPE = Attribute("axis", None, "axes"), Attribute("shape", (-1,), "sizes")
RATE = Attribute("rate", 0.5, "number", (), 0.0, 1.0)


@pytest.mark.parametrize(
    ("attribute", "typed", "kept"),
    [
        (AXIS, "all", None),
        (AXIS, "", None),
        (AXIS, "0", (0,)),
        (AXIS, "(0, −1)", (0, -1)),
        (SHAPE, "[2, -1]", (2, -1)),
        (NUMBER, " −0.5 ", -0.5),
        (WHOLE, "3", 3),
        (LAYOUT, "out_in", "out_in"),
    ],
)
def test_what_is_typed_is_read_and_shown_again(attribute, typed, kept):
    assert attribute.read(typed) == kept
    assert attribute.read(attribute.show(kept)) == kept


@pytest.mark.parametrize(
    ("attribute", "typed", "expected"),
    [
        (AXIS, "0.5", "whole numbers, or nothing for all axes"),
        (AXIS, "first", "whole numbers, or nothing for all axes"),
        (SHAPE, "-1, -1", "whole numbers, at most one of them −1"),
        (SHAPE, "", "whole numbers, at most one of them −1"),
        (SHAPE, "-2", "whole numbers, at most one of them −1"),
        (RATE, "1.5", "a number from 0 to 1"),
        (RATE, "half", "a number from 0 to 1"),
    ],
)
def test_what_is_typed_wrong_is_refused_in_words(attribute, typed, expected):
    with pytest.raises(ValueMismatch, match=f"expected {expected}$"):
        attribute.read(typed)
