"""One op under test: alone in a graph, run and differentiated by the engine's own drivers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest

import graph_engine as ge
from graph_engine.differentiate.rules import pull_back, push_forward
from graph_engine.evaluate import Work
from graph_engine.graph import Edge, Value
from graph_engine.ops import Op

STEP = 1e-5


@dataclass
class Alone:
    """An op whose inputs are the sources `ids`; None for an optional input that is left open."""

    evaluation: ge.Evaluation
    work: Work
    ids: list[str | None]

    @property
    def value(self) -> Value:
        out = self.evaluation.value(self.work.node)
        assert out is not None, self.evaluation.failures
        return out

    def pull(self, upstream: Any) -> list[Value | None]:
        with np.errstate(all="ignore"):
            return pull_back(self.work, self.evaluation, upstream)

    def push(self, tangents: Sequence[Any]) -> Value:
        with np.errstate(all="ignore"):
            return push_forward(self.work, self.evaluation, list(tangents))

    def local(self, place: int) -> ge.Local:
        edge = self.work.edges[place]
        assert isinstance(edge, Edge)
        found = ge.local_derivative(self.evaluation, edge)
        assert found is not None
        return found


def run_alone(op: Op, point: Sequence[Any], **attributes: Any) -> Alone:
    graph = ge.Graph()
    ids = [None if x is None else graph.add("variable", port, value=x) for port, x in zip(op.ports, point, strict=True)]
    wires = {port: id for port, id in zip(op.ports, ids, strict=True) if id is not None}
    out = graph.add(op.key, "out", attributes=attributes, **wires)
    evaluation = ge.evaluate(graph)
    work = evaluation.work_of(out)
    assert work is not None
    return Alone(evaluation, work, ids)


def central_difference(op: Op, point: Sequence[Any], place: int, upstream: Any, **attributes: Any) -> np.ndarray:
    """∂⟨upstream, op(point)⟩ by each entry of the input at `place`."""
    x = np.array(point[place], float)
    slope = np.empty(x.size)
    for entry in range(x.size):
        ends = []
        for side in (STEP, -STEP):
            moved = x.copy()
            moved.flat[entry] += side
            nearby = [*point[:place], moved, *point[place + 1 :]]
            ends.append(np.sum(upstream * np.asarray(run_alone(op, nearby, **attributes).value)))
        slope[entry] = (ends[0] - ends[1]) / (2 * STEP)
    return slope.reshape(x.shape)


def check_derivatives(op: Op, point: Sequence[Any], **attributes: Any) -> None:
    """Fails unless both modes and the local derivatives agree with central differences at `point`."""
    rng = np.random.default_rng(7)
    alone = run_alone(op, point, **attributes)
    shape = np.shape(alone.value)
    upstream = rng.uniform(0.5, 1.5, shape) if shape else float(rng.uniform(0.5, 1.5))
    pulled = alone.pull(upstream)
    for place, x in enumerate(point):
        if x is None:
            assert pulled[place] is None
            continue
        expected = central_difference(op, point, place, upstream, **attributes)
        message = f"{op.key}: the gradient of {op.ports[place]} at {point}"
        np.testing.assert_allclose(pulled[place], expected, rtol=1e-6, atol=1e-8, err_msg=message)
        assert np.shape(pulled[place]) == np.shape(x)
        tangent = rng.uniform(-1, 1, np.shape(x)) if np.shape(x) else float(rng.uniform(-1, 1))
        pushed = alone.push([tangent if i == place else None for i in range(len(point))])
        assert np.shape(pushed) == shape
        transposed = np.sum(np.asarray(pulled[place]) * tangent)
        np.testing.assert_allclose(np.sum(upstream * np.asarray(pushed)), transposed, rtol=1e-12, atol=1e-14)
        check_local(alone.local(place), tangent, pushed)


def check_local(local: ge.Local, tangent: Any, pushed: Any) -> None:
    value = np.asarray(local.value)
    assert value.shape == local.shape
    along = np.tensordot(value, tangent, np.ndim(tangent)) if local.kind == "jacobian" else value * tangent
    np.testing.assert_allclose(along, pushed, rtol=1e-12, atol=1e-14)


@pytest.fixture
def alone() -> Callable[..., Alone]:
    return run_alone


@pytest.fixture
def derivatives_agree() -> Callable[..., None]:
    return check_derivatives
