"""Graphs that nobody would draw: empty arrays, both precisions, one node in several inputs, inputs without effect."""

from __future__ import annotations

import random

import numpy as np

import graph_engine as ge
from graph_engine import ops
from graph_engine.errors import GraphError, ValueMismatch

SHAPES = [(), (1,), (3,), (2, 3), (3, 1), (1, 3), (3, 3), (0,), (0, 3), (2, 1, 3), (1, 1)]
ODD = [0.0, 1.0, -1.0, np.inf, -np.inf, np.nan, 1e30, -1e-30, 710.0, -745.0]
SETTINGS = {
    "axes": [None, (0,), (-1,), (0, 1), ()],
    "sizes": [(-1,), (3, -1), (1,), (2, 3)],
    "truth": [True, False],
    "whole": [0, 1, -1, 2],
    "number": [0.0, 0.5, 1.0, 2.0, -1.0],
}
FORMULAS = ["x*y", "x/y+w", "exp(x)", "sin(x)^2", "x", "3", "x+1/0"]
SLOPES = ["", "1", "x", "y", "cos(x)*z"]


class Drawn:
    """A random graph; `odd` puts zeros, huge numbers, infinities and NaN into its sources."""

    def __init__(self, seed: int, odd: bool) -> None:
        self.choose, self.rng, self.odd = random.Random(seed), np.random.default_rng(seed), odd
        self.graph = ge.Graph()
        self.ids = [self._source() for _ in range(self.choose.randint(1, 4))]
        self.sources = list(self.ids)
        for _ in range(self.choose.randint(1, 9)):
            self._op()

    def _source(self) -> str:
        shape = self.choose.choice(SHAPES)
        value = self.rng.uniform(-2, 2, shape)
        if self.odd:
            value = np.where(self.rng.random(shape) < 0.3, self.rng.choice(ODD, shape), value)
        kind = self.choose.choice(["variable", "parameter", "constant"])
        return self.graph.add(kind, value=value.astype(self.choose.choice(["float64", "float64", "float32"])))

    def _op(self) -> None:
        op = self.choose.choice(ops.ALL)
        ports = [port.name for port in op.inputs if not port.optional or self.choose.random() < 0.3]
        settings = {a.name: self._setting(a) for a in op.attributes if self.choose.random() < 0.5}
        try:
            wires = {port: self.choose.choice(self.ids) for port in ports}
            self.ids.append(self.graph.add(op.key, attributes=settings, **wires))
        except (GraphError, ValueMismatch):
            pass  # a setting that the op refuses

    def _setting(self, attribute):
        if attribute.kind == "formula":
            return self.choose.choice(FORMULAS if attribute.name == "formula" else SLOPES)
        return self.choose.choice(SETTINGS.get(attribute.kind) or attribute.choices)
