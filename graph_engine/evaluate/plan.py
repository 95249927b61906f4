"""`Plan`: the order of work, compiled once for each structure of a graph."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any
from weakref import WeakKeyDictionary

from ..expression import compile_value, compile_values, symbols
from ..graph import Edge, Graph, Problem, missing_inputs
from ..ops import Op

_SOURCES_KEPT = 16  # sources that a plan remembers the way from
_Downstream = tuple[tuple[tuple[int, Callable[..., float], int, int], ...], tuple[str, ...]]
ABSENT = -1  # the slot of an optional input that nothing is wired to
Pull = Callable[..., Any]


@dataclass(frozen=True, eq=False, slots=True)
class Work:
    """One op to run: where its inputs lie, where its output goes."""

    slot: int
    node: str
    op: Op
    attributes: Mapping[str, Any]
    reads: tuple[int, ...]
    feeds: tuple[str | None, ...]  # the nodes behind `reads`
    value: Callable[..., float] | None  # elementwise ops on plain floats: inputs → value
    pull: Pull | None  # the same backward: (g, *inputs, value) → the gradient of each input; bare if there is one
    partials: tuple[Any, ...]  # each input's partial, if all are so plain: a number, or the name of a port

    @property
    def edges(self) -> tuple[Edge | None, ...]:
        """The wire behind each of `reads`."""
        wires = zip(self.feeds, self.op.ports, strict=True)
        return tuple([None if source is None else Edge(source, self.node, port) for source, port in wires])


@dataclass(frozen=True, eq=False)
class Plan:
    """Nodes in topological order: sources, then ops that can run, then those that lack an input.

    Slot i of a list of values belongs to `order[i]`; the op at place k of `work` writes slot `sources + k`.
    """

    order: tuple[str, ...]
    slot: Mapping[str, int]
    sources: int
    work: tuple[Work, ...]
    readers: tuple[tuple[int, ...], ...]  # slot → places in `work` that read it
    problems: Mapping[str, tuple[Problem, ...]]  # nodes that can't run, for want of inputs
    # (value, first input, second input or ABSENT) of each work; None where some op can't run on plain floats
    floats: tuple[tuple[Callable[..., float], int, int], ...] | None
    routes: dict[Any, Any] = field(default_factory=dict)  # kept for `differentiate`, by target
    _downstream: dict[str, _Downstream] = field(default_factory=dict)

    def downstream(self, source: str) -> _Downstream:
        """What depends on a source of a plan of floats: slot and rule of each op, in order, and the ids."""
        known = self._downstream.get(source)
        if known is None:
            if len(self._downstream) >= _SOURCES_KEPT:
                self._downstream.clear()
            reached = {self.slot[source]}
            for work in self.work:
                if not reached.isdisjoint(work.reads):
                    reached.add(work.slot)
            places = sorted(reached - {self.slot[source]})
            steps = tuple((slot, *(self.floats or ())[slot - self.sources]) for slot in places)
            known = self._downstream[source] = steps, tuple(self.order[slot] for slot in places)
        return known

    @cached_property
    def source_ids(self) -> tuple[str, ...]:
        return self.order[: self.sources]

    def work_at(self, slot: int) -> Work | None:
        place = slot - self.sources
        return self.work[place] if 0 <= place < len(self.work) else None


def plan_for(graph: Graph) -> Plan:
    """The plan of the graph as it stands; compiled again only when its structure has changed."""
    known = _PLANS.get(graph)
    if known is None or known[0] != graph.version:
        known = graph.version, _compile(graph)
        _PLANS[graph] = known
    return known[1]


_PLANS: WeakKeyDictionary[Graph, tuple[int, Plan]] = WeakKeyDictionary()


def _compile(graph: Graph) -> Plan:
    order, count, problems = _runnable_first(graph)
    slot = {id: place for place, id in enumerate(order)}
    sources = sum(graph.node(id).is_source for id in order)
    work = tuple(_work(graph, id, slot) for id in order[sources:count])
    readers: list[list[int]] = [[] for _ in order]
    for place, item in enumerate(work):
        for read in set(item.reads) - {ABSENT}:
            readers[read].append(place)
    return Plan(
        order=tuple(order),
        slot=slot,
        sources=sources,
        work=work,
        readers=tuple(map(tuple, readers)),
        problems=problems,
        floats=_on_floats(work),
    )


def _runnable_first(graph: Graph) -> tuple[list[str], int, dict[str, tuple[Problem, ...]]]:
    """Topological order with what can't run at the end, how many can, and why the others can't."""
    problems: dict[str, tuple[Problem, ...]] = {}
    runnable: list[str] = []
    blocked: dict[str, None] = {}
    for id in graph.order():
        node, wired = graph.node(id), graph.inputs(id)
        missing = not node.is_source and not node.required <= wired.keys()
        if missing:
            problems[id] = tuple(missing_inputs(graph, id))
        if missing or (blocked and any(source in blocked for source in wired.values())):
            blocked[id] = None
        else:
            runnable.append(id)
    return [*runnable, *blocked], len(runnable), problems


def _work(graph: Graph, id: str, slot: Mapping[str, int]) -> Work:
    node, wired = graph.node(id), graph.inputs(id)
    op, attributes = node.op, node.attributes
    value, pull, partials = _float_rules(op, tuple(attributes.items())) if op.elementwise else (None, None, ())
    ports = op.ports
    return Work(
        slot=slot[id],
        node=id,
        op=op,
        attributes=attributes,
        reads=tuple([slot[wired[port]] if port in wired else ABSENT for port in ports]),
        feeds=tuple([wired.get(port) for port in ports]),
        value=value,
        pull=pull,
        partials=partials,
    )


@lru_cache(maxsize=512)
def _float_rules(op: Op, attributes: tuple[tuple[str, Any], ...]) -> tuple[Callable[..., float], Pull, tuple[Any, ...]]:
    """The op's own rules, traced and compiled for plain floats."""
    assert op.partials is not None
    inputs, (out, upstream) = symbols(*op.ports), symbols("out", "g")
    settings = dict(attributes)
    partials = op.partials(*inputs, out=out, **settings)
    pull = compile_values(("g", *op.ports, "out"), [upstream * partial for partial in partials])
    plain = tuple(getattr(partial, "head", partial) for partial in partials if not getattr(partial, "args", ()))
    return (
        compile_value(op.ports, op.forward(*inputs, **settings)),
        pull,
        plain if len(plain) == len(partials) and "out" not in plain else (),
    )


def _on_floats(work: tuple[Work, ...]) -> tuple[tuple[Callable[..., float], int, int], ...] | None:
    found = []
    for item in work:
        if item.value is None or len(item.reads) > 2 or ABSENT in item.reads:
            return None
        found.append((item.value, item.reads[0], item.reads[1] if len(item.reads) == 2 else ABSENT))
    return tuple(found)
