import numpy as np
import pytest

from graph_engine import ops
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


def test_numbers_of_numpy_are_kept_as_plain_ones():
    for given in (np.float32(0.5), np.float64(0.5)):
        assert type(NUMBER.accept(given)) is float
    assert type(WHOLE.accept(np.int64(3))) is int
    assert AXIS.accept((np.int64(0), np.int32(-1))) == (0, -1)


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
        (NUMBER, "-3/4", -0.75),
        (WHOLE, "6/2", 3),
        (AXIS, "()", ()),
        (SHAPE, "()", ()),
        (YES, "True", True),
        (YES, "false", False),
        (NUMBER, "1e300", 1e300),
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
        (RATE, "3/2", "a number from 0 to 1"),
        (RATE, "1/0", "a number from 0 to 1"),
        (RATE, "half", "a number from 0 to 1"),
        (YES, "1", "true or false"),
    ],
)
def test_what_is_typed_wrong_is_refused_in_words(attribute, typed, expected):
    with pytest.raises(ValueMismatch, match=f"expected {expected}$"):
        attribute.read(typed)


def refused(op, name, value):
    found = op.attribute(name)
    assert found is not None
    with pytest.raises(ValueMismatch) as caught:
        found.accept(value)
    return str(caught.value)


@pytest.mark.parametrize(
    ("key", "name", "value", "sentence"),
    [
        ("dropout", "rate", 1.5, "rate is 1.5; expected a number from 0 to 1"),
        ("dropout", "rate", -0.1, "rate is -0.1; expected a number from 0 to 1"),
        ("dropout", "seed", -1, "seed is -1; expected a whole number, at least 0"),
        ("dropout", "seed", 0.5, "seed is 0.5; expected a whole number, at least 0"),
        ("dropout", "training", 0, "training is 0; expected true or false"),
        ("batch_normalization", "epsilon", -1e-5, "epsilon is -1e-05; expected a number, at least 0"),
        ("sum", "axis", [0.5], "axis is [0.5]; expected whole numbers, or nothing for all axes"),
        ("max", "keepdims", None, "keepdims is None; expected true or false"),
        ("transpose", "axes", "10", "axes is '10'; expected whole numbers, or nothing for all axes"),
        ("reshape", "shape", [2, -2], "shape is [2, -2]; expected whole numbers, at most one of them −1"),
        ("reshape", "shape", None, "shape is None; expected whole numbers, at most one of them −1"),
        ("concatenate", "axis", [0], "axis is [0]; expected a whole number"),
        ("affine", "layout", "io", "layout is 'io'; expected in_out, out_in"),
        ("elu", "alpha", "big", "alpha is 'big'; expected a number"),
    ],
)
def test_settings_of_ops_are_refused_with_what_they_expect(key, name, value, sentence):
    assert refused(ops.by_key(key), name, value) == sentence


@pytest.mark.parametrize(("op", "attribute"), [(op, a) for op in ops.ALL for a in op.attributes])
def test_every_default_and_variant_is_accepted_and_survives_being_shown_and_typed(op, attribute):
    for value in (attribute.default, *[v[attribute.name] for v in op.variants if attribute.name in v]):
        assert attribute.accept(value) == value
        assert attribute.read(attribute.show(value)) == value
