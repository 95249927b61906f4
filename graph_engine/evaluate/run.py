"""Evaluates a graph: all of it, or only what depends on a source that changed."""

from __future__ import annotations

import heapq
import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from ..errors import ValueMismatch
from ..graph import Graph, Problem, Value, settle
from ..ops import shape_text
from ..sentence import Sentence, say
from .plan import ABSENT, Plan, Work, plan_for

MOST_ENTRIES = 2**26  # numbers that a graph computes, together
MOST_PRODUCTS = 2**35  # multiplications of entries in one pass: some seconds


@dataclass(eq=False, repr=False)
class Evaluation:
    """The values of a graph's nodes at one moment. A node that could not be evaluated has the value None."""

    graph: Graph
    plan: Plan
    values: list[Value | None]
    failures: dict[str, Problem] = field(default_factory=dict)
    shapes: dict[str, Any] = field(default_factory=dict)  # by node, what its shape rule let pass, and what it costs
    held: int = 0  # entries of all values that were let pass
    spent: int = 0  # products of this pass

    def __repr__(self) -> str:
        missing = sum(value is None for value in self.values)
        return f"<Evaluation of {len(self.values)} nodes{f', {missing} without a value' if missing else ''}>"

    def value(self, id: str) -> Value | None:
        """The value of the node `id`; None for one that has none, or came to the graph later."""
        slot = self.plan.slot.get(id)
        return None if slot is None else self.values[slot]

    def inputs_of(self, work: Work) -> list[Value | None]:
        """The values an op reads, None for an optional input that is open."""
        return [None if slot == ABSENT else self.values[slot] for slot in work.reads]

    def work_of(self, id: str) -> Work | None:
        """The plan's entry for `id`; None for sources and for nodes that lack an input."""
        return self.plan.work_at(self.plan.slot[id])

    def put(self, id: str, value: Value) -> None:
        """Gives a source another value here only, not in the graph: training moves copies. Nothing is re-run."""
        self.values[self.plan.slot[id]] = value

    def _miss(self, id: str) -> None:
        """Notes why a source has no value."""
        node = self.graph.node(id)
        reason = node.trouble or say("it has no value")
        self.failures[id] = Problem(id, say("{node}: {reason}", node=named(self.graph, id), reason=reason))

    def rerun(self) -> None:
        """Computes every op anew from the values that the sources have here."""
        self.spent = 0
        for id, value in zip(self.plan.source_ids, self.values, strict=False):
            if value is None:
                self._miss(id)
        with np.errstate(all="ignore"):
            for work in self.plan.work:
                _run(work, self)

    def update(self, changed: Iterable[str]) -> set[str]:
        """Takes up new values of the sources `changed`, re-runs only what depends on them, returns what was touched."""
        plan, touched = self.plan, set(changed)
        self.spent = 0
        pending: list[int] = []
        for id in touched:
            slot = plan.slot[id]
            self.values[slot] = self.graph.node(id).value
            self.failures.pop(id, None)
            if self.values[slot] is None:
                self._miss(id)
            pending.extend(plan.readers[slot])
        if len(touched) == 1 and plan.floats is not None and self._update_floats(*touched):
            return touched | set(plan.downstream(*touched)[1])
        heapq.heapify(pending)
        last = -1
        with np.errstate(all="ignore"):
            while pending:
                place = heapq.heappop(pending)
                if place == last:
                    continue
                last = place
                work = plan.work[place]
                _run(work, self)
                touched.add(work.node)
                for reader in plan.readers[work.slot]:
                    heapq.heappush(pending, reader)
        return touched

    def _update_floats(self, changed: str) -> bool:
        """Re-runs what depends on one source where all of it is plain floats; whether that went well."""
        if self.failures:
            return False
        values: list[Any] = self.values
        try:
            for slot, value, a, b in self.plan.downstream(changed)[0]:
                x, y = values[a], values[b]
                if type(x) is not float or (b >= 0 and type(y) is not float):
                    return False
                values[slot] = value(x) if b < 0 else value(x, y)
        except (ArithmeticError, ValueError):
            return False  # outside the range of `math`; one op at a time
        return True


def evaluate(graph: Graph) -> Evaluation:
    """The value of every node that can be evaluated.

    >>> graph = Graph()
    >>> x = graph.add("variable", "x", value=3)
    >>> y = graph.add("exp", "y", x=graph.add("negate", "minus x", x=x))
    >>> evaluate(graph).value(y)
    0.049787068367863944
    """
    plan = plan_for(graph)
    node = graph.node
    sources = [node(id).value for id in plan.source_ids]
    unknown: list[Value | None] = [None] * (len(plan.order) - plan.sources)
    if plan.floats is not None and all([type(x) is float for x in sources]):
        try:
            computed = _on_floats(plan.floats, sources)
            return Evaluation(graph, plan, computed + unknown[len(plan.work) :])
        except (ArithmeticError, ValueError):
            pass  # somewhere outside the range of `math`; one op at a time, NumPy says inf or NaN
    evaluation = Evaluation(graph, plan, sources + unknown)
    evaluation.rerun()
    return evaluation


def _on_floats(
    steps: Iterable[tuple[Callable[..., float], int, int]], sources: list[Value | None]
) -> list[Value | None]:
    """All values of a graph of plain floats, in one flat loop."""
    values: list[Any] = sources.copy()
    add = values.append
    for value, a, b in steps:
        add(value(values[a]) if b < 0 else value(values[a], values[b]))
    return values


def _run(work: Work, evaluation: Evaluation) -> None:
    values = evaluation.values
    if evaluation.failures:
        evaluation.failures.pop(work.node, None)
    inputs = [None if slot == ABSENT else values[slot] for slot in work.reads]
    if work.value is not None:
        try:
            if all([type(x) is float for x in inputs]):
                values[work.slot] = work.value(*inputs)
                return
        except (ArithmeticError, ValueError):
            pass  # outside the range of `math`; NumPy says inf or NaN
    if any(x is None for x, slot in zip(inputs, work.reads, strict=True) if slot != ABSENT):
        values[work.slot] = None
        return
    try:
        values[work.slot] = _on_arrays(work, inputs, evaluation)
    except ValueMismatch as error:
        values[work.slot] = None
        sentence = say("{node}: {reason}", node=named(evaluation.graph, work.node), reason=error.sentence)
        evaluation.failures[work.node] = Problem(work.node, sentence, error.port)


def named(graph: Graph, id: str) -> Sentence:
    """How a sentence calls a node: its kind, and its name where that says more."""
    node = graph.node(id)
    return (
        node.spec.label
        if node.name == node.spec.label
        else say("{kind} “{name}”", kind=node.spec.label, name=node.name)
    )


def as_arrays(values: list[Value | None]) -> list[Any]:
    """What a rule on arrays is given: a float takes the dtype of the arrays beside it, so that float32 is kept."""
    if not any([type(x) is float for x in values]):
        return values
    dtypes = [x.dtype for x in values if isinstance(x, np.ndarray)]
    dtype = np.result_type(*dtypes) if dtypes else np.dtype(np.float64)
    return [np.asarray(x, dtype) if isinstance(x, float) else x for x in values]


def _on_arrays(work: Work, inputs: list[Value | None], evaluation: Evaluation) -> Value:
    """Runs an op on arrays; the evaluation remembers the shapes that its shape rule has let pass."""
    arrays = as_arrays(inputs)
    shapes = [None if a is None else a.shape for a in arrays]
    known = evaluation.shapes.get(work.node)
    if known is None or known[0] != shapes:
        known = shapes, *_admit(work, shapes, evaluation)
        evaluation.shapes[work.node] = known
    evaluation.spent += known[2]
    if evaluation.spent > MOST_PRODUCTS:
        template = "with its value the graph would take more than {limit} multiplications"
        raise ValueMismatch(say(template, limit=f"{MOST_PRODUCTS:,}"))
    try:
        result = work.op.forward(*arrays, **work.attributes)
    except MemoryError:
        raise ValueMismatch(say("its value of shape {shape} does not fit in memory", shape=known[1])) from None
    return settle(result)


def _admit(work: Work, shapes: list[Any], evaluation: Evaluation) -> tuple[Any, int]:
    """The shape of the value and the products it takes, if the graph may become so large."""
    before = evaluation.shapes.pop(work.node, None)
    if before is not None:
        evaluation.held -= math.prod(before[1])
    shape = work.op.shape(*shapes, **work.attributes)
    if evaluation.held + math.prod(shape) > MOST_ENTRIES:
        template = "its value of shape {shape} is too large; all values of a graph have {limit} entries at most"
        raise ValueMismatch(say(template, shape=shape_text(shape), limit=f"{MOST_ENTRIES:,}"))
    evaluation.held += math.prod(shape)
    return shape, 0 if work.op.products is None else work.op.products(*shapes, **work.attributes)
