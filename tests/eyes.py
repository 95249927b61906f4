"""Eyes: what is drawn, compared with what the document says should be."""

from __future__ import annotations

import html
import re

import numpy as np
from PySide6.QtGui import QImage

from graph_engine.document import groups
from gui.canvas import group_looks
from gui.canvas.appearance import Moment, edge_look, node_look
from gui.canvas.edge_item import EdgeItem
from gui.canvas.encoding import PLAIN, Encoding
from gui.canvas.node_item import NodeItem
from gui.canvas.note_item import NoteItem
from gui.canvas.note_look import note_look
from gui.canvas.routing import MOST, Routes
from gui.canvas.visible import shown


def moment_of(session, encoding: Encoding = PLAIN) -> Moment:
    head, spot, results = session.playhead, session.spotlight, session.results
    seen, doubts = head.seen(), (session.checked.faults, session.findings)
    lit = spot.nodes, encoding, spot.wires
    return Moment(session.document, results, seen, head.step, *lit, *doubts, hidden=head.hidden)


def picture(session, encoding: Encoding = PLAIN):
    """Everything that is drawn, as data."""
    moment, document = moment_of(session, encoding), session.document
    now = shown(document, session.level.inside)
    nodes = {id: (node_look(moment, id), document.positions[id]) for id in now.nodes}
    return nodes, {edge: group_looks.wire_look(moment, now, edge) for edge in now.wires}


def look(session, name: str):
    """The look of the node called `name`."""
    return node_look(moment_of(session), session.document.graph.id_of(name))


def wire_look(session, source: str, target: str, port: str):
    from graph_engine.graph import Edge

    graph = session.document.graph
    return edge_look(moment_of(session), Edge(graph.id_of(source), graph.id_of(target), port))


def assert_scene_shows_the_document(window) -> None:
    """One item for each node and wire, each with the look, the place and the mark it should have, and nothing else."""
    session, scene = window.session, window.area.view.canvas
    nodes, edges = picture(session, scene.looks.encoding)
    shown = {id: (item.look, (item.x(), item.y())) for id, item in scene.nodes.items()}
    assert shown == nodes, "a node is not drawn as it stands in the document"
    for item in scene.nodes.values():
        frame = item.frame.outline, item.frame.ports
        assert frame == (item.look.outline, tuple(port.name for port in item.look.ports)), "a frame is out of date"
    assert {edge: item.look for edge, item in scene.edges.items()} == edges, "a wire is not drawn as it should be"
    for edge, item in scene.edges.items():
        ends = scene.output_point(edge.source), scene.input_point(edge.target, edge.port)
        assert item.ends == ends, "a wire does not end at its ports"
    seen = {scene.groups.seen(edge): item for edge, item in scene.edges.items()}
    courses = Routes().follow({b.id: b.obstacle() for b in scene.boxes()}, {e: item.ends for e, item in seen.items()})
    if len(courses) <= MOST:
        assert courses == {edge: item.course for edge, item in seen.items()}, "a wire is not led as it should be"
    assert_groups_are_shown(session, scene)
    selection = session.selection
    assert {id for id, item in scene.nodes.items() if item.selected} == selection.nodes & scene.nodes.keys()
    assert {edge for edge, item in scene.edges.items() if item.selected} == selection.edges & scene.edges.keys()
    notes = {id: (item.look, (item.x(), item.y())) for id, item in scene.notes.items.items()}
    assert notes == {id: (note_look(note), note.position) for id, note in session.document.notes.items()}
    assert {id for id, item in scene.notes.items.items() if item.selected} == selection.notes
    known = [*scene.boxes(), *scene.edges.values(), *scene.notes.items.values()]
    drawn = [item for item in scene.items() if isinstance(item, NodeItem | EdgeItem | NoteItem)]
    assert len(drawn) == len(known), "the scene draws what the document does not hold"
    if window.area.view.gesture is None:
        assert len(scene.items()) == len(known) + len(scene.groups.frames), "a gesture left something on the canvas"
        assert all(item.opacity() == 1 for item in known), "a gesture left something pale"


def assert_groups_are_shown(session, scene) -> None:
    """A box for each collapsed group and a frame for each open one, where what they hold takes them."""
    document, moment = session.document, moment_of(session)
    now = shown(document, session.level.inside)
    boxes = {id: (item.look, (item.x(), item.y())) for id, item in scene.groups.boxes.items()}
    assert boxes == {
        id: (group_looks.group_look(moment, now.faces[id], id), groups.middle(document, id)) for id in now.boxes
    }, "a group is not drawn as it stands in the document"
    assert tuple(scene.groups.frames) == now.frames, "a frame is missing or too many"
    for id, frame in scene.groups.frames.items():
        assert frame.name == document.groups[id].name
        for node in groups.members(document.groups, id):
            item = scene.item_of(node)
            assert frame.box.contains(item.mapRectToScene(item.outline_box())), "a frame does not hold its nodes"
    for item in (*scene.groups.boxes.values(), *scene.groups.frames.values()):
        held = groups.members(document.groups, item.group_id)
        assert item.selected == (held <= session.selection.nodes), "a group is marked and not selected, or the reverse"


def alike(one, other) -> bool:
    """Whether two pictures differ by no more than what rounding does to a blended pixel."""
    if one.size() != other.size():
        return False
    a, b = (np.frombuffer(i.convertToFormat(QImage.Format.Format_RGB32).constBits(), np.uint8) for i in (one, other))
    return int(np.abs(a.astype(int) - b.astype(int)).max(initial=0)) <= 3


def words(label) -> str:
    """What a label says, without how it is set."""
    return re.sub(r"\s+", " ", html.unescape(re.sub("<[^>]+>", " ", label.text()))).strip()
