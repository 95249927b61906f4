"""Every op keeps its promises. A new op file is picked up without touching this one."""

from __future__ import annotations

import itertools
from dataclasses import replace
from types import MappingProxyType

import numpy as np
import pytest

from graph_engine import explain, ops

EVERY_OP = pytest.mark.parametrize("op", ops.ALL, ids=lambda op: op.key)
POINTS = [pytest.param(op, p, id=f"{op.key}-{i}") for op in ops.ALL for i, p in enumerate(op.examples)]
EVERY_POINT = pytest.mark.parametrize(("op", "point"), POINTS)
ELEMENTWISE = pytest.mark.parametrize(
    "op", [op for op in ops.ALL if op.elementwise and op.needs is None], ids=lambda op: op.key
)
SHAPES_FOR_ONE = [((),), ((1,),), ((3,),), ((3, 1),), ((0,),), ((2, 0, 3),)]
SHAPES_FOR_TWO = [
    ((), (3,)),
    ((2, 3), ()),
    ((3, 1), (1, 4)),
    ((2, 3), (3,)),
    ((1,), (2, 2)),
    ((1, 1), ()),
    ((0, 3), (3,)),
    ((0, 3), (1, 3)),
    ((2, 0), ()),
    ((2, 1, 3), (4, 1)),
]


def points_of(op, shapes, dtype=np.float64):
    """Points in `shapes` close to the op's examples, where it is known to be smooth."""
    rng = np.random.default_rng(3)
    base = op.examples[0]
    return [
        (x + 0.1 * rng.uniform(-1, 1, shape)).astype(dtype) if shape else dtype(x)
        for x, shape in zip(base, shapes, strict=True)
    ]


@EVERY_OP
def test_has_something_to_show(op):
    assert op.label
    assert op.symbol
    assert op.about.endswith(".") or op.key in op.about
    assert op.family in ops.FAMILIES
    assert explain.op_formula(op, defaults(op))
    for port in op.ports:
        assert explain.local_formula(op, defaults(op), port)


@EVERY_OP
def test_has_points_where_its_derivatives_are_checked(op):
    assert op.examples
    assert all(len(point) == len(op.inputs) for point in op.examples)


@EVERY_POINT
def test_both_modes_agree_with_central_differences(op, point, derivatives_agree):
    for settings in ({}, *op.variants):
        derivatives_agree(op, point, **settings)


@EVERY_POINT
def test_says_the_shape_of_its_value_beforehand(op, point, alone):
    shapes = [None if x is None else np.shape(x) for x in point]
    for settings in ({}, *op.variants):
        assert op.shape(*shapes, **{**defaults(op), **settings}) == np.shape(alone(op, point, **settings).value)


@EVERY_POINT
def test_keeps_float32(op, point, alone):
    narrow = [None if x is None else np.asarray(x, np.float32) for x in point]
    single = alone(op, narrow)
    out = np.asarray(single.value)
    assert out.dtype == np.float32
    for place, x in enumerate(narrow):
        if x is not None:
            assert np.asarray(single.pull(np.ones_like(out))[place]).dtype == np.float32
            assert np.asarray(single.local(place).value).dtype == np.float32
            tangents = [np.ones_like(x) if i == place else None for i in range(len(narrow))]
            assert np.asarray(single.push(tangents)).dtype == np.float32
    np.testing.assert_allclose(out, alone(op, point).value, rtol=1e-5)


@EVERY_POINT
def test_never_changes_its_inputs(op, point, alone):
    given = [None if x is None else np.array(x, float) for x in point]
    single = alone(op, given)
    single.pull(np.ones(np.shape(single.value)))
    for x, original in zip(given, point, strict=True):
        assert x is None or np.array_equal(x, original)


@ELEMENTWISE
def test_undoes_broadcasting(op, derivatives_agree):
    for shapes in SHAPES_FOR_ONE if len(op.inputs) == 1 else SHAPES_FOR_TWO:
        derivatives_agree(op, points_of(op, shapes))


@ELEMENTWISE
def test_a_float_beside_float32_does_not_widen_it(op, alone):
    if len(op.inputs) == 1:
        assert np.asarray(alone(op, points_of(op, [(3,)], np.float32)).value).dtype == np.float32
        return
    wide, narrow = float(op.examples[0][0]), np.full(3, op.examples[0][1], np.float32)
    single = alone(op, [wide, narrow])
    assert np.asarray(single.value).dtype == np.float32
    assert [type(d) for d in single.pull(np.ones(3, np.float32))] == [float, np.ndarray]


NUMBERS = [0.0, -0.0, 0.5, -0.5, 1.0, -1.0, 3.7, -20.0, 1e-300, -1e-9, 37.0, 709.0, 1000.0, -1000.0, 1e200, -1e308]
ODD = [float("inf"), float("-inf"), float("nan"), 5e-324]


@ELEMENTWISE
def test_plain_floats_give_what_numpy_gives(op, alone):
    for point in itertools.product(NUMBERS + ODD, repeat=len(op.inputs)):
        scalar, array = alone(op, point), alone(op, [np.array([x]) for x in point])
        assert type(scalar.value) is float
        np.testing.assert_allclose([scalar.value], array.value, rtol=1e-15, atol=0, err_msg=f"{op.key} at {point}")
        pulled = [float(np.asarray(d)[0]) for d in array.pull(np.ones(1))]
        # A slope made of the output, such as 1 − y², inherits the output's last digit.
        np.testing.assert_allclose(scalar.pull(1.0), pulled, rtol=1e-15, atol=5e-16, err_msg=f"{op.key}′ at {point}")


@ELEMENTWISE
def test_refuses_shapes_that_do_not_broadcast(op):
    if len(op.inputs) > 1:
        with pytest.raises(ops.declare.ValueMismatch, match=r"\(2,\), y \(3,\) don't broadcast"):
            op.shape((2,), (3,))
    else:
        assert op.shape((2, 3)) == (2, 3)


@pytest.mark.parametrize("key", [op.key for op in ops.ALL if op.elementwise])
def test_the_tester_notices_a_partial_wrong_by_a_twentieth_of_a_percent(key, derivatives_agree, monkeypatch):
    op = ops.by_key(key)
    for place in range(len(op.inputs)):
        if all(point[place] is None for point in op.examples):
            continue
        wrong = replace(op, partials=lambda *x, _place=place, **k: slightly_wrong(op.partials(*x, **k), _place))
        monkeypatch.setitem(ops._BY_KEY, key, wrong)
        assert any(is_noticed(derivatives_agree, wrong, point) for point in op.examples), op.ports[place]


@pytest.mark.parametrize("key", [op.key for op in ops.ALL if not op.elementwise])
def test_the_tester_notices_a_vjp_wrong_by_a_twentieth_of_a_percent(key, derivatives_agree, monkeypatch):
    op = ops.by_key(key)
    for place, rule in enumerate(op.vjps):
        if rule is None:
            continue
        rules = (*op.vjps[:place], lambda *x, _rule=rule, **k: _rule(*x, **k) * 1.0005, *op.vjps[place + 1 :])
        wrong = replace(op, vjps=rules)
        monkeypatch.setitem(ops._BY_KEY, key, wrong)
        tried = [(point, settings) for point in op.examples for settings in ({}, *op.variants)]
        assert any(is_noticed(derivatives_agree, wrong, *one) for one in tried), op.ports[place]


@pytest.mark.parametrize("op", [op for op in ops.ALL if op.counts], ids=lambda op: op.key)
def test_what_it_counts_is_what_its_formula_and_rules_speak_of(op):
    for point in op.examples:
        counted = op.counts(*map(np.shape, point))
        for name, count in counted.items():
            assert count > 0
            assert all(name in text.split() for text in (op.formula, *op.rules()) if text != "0")


@pytest.mark.parametrize("op", [op for op in ops.ALL if op.entrywise], ids=lambda op: op.key)
def test_where_rules_hold_entry_by_entry_other_entries_do_not_matter(op):
    for point in op.examples:
        for vjp in op.vjps:
            whole = np.asarray(vjp(1.5, *map(np.asarray, point), out=np.nan))
            for entry in np.ndindex(whole.shape):
                alone = [np.full(whole.shape, np.asarray(x)[entry]) for x in point]
                assert np.asarray(vjp(1.5, *alone, out=np.nan))[entry] == whole[entry]


def test_the_registry_finds_each_op_under_its_file_name():
    assert all(op.forward.__module__ == f"graph_engine.ops.{op.family}.{op.key}" for op in ops.ALL)


def test_an_unknown_op_names_the_nearest():
    with pytest.raises(ops.GraphError, match="unknown op “sigmiod”; did you mean “sigmoid”"):
        ops.by_key("sigmiod")
    with pytest.raises(ops.GraphError, match=r"^unknown op “qqq”$"):
        ops.by_key("qqq")


def defaults(op):
    return {attribute.name: attribute.default for attribute in op.attributes}


def is_noticed(check, op, point, settings=MappingProxyType({})):
    try:
        check(op, point, **settings)
    except AssertionError:
        return True
    return False


def slightly_wrong(partials, place):
    return tuple(d * 1.0005 if i == place else d for i, d in enumerate(partials))
