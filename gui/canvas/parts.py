"""The things that stand on the canvas, in the order in which they are told, and what each is called.

What a screen reader finds on the canvas. Imports no Qt.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from graph_engine.graph import Edge

from ..i18n import localize, tr
from ..session import Session
from ..session.grouping import shown_group
from . import walk
from .appearance import EdgeLook, NodeLook
from .visible import Shown

Kind = Literal["node", "wire", "group", "note", "frame"]


@dataclass(frozen=True)
class Part:
    """A node, a wire (by the first edge it stands for), a group, a note or a frame."""

    kind: Kind
    id: str = ""
    edge: Edge | None = None


@dataclass(frozen=True)
class Words:
    name: str
    value: str = ""
    about: str = ""


def parts(session: Session, shown: Shown | None) -> list[Part]:
    """Everything on this level: groups, nodes in the order of their work with the wires that leave them, notes."""
    document, inside = session.document, session.level.inside
    found = [Part("group", id) for id in (*shown.frames, *sorted(shown.boxes))] if shown is not None else []
    found += _stops(session, shown)
    notes = document.notes.values() if inside is None else ()
    return found + [Part("frame" if note.kind == "frame" else "note", note.id) for note in notes]


def _stops(session: Session, shown: Shown | None) -> Iterator[Part]:
    for stop in walk.stops(session.document):
        if isinstance(stop, Edge):
            if shown is None or stop in shown.wires:
                yield Part("wire", edge=stop)
        elif shown is None or stop in shown.nodes:
            yield Part("node", stop)


def chosen(session: Session, shown: Shown | None) -> Part | None:
    """The part that alone is selected; a group where all of it is."""
    selection, group = session.selection, shown_group(session)
    if group is not None and shown is not None and (group in shown.frames or group in shown.boxes):
        return Part("group", group)
    if selection.only_node is not None and (shown is None or selection.only_node in shown.nodes):
        return Part("node", selection.only_node)
    if selection.only_note is not None:
        note = session.document.notes[selection.only_note]
        return Part("frame" if note.kind == "frame" else "note", note.id)
    wires = {edge if shown is None else shown.wire_of.get(edge, edge) for edge in selection.edges}
    if len(wires) == 1 and not selection.nodes:
        return Part("wire", edge=next(iter(wires)))
    return None


def node_words(look: NodeLook, value: str) -> Words:
    kind, name, *wrong = map(localize, look.about)
    said = [tr("value {value}", value=value)] if value else []
    said += [look.gradient] if look.gradient else []
    return Words(tr("{name}, {kind}", name=name, kind=kind), value, _listed([*said, *wrong]))


def group_words(name: str, held: int, look: NodeLook | None) -> Words:
    """An open group has no look of its own."""
    wrong = [] if look is None else [localize(sentence) for sentence in look.about[2:]]
    gradient = [look.gradient] if look is not None and look.gradient else []
    value = look.stub.value if look is not None and look.stub is not None else ""
    about = _listed([tr("{n} nodes", n=held), *gradient, *wrong])
    return Words(tr("{name}, {kind}", name=name, kind=tr("group")), value, about)


def wire_words(session: Session, look: EdgeLook) -> Words:
    graph, edge = session.document.graph, look.edge
    name = tr(
        "Wire from {source} to {target}, input {port}",
        source=graph.node(edge.source).name,
        target=graph.node(edge.target).name,
        port=edge.port,
    )
    said = [tr("value {value}", value=look.value)] if look.value else []
    said += [tr("local derivative {value}", value=localize(look.local))] if look.local else []
    said += [tr("gradient {value}", value=look.gradient)] if look.gradient else []
    said += [tr("Its derivative is not what central differences say")] if look.fault else []
    return Words(name, look.value, _listed(said))


def note_words(text: str, *, frame: bool) -> Words:
    return Words(tr("Frame: {text}", text=text) if frame else tr("Note: {text}", text=text))


def _listed(said: Sequence[str]) -> str:
    return "; ".join(said)
