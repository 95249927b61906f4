"""What the lens shows of the paths between two nodes, worked out from the results of the session. Imports no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import islice

import numpy as np

from graph_engine.differentiate import Cost, Path, Paths, carried_along, costs, gradients
from graph_engine.evaluate import Evaluation
from graph_engine.explain import Question, local_with_names, one_line, short
from graph_engine.explain.numbers import factor
from graph_engine.graph import Edge, Value

from ...session import Aim, Known

LISTED = 300  # paths shown of more
LARGEST = 10
UNKNOWN = "?"
_FACTORED = 60  # ops on the way; with more the factored form is no help


@dataclass(frozen=True)
class Row:
    """One path in words: the nodes, the local derivatives, what they make together."""

    path: Path
    names: str
    factors: tuple[tuple[str, Question], ...]  # each with what it answers to; none between arrays
    product: str
    asks: Question

    @property
    def factor_text(self) -> str:
        return " × ".join(text for text, _ in self.factors)


class FoundPaths:
    """All paths from `source` to `target` (ids). Between arrays a path's product is what it carries of the gradient."""

    def __init__(self, known: Known, source: str, target: str) -> None:
        self.known, self.results = known, known.results
        self.source, self.target = source, target
        self.aim = Aim(target)
        self.evaluation: Evaluation = self.results.evaluation
        self.paths = Paths(self.evaluation, source, target)
        self.count = self.paths.count
        self.scalar = self.paths.plain

    @property
    def arrived(self) -> bool:
        """Whether the gradient may be seen, and the products that it is the sum of."""
        return self.known.has_slope(self.target, self.source)

    @cached_property
    def seed(self) -> Value:
        """What arrives at the end of each path: ones."""
        value = self.evaluation.value(self.target)
        return 1.0 if type(value) is float else np.ones_like(value)

    @cached_property
    def first(self) -> list[Path]:
        """As many paths as are listed, in the order of the wires."""
        if self.scalar:
            return list(islice(self.paths, LISTED))
        return [
            Path(wires, carried_along(self.evaluation, wires, self.seed))
            for wires in islice(self.paths.routes(), LISTED)
        ]

    @cached_property
    def largest(self) -> list[Path]:
        """The paths of largest product: of all between scalars, of those listed between arrays."""
        if self.scalar:
            return self.paths.largest(LARGEST)
        return sorted(self.first, key=lambda path: -float(np.linalg.norm(path.product)))[:LARGEST]

    @cached_property
    def gradient(self) -> Value:
        """∂target/∂source by reverse mode."""
        results, given = self.results, self.evaluation.value(self.source)
        assert given is not None
        if self.target == results.target and results.gradients is not None:
            return results.gradients.of(self.source, given)
        return gradients(self.evaluation, self.target, wanted=(self.source,)).of(self.source, given)

    @cached_property
    def total(self) -> Value | None:
        """The sum over all paths; None between arrays where not all are listed."""
        if self.scalar:
            return self.paths.total
        if self.count > LISTED:
            return None
        return sum((path.product for path in self.first), np.zeros(np.shape(self.gradient)))

    @cached_property
    def apart(self) -> float:
        """The largest difference between the sum and the gradient; NaN beside NaN is none."""
        with np.errstate(all="ignore"):
            a, b = np.asarray(self.total, float), np.asarray(self.gradient, float)
            same = (a == b) | (np.isnan(a) & np.isnan(b))
            return float(np.max(np.where(same, 0.0, np.abs(a - b)), initial=0.0))

    @property
    def agree(self) -> bool:
        """Whether sum and gradient are one number but for rounding."""
        sizes = [float(np.max(np.abs(path.product), initial=0.0)) for path in self.largest[:1]]
        return self.apart <= 1e-9 * max(1e-300, *sizes, float(np.max(np.abs(self.gradient), initial=0.0)))

    @cached_property
    def costs(self) -> tuple[Cost, Cost]:
        """Of forward and of reverse mode."""
        return costs(self.evaluation, self.target, self.source)

    @cached_property
    def factored(self) -> tuple[str, str]:
        """The sum with common factors taken out, in names and in numbers; empty where there is none worth reading."""
        if not self.scalar or self.count < 2 or self.paths.ops > _FACTORED:
            return "", ""
        graph = self.evaluation.graph
        names = self.paths.factored(lambda edge, slope: local_with_names(graph, edge, slope))
        return names, self.paths.factored()

    def row(self, path: Path) -> Row:
        return Row(path, self.names(path.edges), self._factors(path), self.product(path), Question("path", path.edges))

    def names(self, edges: tuple[Edge, ...]) -> str:
        """`b → c → e`; the port is named where two wires join the same nodes."""
        graph = self.evaluation.graph
        said = [graph.node(self.source).name]
        for edge in edges:
            twins = sum(source == edge.source for source in graph.inputs(edge.target).values())
            name = graph.node(edge.target).name
            said.append(f"{name} ({edge.port})" if twins > 1 else name)
        return " → ".join(said)

    def product(self, path: Path) -> str:
        if not self.arrived:
            return UNKNOWN
        return short(path.product) if isinstance(path.product, float) else one_line(path.product)

    def _factors(self, path: Path) -> tuple[tuple[str, Question], ...]:
        if not self.scalar:
            return ()
        return tuple((self._factor(edge), Question("local", edge)) for edge in path.edges)

    def _factor(self, edge: Edge) -> str:
        local = self.known.local(edge)
        return UNKNOWN if local is None or local.value is None else factor(float(local.value))


def many(count: int) -> str:
    """A count as people read it.

    >>> many(9), many(12_345), many(3**100)
    ('9', '12\xa0345', '5.15e47')
    """
    if count < 10**9:
        return f"{count:,}".replace(",", "\N{NO-BREAK SPACE}")
    return f"{Decimal(count):.2e}".replace("e+", "e")
