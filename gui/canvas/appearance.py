"""What each node and edge should look like now: decided here as plain records, painted elsewhere. Imports no Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

import numpy as np

from graph_engine.differentiate import Local
from graph_engine.document import Document, ready
from graph_engine.evaluate import Step
from graph_engine.explain import Seen, compact, op_formula
from graph_engine.graph import Edge, Graph, Node, Problem, Value
from graph_engine.sentence import say

from ..session.results import Results
from .encoding import PLAIN, Cells, Encoding, Ramp, heat_map, ramp, size_of
from .geometry import Outline, Shape, outline, text_width
from .wiring import Wiring, wiring

CIRCLED = {"arithmetic", "functions", "reductions"}
ASKED = "?"
_NOTHING = Seen(frozenset(), frozenset(), frozenset())
Role = Literal["", "forward", "backward"]
Badge = Literal["", "warning", "error"]
_LETTERS = 14  # of a name where there is little room


@dataclass(frozen=True)
class PortLook:
    name: str
    wired: bool
    missing: bool


@dataclass(frozen=True)
class Frame:
    """What of a node's look decides where wires end, and what it is called from afar. Cheap: every node has one."""

    outline: Outline
    ports: tuple[str, ...]
    source: bool
    title: str  # the name of a source, the symbol or the label of an op (a sentence of the engine)


@dataclass(frozen=True)
class StubLook:
    """The short wire that leaves a node which feeds nothing; on the target it ends in a flag."""

    value: str
    gradient: str
    flag: bool
    name: str  # of the node, which the flag says


@dataclass(frozen=True)
class NodeLook:
    id: str
    outline: Outline
    main: str  # the symbol or the label of an op (a sentence of the engine), the value of a source
    name: str
    gradient: str  # "∂price/∂tax = 200", under the node
    ports: tuple[PortLook, ...]
    source: bool
    trainable: bool
    target: bool
    active: Role
    badge: Badge
    problem: str  # what is wrong with its numbers (a sentence of the engine), under the node
    stub: StubLook | None
    dimmed: bool
    about: tuple[str, ...]  # its kind, its name and all that is wrong: the tooltip
    heat: Cells = ()  # its value as a heat map, where those are shown
    offer: str = ""  # what a click below it would do for its parameters (a sentence of the engine)


@dataclass(frozen=True)
class EdgeLook:
    edge: Edge
    value: str
    gradient: str
    local: str
    low: bool  # enters in the lower half of its node
    fans: bool  # leaves a node that feeds others too
    dimmed: bool
    active: Role
    strength: float | None = None  # how much of what is encoded it carries, from 0 to 1; None: nothing is, or is known
    fault: bool = False  # its derivative is not what central differences say
    onward: bool = False  # its derivative runs the way of the value: forward mode


@dataclass(frozen=True)
class Moment:
    """What the looks are decided from: the document, its results, and how much of them has been seen."""

    document: Document
    results: Results
    seen: Seen
    step: Step | None
    lit: frozenset[str] | None = None  # the nodes that are not dimmed; None: all
    encoding: Encoding = PLAIN
    lit_wires: frozenset[Edge] | None = None  # the wires; None: all between nodes that are not dimmed
    faults: frozenset[str | Edge] = frozenset()  # what the gradient check has found to be wrong
    findings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # what the doctor says of nodes
    hidden: Seen = _NOTHING  # what a person is asked for
    derivatives: bool = True  # whether local derivatives are shown

    @cached_property
    def wiring(self) -> Wiring:
        return wiring(self.document.graph)

    @cached_property
    def ramp(self) -> Ramp | None:
        """The scale of what is encoded on wires, over all of them."""
        sizes = (self.size(edge) for edge in self.document.graph.edges)
        return ramp(size for size in sizes if size is not None)

    def size(self, edge: Edge) -> float | None:
        """The magnitude that is encoded on a wire, once it is known."""
        if self.encoding.wires == "gradient":
            carried = self.carried(edge)
            return None if carried is None else size_of(carried)
        value = self.value(edge.source)
        return None if value is None else size_of(value)

    def strength(self, edge: Edge) -> float | None:
        size = self.size(edge) if self.encoding.wires else None
        if size is None:
            return None
        return self.ramp.strength(size) if self.ramp is not None else 0.0

    def is_dimmed(self, *ids: str) -> bool:
        return self.lit is not None and not self.lit.issuperset(ids)

    def is_wire_dimmed(self, edge: Edge) -> bool:
        return self.is_dimmed(*edge[:2]) if self.lit_wires is None else edge not in self.lit_wires

    def value_text(self, id: str) -> str:
        """The value of a node as it stands on the canvas."""
        return ASKED if id in self.hidden.values else value_text(self.value(id))

    def carried_text(self, edge: Edge) -> str:
        """What a wire has carried back."""
        if edge in self.hidden.edges:
            return ASKED
        return value_text(self.carried(edge))

    def carried(self, edge: Edge) -> Value | None:
        """The derivative that a wire has carried, back or in forward mode on."""
        known = edge in self.seen.edges or edge in self.seen.moved
        return self.results.derivative_along(edge) if known else None

    @property
    def source(self) -> str | None:
        """Where forward mode starts; None in reverse mode."""
        return None if self.results.tangents is None else self.results.tangents.source

    def problems(self, id: str) -> list[Problem]:
        """What is wrong with a node; of its numbers, once they have been seen."""
        found, known = self.results.problems.get(id, []), id in self.seen.values
        return [problem for problem in found if known or problem.severity == "error"]

    def value(self, id: str) -> Value | None:
        """The value of a node, once it has been seen; the new one of a parameter that was updated."""
        if id in self.seen.updated:
            return self.results.moved[id].after
        known = id in self.seen.values or self.document.graph.node(id).is_source
        return self.results.value(id) if known else None


def outline_of(node: Node, value: Value | None, ports: Sequence[str] = ()) -> Outline:
    if node.is_source:
        return outline("pill", node.name, "" if value is None else compact(value))
    return outline(_shape(node), node.name, _symbol(node), ports)


def node_frame(graph: Graph, results: Results, id: str) -> Frame:
    node = graph.node(id)
    ports = wiring(graph).ports(graph, id)
    title = node.name if node.is_source else _symbol(node)
    return Frame(outline_of(node, _widest(results, id), ports), ports, node.is_source, title)


def _widest(results: Results, id: str) -> Value | None:
    """Of the values that a node has on the timeline, the one that needs most room."""
    moved = results.moved.get(id)
    return results.value(id) if moved is None else max(moved.before, moved.after, key=lambda v: len(compact(v)))


def node_look(moment: Moment, id: str) -> NodeLook:
    graph, results = moment.document.graph, moment.results
    node, value = graph.node(id), moment.value(id)
    wired, frame = graph.inputs(id), node_frame(graph, results, id)
    problems = moment.problems(id)
    missing = {problem.port for problem in problems if problem.severity == "error"}
    return NodeLook(
        id=id,
        outline=frame.outline,
        main=value_text(value) if node.is_source else _symbol(node),
        name=node.name,
        gradient=gradient_line(moment, node),
        ports=tuple(PortLook(name, name in wired, name in missing) for name in frame.ports),
        source=node.is_source,
        trainable=node.kind == "parameter",
        target=results.target == id,
        active=_active_node(moment.step, id),
        badge=_badge(moment, id, problems),
        problem=next((p.sentence for p in problems if id not in results.evaluation.plan.problems), ""),
        stub=stub_look(moment, id, value),
        dimmed=moment.is_dimmed(id),
        about=(node.spec.label, node.name, *(p.sentence for p in problems), *_doubts(moment, id)),
        heat=heat_map(value) if moment.encoding.heat and value is not None else (),
        offer=offer_for(moment, [id]),
    )


def offer_for(moment: Moment, ids: Iterable[str]) -> str:
    """What can be done for the parameters of layers at once: given where they lack, fitted where they do not fit."""
    document, evaluation = moment.document, moment.results.evaluation
    ids = list(ids)
    if any(ready.can_be_given(document, id, evaluation) for id in ids):
        return say("+ parameters")
    return say("fit parameters") if any(ready.can_be_refitted(document, id, evaluation) for id in ids) else ""


def edge_look(moment: Moment, edge: Edge) -> EdgeLook:
    graph, structure = moment.document.graph, moment.wiring
    seen, hidden = edge.target in moment.seen.values, moment.hidden.values
    if seen and hidden:
        seen = hidden.isdisjoint(graph.inputs(edge.target).values())
    known = seen and moment.derivatives
    return EdgeLook(
        edge=edge,
        value=moment.value_text(edge.source),
        gradient=moment.carried_text(edge),
        local=_local_text(moment, edge) if known else "",
        low=structure.is_low(graph, edge),
        fans=structure.fan_out(graph, edge.source) > 1,
        dimmed=moment.is_wire_dimmed(edge),
        active=_active_edge(moment.step, edge),
        strength=moment.strength(edge),
        fault=edge in moment.faults,
        onward=moment.source is not None,
    )


def _shape(node: Node) -> Shape:
    return "circle" if node.op.family in CIRCLED else "box"


def _symbol(node: Node) -> str:
    """A box says its label. A circle shows its symbol, or where a setting changes its formula, that (x³)."""
    if _shape(node) == "box":
        return node.op.label
    if node.op.attributes and node.op.elementwise:
        formula = op_formula(node.op, node.attributes)
        if len(formula) <= 5:
            return formula
    return node.op.symbol


def shortened(name: str) -> str:
    """A name where there is little room; letters that are twice as wide count twice."""
    room = _LETTERS * text_width("n", 1)
    if text_width(name, 1) <= room:
        return name
    kept = len(name)
    while text_width(name[:kept] + "…", 1) > room:
        kept -= 1
    return name[:kept] + "…"


def _local_text(moment: Moment, edge: Edge) -> str:
    return f"∂ = {ASKED}" if edge in moment.hidden.edges else local_text(moment.results.local(edge))


def value_text(value: Value | None) -> str:
    return "" if value is None else compact(value)


def gradient_line(moment: Moment, node: Node) -> str:
    """Sources, and nodes whose gradient is a sum, carry it below; elsewhere the wires say it."""
    if moment.source is not None:
        return _tangent_line(moment, node, moment.source)
    asked = node.id in moment.hidden.gradients
    if node.id not in moment.seen.gradients and not asked:
        return ""
    gradient = moment.results.gradient(node.id)
    carried = moment.wiring.fan_out(moment.document.graph, node.id)
    shown = node.is_source or carried > 1 or (carried and node.id == moment.results.target)
    if gradient is None or not shown:
        return ""
    target = shortened(moment.document.graph.node(moment.results.target or node.id).name)
    sign = " = " if asked or np.ndim(gradient) == 0 else ": "
    return f"∂{target}/∂{shortened(node.name)}{sign}{ASKED if asked else compact(gradient)}"


def _tangent_line(moment: Moment, node: Node, source: str) -> str:
    """In forward mode every node that moves says how fast."""
    tangent = moment.results.derivative(node.id) if node.id in moment.seen.tangents else None
    if tangent is None:
        return ""
    name = shortened(moment.document.graph.node(source).name)
    return f"∂{shortened(node.name)}/∂{name}{' = ' if np.ndim(tangent) == 0 else ': '}{compact(tangent)}"


def stub_look(moment: Moment, id: str, value: Value | None) -> StubLook | None:
    graph = moment.document.graph
    if graph.node(id).is_source or moment.wiring.fan_out(graph, id):
        return None
    target = moment.results.target == id
    seeded = target and id in moment.seen.gradients
    gradient = moment.results.gradient(id)
    return StubLook(moment.value_text(id), value_text(gradient) if seeded else "", target, graph.node(id).name)


def local_text(local: Local | None) -> str:
    if local is None:
        return ""
    if local.kind == "number" and local.value is not None:
        return f"∂ = {compact(local.value)}"
    if local.kind == "elementwise" and local.value is not None:
        array = np.asarray(local.value)
        if array.size and np.all(array == array.flat[0]):
            return f"∂ = {compact(float(array.flat[0]))}"
        return f"∂ {compact(local.value)}"
    return say("∂ matrix")


def _badge(moment: Moment, id: str, problems: Sequence[Problem]) -> Badge:
    if id in moment.faults:
        return "error"
    found: Badge = max((p.severity for p in problems), key=("warning", "error").index, default="")
    return found or ("warning" if id in moment.findings else "")


def _doubts(moment: Moment, id: str) -> tuple[str, ...]:
    """What the check and the doctor say of a node, without what is said of it anyway."""
    known = [p.sentence for p in moment.problems(id)]
    wrong = (say("Its gradient is not what central differences say"),) if id in moment.faults else ()
    return (*wrong, *(sentence for sentence in moment.findings.get(id, ()) if sentence not in known))


def _active_node(step: Step | None, id: str) -> Role:
    return role_of(step) if step is not None and step.node == id else ""


def _active_edge(step: Step | None, edge: Edge) -> Role:
    return role_of(step) if step is not None and edge in step.edges else ""


def role_of(step: Step) -> Role:
    """The colour of what a step finds: a value, or a derivative in either mode."""
    return "backward" if step.derives_forward else step.phase
