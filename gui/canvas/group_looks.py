"""What a collapsed group, and a wire into one, should look like now. Imports no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from graph_engine.document.groups import members
from graph_engine.document.interface import Interface
from graph_engine.graph import Edge, Value, settle
from graph_engine.sentence import say

from ..session.troubles import troubles_in
from .appearance import (
    ASKED,
    EdgeLook,
    Frame,
    Moment,
    NodeLook,
    PortLook,
    edge_look,
    gradient_line,
    local_text,
    offer_for,
    role_of,
    shortened,
    stub_look,
    value_text,
)
from .geometry import BOX_HEIGHT, BOX_LEAST, PORT_GAP, Outline, Point, text_width
from .visible import Shown

_WIDEST = 340.0
_A_VALUE = " = −0.0000"  # the room for it beside an output that no wire shows


@dataclass(frozen=True)
class OutputLook:
    node: str
    name: str  # with its value, where no wire shows it


@dataclass(frozen=True)
class GroupLook(NodeLook):
    outputs: tuple[OutputLook, ...] = ()
    trouble: str | Edge | None = None  # where the worst of what is wrong inside lies


def group_frame(face: Interface, name: str) -> Frame:
    """The box of a collapsed group: as wide as its name and the names of its ports, as high as its ports."""
    entering = tuple(shortened(port.name) for port in face.inputs)
    leaving = [shortened(out.name) + ("" if out.edges else _A_VALUE) for out in face.outputs]
    leaving = leaving if len(leaving) > 1 else []
    left, right = (max((text_width(port, 11) for port in ports), default=0.0) for ports in (entering, leaving))
    width = min(max(BOX_LEAST, text_width(name, 15) + left + right + 48), _WIDEST)
    height = max(BOX_HEIGHT, PORT_GAP * max(len(entering), len(leaving)) + 12)
    return Frame(Outline("box", width, height, (left - right) / 2), entering, False, name)


def output_at(outline: Outline, place: int, count: int) -> Point:
    """Where output `place` of `count` sits, from the middle of the box."""
    step = min(PORT_GAP, outline.height / max(count, 1))
    return outline.width / 2, (place - (count - 1) / 2) * step


def group_look(moment: Moment, face: Interface, id: str) -> GroupLook:
    document, results = moment.document, moment.results
    group, inside = document.groups[id], members(document.groups, id)
    frame = group_frame(face, group.name)
    problems = [problem for node in sorted(inside) for problem in results.problems.get(node, [])]
    wrong = troubles_in(document, id, results.problems, moment.faults, moment.findings)
    missing = {(problem.node, problem.port) for problem in problems if problem.severity == "error"}
    step = moment.step
    only = face.outputs[0].node if len(face.outputs) == 1 else None
    return GroupLook(
        id=id,
        outline=frame.outline,
        main=group.name,
        name="",
        gradient="" if only is None else gradient_line(moment, document.graph.node(only)),
        ports=tuple(
            PortLook(label, entry.source is not None, any(end in missing for end in entry.ends))
            for label, entry in zip(frame.ports, face.inputs, strict=True)
        ),
        source=False,
        trainable=False,
        target=results.target in inside,
        active=role_of(step) if step is not None and step.node in inside else "",
        badge=wrong[0].severity if wrong else "",
        problem=next((p.sentence for p in problems if p.node not in results.evaluation.plan.problems), ""),
        dimmed=all(moment.is_dimmed(node) for node in inside),
        stub=None if only is None else stub_look(moment, only, moment.value(only)),
        offer=offer_for(moment, sorted(inside)),
        about=(say("group"), group.name, *(trouble.sentence for trouble in wrong)),
        outputs=tuple(OutputLook(out.node, _output_text(moment, face, out.node, out.name)) for out in face.outputs),
        trouble=wrong[0].where if wrong else None,
    )


def _output_text(moment: Moment, face: Interface, node: str, name: str) -> str:
    if len(face.outputs) == 1:
        return ""
    value = moment.value(node)
    loose = value is not None and not moment.document.graph.fan_out(node)
    return f"{shortened(name)} = {moment.value_text(node)}" if loose else shortened(name)


def wire_look(moment: Moment, shown: Shown, edge: Edge) -> EdgeLook:
    """A wire as it stands on the canvas: into a collapsed group it carries all that goes from its source into it."""
    box = shown.box_of.get(edge.target)
    if box is None:
        return edge_look(moment, edge)
    edges, face, graph = shown.wires[edge], shown.faces[box], moment.document.graph
    place = next(number for number, entry in enumerate(face.inputs) if edge in entry.edges)
    step = moment.step
    active = step is not None and any(one in step.edges for one in edges)
    return EdgeLook(
        edge=edge,
        value=moment.value_text(edge.source),
        gradient=_carried_text(moment, edges),
        local=_local(moment, face, edges),
        low=2 * place > len(face.inputs) - 1,
        dimmed=all(moment.is_wire_dimmed(one) for one in edges),
        fans=graph.fan_out(edge.source) > len(edges),
        active=role_of(step) if step is not None and active else "",
        strength=moment.strength(edge),
        fault=not moment.faults.isdisjoint(edges),
        onward=moment.source is not None,
    )


def _carried_text(moment: Moment, edges: Sequence[Edge]) -> str:
    return value_text(_carried(moment, edges)) if moment.hidden.edges.isdisjoint(edges) else ASKED


def _carried(moment: Moment, edges: Sequence[Edge]) -> Value | None:
    """What has arrived at the source through the group; in forward mode what goes into it."""
    if moment.source is not None:
        return next((along for edge in edges if (along := moment.carried(edge)) is not None), None)
    found = [moment.results.edge_gradient(edge) for edge in edges if edge in moment.seen.edges]
    arrived = [np.asarray(value) for value in found if value is not None]
    return settle(np.asarray(sum(arrived[1:], arrived[0]))) if arrived else None


def _local(moment: Moment, face: Interface, edges: tuple[Edge, ...]) -> str:
    """The derivative of the only output along all ways through the group."""
    if len(face.outputs) != 1 or face.outputs[0].node not in moment.seen.values:
        return ""
    if not moment.hidden.edges.isdisjoint(edges):
        return f"∂ = {ASKED}"
    return local_text(moment.results.through(edges, face.outputs[0].node))
