"""`Program`: both passes over one structure, compiled once for many runs. What training runs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

import numpy as np

from ..errors import GraphError, ValueMismatch
from ..evaluate import Evaluation
from ..graph import KEPT, Value, as_value, settle, upstream
from ..sentence import say
from . import straight_line
from .reverse import gradients, target_value
from .route import route_back

_SHAPES_KEPT = 8  # compiled forms, one for each combination of shapes: whole batches and the short last one


class Program:
    """The value of a target and its gradients with respect to `wanted` (ids), again and again.

    Sources that are wanted live in arrays of the program's own, which may be changed in place between runs; the others
    are data, given anew with `put`. The graph is not touched. `keep` names nodes whose values are asked for later.
    `arrays` may bring the arrays that wanted sources are to live in; they hold their values already. `slopes` may bring
    arrays for the gradients: those that can be are put there, which spares a copy.

    >>> from graph_engine.evaluate import evaluate
    >>> from graph_engine.graph import Graph
    >>> graph = Graph()
    >>> x, W = graph.add("variable", "x", value=[[1, 2]]), graph.add("parameter", "W", value=[[3], [4]])
    >>> y = graph.add("sum", "y", x=graph.add("dot", "xW", x=x, W=W))
    >>> program = Program(evaluate(graph), y, wanted=[W])
    >>> program.run()
    11.0
    >>> program.gradients[W]
    array([[1.],
           [2.]])
    >>> program.value(W)[:] -= 0.5 * program.gradients[W]
    >>> program.run()
    8.5
    """

    def __init__(
        self,
        evaluation: Evaluation,
        target: str,
        wanted: Iterable[str] | None = None,
        *,
        keep: Iterable[str] = (),
        arrays: Mapping[str, Any] = MappingProxyType({}),
        slopes: Mapping[str, Any] = MappingProxyType({}),
    ) -> None:
        target_value(evaluation, target)
        plan = evaluation.plan
        self.target = target
        self._evaluation = Evaluation(evaluation.graph, plan, evaluation.values.copy())
        chosen = None if wanted is None else tuple(wanted)
        self._route = route_back(plan, target, chosen)
        slots = sorted(self._route.slots)
        self.wanted = tuple(plan.order[slot] for slot in slots) if chosen is None else chosen
        self._seen = tuple(dict.fromkeys([target, *keep]))
        self._on_floats = all(type(x) is float for x in self._evaluation.values if x is not None) and all(
            work.value is not None for work in plan.work
        )
        self._kept = {} if self._on_floats else self._own_arrays(arrays)
        self._bound = [slot for slot in range(plan.sources) if slot not in self._kept]
        self._into = {plan.slot[id]: array for id, array in slopes.items()}
        self._compiled: dict[Any, straight_line.Bind] = {}
        self._bind_same: straight_line.Bind | None = None  # fits data of the shapes that are there now
        self._run: straight_line.Run | None = None
        self._found: tuple[Any, ...] = ()

    def _own_arrays(self, given: Mapping[str, Any]) -> dict[int, Any]:
        plan, values = self._evaluation.plan, self._evaluation.values
        own = {id: plan.slot[id] for id in self.wanted if plan.slot[id] < plan.sources}
        return {slot: given[id] if id in given else np.array(values[slot], order="C") for id, slot in own.items()}

    def put(self, id: str, value: Any) -> None:
        """Gives a source another value. A wanted source keeps its shape; data may change its own and is not copied."""
        slot = self._evaluation.plan.slot[id]
        own = self._kept.get(slot)
        if own is None and _alike(self._evaluation.values[slot], value) and not self._on_floats:
            self._evaluation.values[slot], self._run = value, None  # nearly always: the next mini-batch
        elif own is None and (np.ndim(value) == 0 or not self._on_floats):
            before, now = self._evaluation.values[slot], value if _usable(value) else as_value(value)
            self._evaluation.values[slot], self._run = now, None
            if not _alike(before, now):
                self._bind_same = None
        elif own is not None and np.shape(value) == own.shape:
            own[...] = value
        else:
            name = self._evaluation.graph.node(id).name
            template = "{given} was given, but “{node}” has the shape {shape}"
            raise ValueMismatch(say(template, given=np.shape(value), node=name, shape=np.shape(self.value(id))))

    def value(self, id: str) -> Any:
        """A source's value (the program's own array, if it is wanted), or what a kept node was in the last run."""
        if id in self._seen and self._found:
            return settle(self._found[self._seen.index(id)])
        slot = self._evaluation.plan.slot[id]
        return self._kept.get(slot, self._evaluation.values[slot])

    def run(self, *, silenced: bool = False) -> Value:
        """Runs both passes and returns the target's value; arrays of the run before are overwritten.

        With `silenced`, the caller has told NumPy to ignore what is out of range.
        """
        if self._run is None:
            self._run = self._bind()
        try:
            if self._on_floats or silenced:
                self._found = self._run()
            else:
                with np.errstate(all="ignore"):
                    self._found = self._run()
        except (ArithmeticError, ValueError):  # outside the range of `math`
            self._found = self._op_by_op()
        return _bare(self._found[0])

    @property
    def slopes(self) -> tuple[Any, ...]:
        """The gradients of `wanted`, in that order, as the last run left them."""
        return self._found[len(self._seen) :]

    @property
    def gradients(self) -> dict[str, Any]:
        """The same by id."""
        return dict(zip(self.wanted, map(_bare, self.slopes), strict=True))

    def _bind(self) -> straight_line.Run:
        values = self._evaluation.values
        data = [values[slot] for slot in self._bound]
        if self._bind_same is not None:
            return self._bind_same(*data)
        shapes = tuple((x.shape, x.dtype) if isinstance(x, np.ndarray) else None for x in data)
        bind = self._compiled.get(shapes)
        if bind is None:
            if len(self._compiled) >= _SHAPES_KEPT:
                self._compiled.clear()
            bind = self._compiled[shapes] = self._compile()
        self._bind_same = bind
        return bind(*data)

    def _compile(self) -> straight_line.Bind:
        plan, values = self._evaluation.plan, self._evaluation.values
        wanted, seen = [plan.slot[id] for id in self.wanted], [plan.slot[id] for id in self._seen]
        if self._on_floats:
            return straight_line.on_floats(plan, self._route, wanted, seen)
        self._take_own()
        with np.errstate(all="ignore"):
            return straight_line.on_arrays(
                plan, self._route, values[: plan.sources], self._kept, wanted, seen, self._into
            )

    def _take_own(self) -> None:
        """Evaluates with the program's own arrays; refuses what can't be evaluated on the way to what is asked for."""
        for slot, own in self._kept.items():
            self._evaluation.values[slot] = settle(own.copy())
        self._evaluation.rerun()
        needed = upstream(self._evaluation.graph, self._seen)
        for problem in self._evaluation.failures.values():
            if problem.node in needed:
                raise GraphError(problem.sentence, node=problem.node, port=problem.port)
        for id in self._seen:
            target_value(self._evaluation, id)

    def _op_by_op(self) -> tuple[Any, ...]:
        self._take_own()
        found = gradients(self._evaluation, self.target, wanted=self.wanted)
        values = [target_value(self._evaluation, id) for id in self._seen]
        return (*values, *(found.of(id, target_value(self._evaluation, id)) for id in self.wanted))


def _alike(one: Any, other: Any) -> bool:
    """Whether both are numbers, or arrays of one shape and dtype."""
    if type(one) is not np.ndarray or type(other) is not np.ndarray:
        return type(one) is float and type(other) is float
    return bool(one.shape == other.shape and one.dtype == other.dtype)


def _usable(value: Any) -> bool:
    return isinstance(value, np.ndarray) and value.ndim > 0 and value.dtype in KEPT


def _bare(found: Any) -> Value:
    """A scalar as a Python float."""
    if np.ndim(found) == 0 and getattr(found, "dtype", None) != np.float32:
        return float(found)
    array: Value = found
    return array
