import numpy as np
import pytest

from graph_engine.expression import Tape, compile_tape


def test_a_call_made_twice_is_made_once():
    tape = Tape()
    x = tape.source(np.ones(3))
    assert np.exp(x) is np.exp(x)
    assert np.sum(x, 0) is np.sum(x, axis=0)
    assert len(tape.calls) == 2


def test_a_rule_may_branch_on_shapes_but_not_on_numbers():
    tape = Tape()
    x = tape.source(np.array([1.0, 2.0]))
    assert len(tape.trace(lambda a: a if a.ndim == 1 else -a, x)) == 2
    looked = tape.trace(lambda a: np.negative(a) * (2.0 if a[0] > 0 else 1.0), x)
    assert [call.function.__name__ for call in tape.calls] == ["<lambda>"]
    assert looked.example.tolist() == [-2.0, -4.0]


def test_real_errors_come_through():
    tape = Tape()
    x = tape.source(np.ones((2, 3)))
    with pytest.raises(ValueError, match="matmul"):
        tape.trace(np.matmul, x, x)


def test_times_one_is_nothing():
    tape = Tape()
    x = tape.source(np.ones(3))
    assert x * 1 is x
    assert 1.0 * x is x
    assert x / 1 is x
    assert 1 / x is not x


def test_what_depends_on_bound_data_only_is_computed_when_it_is_bound():
    tape, seen = Tape(), []

    def looked_at(t):
        seen.append(t)
        return t + 0.0

    t, w = tape.source(np.arange(3.0)), tape.source(np.ones(3))
    doubled = tape.record(looked_at, (t,), {})
    weights = np.ones(3)
    bind = compile_tape(tape, [t], {w.number: weights}, [np.sum(doubled * w)])
    run = bind(np.array([1.0, 2.0, 3.0]))
    seen.clear()
    assert [run()[0], run()[0]] == [6.0, 6.0]
    weights[:] = 2
    assert run()[0] == 12.0
    assert not seen
    assert bind(np.array([1.0, 0.0, 0.0]))()[0] == 2.0


def test_arrays_are_reused_but_never_while_they_are_read():
    rng = np.random.default_rng(0)
    given = rng.normal(size=(4, 4))

    def work(x):
        a = np.exp(x) + 1
        b = a.T * a
        c = np.where(b > 2, b.T, b)
        d = c - a[::-1]
        return np.matmul(d, d.T) + b, np.sum(c, 0, keepdims=True) * a

    tape = Tape()
    x = tape.source(given)
    run = compile_tape(tape, [], {x.number: given}, tape_outputs := list(work(x)))()
    for _ in range(3):
        given[...] = rng.normal(size=(4, 4))
        for found, expected in zip(run(), work(given), strict=True):
            np.testing.assert_allclose(found, expected, rtol=1e-13)
    assert len(tape_outputs) == 2
