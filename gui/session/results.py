"""Values, derivatives, timeline and problems of the document as it stands."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from graph_engine.differentiate import Gradients, Local, Tangents, forward_mode, gradients, local_derivative, through
from graph_engine.document import Document, Touched, effective_target
from graph_engine.evaluate import Evaluation, births, evaluate
from graph_engine.explain import Moved, Trace, trace, with_updates
from graph_engine.graph import Edge, Problem, Value, missing_inputs
from graph_engine.practice import Planted, broken, broken_gradients


class Results:
    """Recomputed by the session after each edit that touched numbers; views only read it."""

    evaluation: Evaluation
    gradients: Gradients | None
    target: str | None
    tangents: Tangents | None  # in forward mode; None in reverse mode
    trace: Trace
    problems: dict[str, list[Problem]]

    def __init__(self, document: Document) -> None:
        self.planted: Planted | None = None  # a fault that someone is to find; the document knows nothing of it
        self.lent: Mapping[str, Value] = {}
        self.moved: Mapping[str, Moved] = {}
        self.fed: Mapping[str, Value] = {}  # one row of the data, in place of the mini-batch
        self.take(document)

    def take(self, document: Document) -> None:
        self._document, self.planted = document, None
        self.lent, self.moved, self.fed = {}, {}, {}
        self._source: str | None = None
        self._evaluate()

    def renew(self) -> None:
        """Computes everything anew: sources have other values, though nothing was edited."""
        self._evaluate()

    def plant(self, planted: Planted | None) -> None:
        """Shows the passes as they come out with a fault; None mends it."""
        self.planted = planted
        self._evaluate()

    def lend(self, values: Mapping[str, Value], moved: Mapping[str, Moved] = MappingProxyType({})) -> bool:
        """Shows sources with values that the document does not have, such as those of a run; whether that changes
        anything. The timeline goes on with the updates of those that have `moved`."""
        if not values and not self.lent:
            return False
        self.lent, self.moved = values, moved
        self._evaluate()
        return True

    def start_from(self, source: str | None) -> None:
        """Forward mode from a node in place of the backward pass; None: reverse mode again."""
        self._source = source
        self._differentiate(retrace=True)

    def feed(self, values: Mapping[str, Value]) -> None:
        """Shows the data columns with these rows instead of their mini-batch."""
        self.fed = values
        self._evaluate()

    def follow(self, touched: Touched) -> None:
        """Catches up with an edit: everything after a change of structure, else only what depends on it."""
        if touched.structure:
            self._evaluate()
        elif touched.values:
            without = self._without_value()
            self.evaluation.update(touched.values)
            self._differentiate(retrace=touched.target or without != self._without_value())
        elif touched.target:
            self._differentiate(retrace=True)
        if touched.words and self.problems:  # their sentences name nodes
            self._evaluate()

    def value(self, id: str) -> Value | None:
        return self.evaluation.value(id)

    def gradient(self, id: str) -> Value | None:
        """∂target/∂node; None where the target does not depend on it."""
        return None if self.gradients is None else self.gradients.nodes.get(id)

    def edge_gradient(self, edge: Edge) -> Value | None:
        return None if self.gradients is None else self.gradients.edge(edge)

    def derivative(self, id: str) -> Value | None:
        """What the second half of the timeline finds at a node: ∂target/∂node, or in forward mode ∂node/∂source."""
        return self.gradient(id) if self.tangents is None else self.tangents.nodes.get(id)

    def derivative_along(self, edge: Edge) -> Value | None:
        """What it sends along a wire: back what the wire contributes, in forward mode on what its source has."""
        return self.edge_gradient(edge) if self.tangents is None else self.tangents.nodes.get(edge.source)

    def local(self, edge: Edge) -> Local | None:
        if edge not in self._locals:
            self._locals[edge] = local_derivative(self.evaluation, edge)
        return self._locals[edge]

    def through(self, edges: tuple[Edge, ...], output: str) -> Local | None:
        """∂output/∂source along wires that leave one source: the local derivative of a group."""
        key = edges, output
        if key not in self._throughs:
            self._throughs[key] = through(self.evaluation, edges, output)
        return self._throughs[key]

    def _evaluate(self) -> None:
        self.evaluation = evaluate(self._document.graph)
        if self.lent or self.fed:
            for id, value in {**self.lent, **self.fed}.items():
                if id in self.evaluation.plan.slot:
                    self.evaluation.put(id, value)
            self.evaluation.rerun()
        if self._source is not None and self._source not in self._document.graph:
            self._source = None
        if self.planted is not None and self.planted.node not in self._document.graph:
            self.planted = None
        if self.planted is not None:
            self.evaluation = broken(self.evaluation, self.planted)
        self._differentiate(retrace=True)

    def _differentiate(self, *, retrace: bool) -> None:
        self._locals: dict[Edge, Local | None] = {}
        self._throughs: dict[tuple[tuple[Edge, ...], str], Local | None] = {}
        self.target = effective_target(self._document, self.evaluation)
        self.gradients = None if self.target is None else self._pass_back(self.target)
        self.tangents = self._push_forward()
        if retrace:
            self.trace = trace(
                self.evaluation, self.target, source=None if self.tangents is None else self.tangents.source
            )
            if self.moved and self.tangents is None:
                self.trace = with_updates(self.trace, [id for id in self.moved if id in self._document.graph])
        self._find_problems()

    def _pass_back(self, target: str) -> Gradients:
        if self.planted is not None:
            return broken_gradients(self.evaluation, target, self.planted)
        return gradients(self.evaluation, target)

    def _push_forward(self) -> Tangents | None:
        if self._source is None or self.evaluation.value(self._source) is None:
            return None
        return forward_mode(self.evaluation, self._source)

    def _find_problems(self) -> None:
        graph = self._document.graph
        found = [p for id in self.evaluation.plan.problems for p in missing_inputs(graph, id)]
        slot = self.evaluation.plan.slot
        found += sorted(self.evaluation.failures.values(), key=lambda problem: slot[problem.node])
        found += births(self.evaluation)
        self.problems = {}
        for problem in found:
            self.problems.setdefault(problem.node, []).append(problem)

    def _without_value(self) -> set[str]:
        return {
            id for id, value in zip(self.evaluation.plan.order, self.evaluation.values, strict=True) if value is None
        }
