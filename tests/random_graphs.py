"""Random graphs of scalars and arrays that stay clear of kinks, poles and huge numbers."""

from __future__ import annotations

from typing import Any

import numpy as np

from graph_engine import Graph, ops

SHAPES = [(), (), (), (3,), (4,), (3, 4), (3, 1), (1, 4), (2, 3, 4)]
LARGEST = 30.0
CLEAR = 1e-2  # how far from a kink or a pole


class Grown:
    """A graph that grows by one random op at a time; `values` holds what each node is."""

    def __init__(self, seed: int) -> None:
        self.rng = np.random.default_rng(seed)
        self.graph = Graph()
        self.values: dict[str, np.ndarray] = {}
        self.sources: list[str] = []
        self.used: set[str] = set()
        for _ in range(self.rng.integers(2, 5)):
            self.source(SHAPES[self.rng.integers(len(SHAPES))])

    def source(self, shape: tuple[int, ...], least: float = -1.5, most: float = 1.5) -> str:
        return self.given(self.rng.uniform(least, most, shape))

    def given(self, value: Any) -> str:
        id = self.graph.add("variable", f"s{len(self.values)}", value=value)
        self.values[id] = np.asarray(value, float)
        self.sources.append(id)
        return id

    def add(self, key: str, *inputs: str, most: float = LARGEST, **attributes: Any) -> str | None:
        """The new node, or None where its value would be too large."""
        op = ops.by_key(key)
        settings = {a.name: attributes.get(a.name, a.default) for a in op.attributes}
        given = [self.values[id] for id in inputs] + [None] * (len(op.ports) - len(inputs))
        with np.errstate(all="ignore"):
            value = np.asarray(op.forward(*given, **settings))
        if not np.all(np.abs(value) < most):
            return None
        wires = dict(zip(op.ports, inputs, strict=False))
        id = self.graph.add(key, f"{key}{len(self.values)}", attributes=attributes, **wires)
        self.values[id] = value
        self.used.update(inputs)
        return id

    def any(self) -> str:
        ids = list(self.values)
        return ids[max(self.rng.integers(len(ids)), self.rng.integers(len(ids)))]

    def grow(self) -> str | None:
        """One more op, if the one drawn suits the node drawn."""
        step = STEPS[self.rng.integers(len(STEPS))]
        return step(self, self.any())

    def partner(self, id: str) -> str:
        """A node that broadcasts against `id`, a new one if the one drawn does not."""
        other = self.any()
        try:
            np.broadcast_shapes(self.values[id].shape, self.values[other].shape)
        except ValueError:
            return self.source(self.values[id].shape)
        return other

    def loss(self) -> str:
        """A scalar that everything nothing reads yet feeds."""
        loose = [id for id in self.values if id not in self.used]
        total = None
        for id in loose:
            part = self._part(id)
            total = part if total is None else self.must("add", total, part)
        assert total is not None
        return total

    def must(self, key: str, *inputs: str) -> str:
        found = self.add(key, *inputs, most=np.inf)
        assert found is not None
        return found

    def _part(self, id: str) -> str:
        x = self.values[id]
        choices = ["mean", "sum", "mean_squared_error", "half_squared_error", "sigmoid_with_loss", "l2_penalty"]
        if x.ndim and x.shape[-1] > 1:
            choices += ["softmax_with_loss", "cross_entropy", "hinge"] * 2
        key = choices[self.rng.integers(len(choices))]
        if key in ("mean", "sum", "l2_penalty"):
            return self.must(key, id)
        if key in ("mean_squared_error", "half_squared_error", "sigmoid_with_loss"):
            return self.must(key, id, self.source(x.shape, 0, 1))
        rows = self.rng.dirichlet(np.ones(x.shape[-1]), x.shape[:-1])
        numbers = self.rng.integers(0, x.shape[-1], x.shape[:-1]).astype(float)
        if key == "cross_entropy":
            id = self.must("softmax", id)
        if key == "hinge":
            at = np.take_along_axis(x, numbers.astype(int)[..., None], -1)
            gap = np.abs(x - at + 1.0)
            if gap.min() < CLEAR:
                return self.must("sum", id)
        return self.must(key, id, self.given(numbers if key == "hinge" or self.rng.random() < 0.5 else rows))


def clear_of_zero(x: np.ndarray) -> bool:
    return bool(np.all(np.abs(x) > CLEAR))


def one(key: str, suits: Any = lambda x: True, **settings: Any) -> Any:
    """Growing by an op with one input; `settings` are lists to draw from."""

    def step(grown: Grown, id: str) -> str | None:
        drawn = {name: values[grown.rng.integers(len(values))] for name, values in settings.items()}
        return grown.add(key, id, **drawn) if suits(grown.values[id]) else None

    return step


def two(key: str, suits: Any = lambda x, y: True) -> Any:
    def step(grown: Grown, id: str) -> str | None:
        other = grown.partner(id)
        return grown.add(key, id, other) if suits(grown.values[id], grown.values[other]) else None

    return step


def reduction(key: str) -> Any:
    def step(grown: Grown, id: str) -> str | None:
        x = grown.values[id]
        axis = tuple(int(a) for a in np.flatnonzero(grown.rng.random(x.ndim) < 0.5)) or None
        if key == "max":
            top = np.max(x, axis, keepdims=True)
            if np.any((x != top) & (top - x < CLEAR)) or np.any(np.sum(x == top, axis) > 1):
                return None
        return grown.add(key, id, axis=axis, keepdims=bool(grown.rng.random() < 0.5))

    return step


def _softmax(grown: Grown, id: str) -> str | None:
    return grown.add("softmax", id) if grown.values[id].ndim else None


def _dot(grown: Grown, id: str) -> str | None:
    x = grown.values[id]
    return grown.add("dot", id, grown.source((x.shape[-1], 2), -0.7, 0.7)) if x.ndim else None


def _affine(grown: Grown, id: str) -> str | None:
    x = grown.values[id]
    if not x.ndim:
        return None
    swapped = grown.rng.random() < 0.5
    W = grown.source((3, x.shape[-1]) if swapped else (x.shape[-1], 3), -0.7, 0.7)
    b = [grown.source((3,))] if grown.rng.random() < 0.7 else []
    return grown.add("affine", id, W, *b, layout="out_in" if swapped else "in_out")


def _concatenate(grown: Grown, id: str) -> str | None:
    x = grown.values[id]
    return (
        grown.add("concatenate", id, grown.source(x.shape), id, axis=int(grown.rng.integers(x.ndim)))
        if x.ndim
        else None
    )


def _reshape(grown: Grown, id: str) -> str | None:
    return grown.add("reshape", id, shape=[(-1,), (1, -1), (-1, 1)][grown.rng.integers(3)])


def _transpose(grown: Grown, id: str) -> str | None:
    axes = tuple(int(a) for a in grown.rng.permutation(grown.values[id].ndim))
    return grown.add("transpose", id, axes=None if grown.rng.random() < 0.5 else axes)


def _batch_normalization(grown: Grown, id: str) -> str | None:
    x = grown.values[id]
    if x.ndim < 2 or x.shape[0] < 2 or np.any(np.var(x, tuple(i for i in range(x.ndim) if i != 1)) < 0.05):
        return None
    channels = (x.shape[1],)
    return grown.add("batch_normalization", id, grown.source(channels), grown.source(channels))


def apart(x: np.ndarray, y: np.ndarray) -> bool:
    return clear_of_zero(x - y)


STEPS = [
    *[one(key) for key in ("negate", "square", "identity", "exp", "sin", "cos", "sigmoid", "tanh", "softplus")],
    *[one(key, lambda x: bool(np.all(x > 0.1))) for key in ("log", "sqrt")],
    *[one(key, clear_of_zero) for key in ("relu", "absolute")],
    one("elu", clear_of_zero, alpha=[1.0, 0.4]),
    one("leaky_relu", clear_of_zero, slope=[0.01, 0.3]),
    one("reciprocal", lambda x: bool(np.all(np.abs(x) > 0.1))),
    one("power", clear_of_zero, n=[-1.0, 0.0, 2.0, 3.0]),
    *[two(key) for key in ("add", "subtract", "multiply")],
    two("divide", lambda x, y: bool(np.all(np.abs(y) > 0.1))),
    two("maximum", apart),
    two("minimum", apart),
    *[reduction(key) for key in ("sum", "mean", "max")],
    *[_softmax, _dot, _affine, _concatenate, _reshape, _transpose, _batch_normalization],
]


def random_graph(seed: int) -> tuple[Grown, str]:
    """A graph of some twenty ops and the loss at its end."""
    grown = Grown(seed)
    for _ in range(grown.rng.integers(8, 40)):
        grown.grow()
    return grown, grown.loss()
