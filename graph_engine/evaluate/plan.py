"""`Plan`: the order of work, compiled once for each structure of a graph."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from weakref import WeakKeyDictionary

from ..expression import compile_scalar, compile_value, symbols
from ..graph import Edge, Graph, Problem, missing_inputs
from ..ops import Op

ABSENT = -1  # the slot of an optional input that nothing is wired to


@dataclass(frozen=True, eq=False)
class Work:
    """One op to run: where its inputs lie, where its output goes."""

    slot: int
    node: str
    op: Op
    attributes: Mapping[str, Any]
    reads: tuple[int, ...]
    edges: tuple[Edge | None, ...]  # the wire behind each of `reads`
    scalar: Callable[..., float] | None  # elementwise ops on plain floats
    scalar_partials: Callable[..., tuple[float, ...]] | None


@dataclass(frozen=True, eq=False)
class Plan:
    """Nodes in topological order; slot i of a list of values belongs to `order[i]`."""

    order: tuple[str, ...]
    slot: Mapping[str, int]
    work: tuple[Work, ...]
    work_at: Mapping[int, int]  # slot → place in `work`
    readers: tuple[tuple[int, ...], ...]  # slot → places in `work` that read it
    problems: Mapping[str, tuple[Problem, ...]]  # nodes that can't run, for want of inputs


def plan_for(graph: Graph) -> Plan:
    """The plan of the graph as it stands; compiled again only when its structure has changed."""
    known = _PLANS.get(graph)
    if known is None or known[0] != graph.version:
        known = graph.version, _compile(graph)
        _PLANS[graph] = known
    return known[1]


_PLANS: WeakKeyDictionary[Graph, tuple[int, Plan]] = WeakKeyDictionary()


def _compile(graph: Graph) -> Plan:
    order = graph.order()
    slot = {id: place for place, id in enumerate(order)}
    work: list[Work] = []
    readers: list[list[int]] = [[] for _ in order]
    problems: dict[str, tuple[Problem, ...]] = {}
    for id in order:
        if graph.node(id).is_source:
            continue
        missing = missing_inputs(graph, id)
        if missing:
            problems[id] = tuple(missing)
            continue
        item = _work(graph, id, slot)
        for read in set(item.reads) - {ABSENT}:
            readers[read].append(len(work))
        work.append(item)
    return Plan(
        order=tuple(order),
        slot=slot,
        work=tuple(work),
        work_at={item.slot: place for place, item in enumerate(work)},
        readers=tuple(map(tuple, readers)),
        problems=problems,
    )


def _work(graph: Graph, id: str, slot: Mapping[str, int]) -> Work:
    node, wired = graph.node(id), graph.inputs(id)
    value, partials = _scalar_functions(node.op, tuple(node.attributes.items()))
    return Work(
        slot=slot[id],
        node=id,
        op=node.op,
        attributes=node.attributes,
        reads=tuple(slot[wired[port]] if port in wired else ABSENT for port in node.op.ports),
        edges=tuple(Edge(wired[port], id, port) if port in wired else None for port in node.op.ports),
        scalar=value,
        scalar_partials=partials,
    )


@lru_cache(maxsize=4096)
def _scalar_functions(op: Op, attributes: tuple[tuple[str, Any], ...]) -> tuple[Any, Any]:
    """The op's own rules, traced and compiled for plain floats; (None, None) for ops on arrays only."""
    if op.partials is None:
        return None, None
    inputs, (out,) = symbols(*op.ports), symbols("out")
    settings = dict(attributes)
    value = compile_value(op.ports, op.forward(*inputs, **settings))
    return value, compile_scalar((*op.ports, "out"), op.partials(*inputs, out=out, **settings))
