"""Eyes: what is drawn, compared with what the document says should be."""

from __future__ import annotations

from gui.canvas.appearance import Moment, edge_look, node_look
from gui.canvas.edge_item import EdgeItem
from gui.canvas.node_item import NodeItem
from gui.canvas.note_item import NoteItem
from gui.canvas.note_look import note_look
from gui.canvas.routing import MOST, Routes


def moment_of(session) -> Moment:
    playhead, lit = session.playhead, session.spotlight.nodes
    return Moment(session.document, session.results, playhead.seen(), playhead.step, lit)


def picture(session):
    """Everything that is drawn, as data."""
    moment, graph = moment_of(session), session.document.graph
    nodes = {node.id: (node_look(moment, node.id), session.document.positions[node.id]) for node in graph.nodes}
    return nodes, {edge: edge_look(moment, edge) for edge in graph.edges}


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
    nodes, edges = picture(session)
    shown = {id: (item.look, (item.x(), item.y())) for id, item in scene.nodes.items()}
    assert shown == nodes, "a node is not drawn as it stands in the document"
    for item in scene.nodes.values():
        frame = item.frame.outline, item.frame.ports
        assert frame == (item.look.outline, tuple(port.name for port in item.look.ports)), "a frame is out of date"
    assert {edge: item.look for edge, item in scene.edges.items()} == edges, "a wire is not drawn as it should be"
    for edge, item in scene.edges.items():
        ends = scene.nodes[edge.source].output_point(), scene.nodes[edge.target].input_point(edge.port)
        assert item.ends == ends, "a wire does not end at its ports"
    boxes = {id: item.obstacle() for id, item in scene.nodes.items()}
    courses = Routes().follow(boxes, {edge: item.ends for edge, item in scene.edges.items()})
    if len(courses) <= MOST:
        assert courses == {edge: item.course for edge, item in scene.edges.items()}, "a wire is not led as it should be"
    selection = session.selection
    assert {id for id, item in scene.nodes.items() if item.selected} == selection.nodes
    assert {edge for edge, item in scene.edges.items() if item.selected} == selection.edges
    notes = {id: (item.look, (item.x(), item.y())) for id, item in scene.notes.items.items()}
    assert notes == {id: (note_look(note), note.position) for id, note in session.document.notes.items()}
    assert {id for id, item in scene.notes.items.items() if item.selected} == selection.notes
    known = [*scene.nodes.values(), *scene.edges.values(), *scene.notes.items.values()]
    drawn = [item for item in scene.items() if isinstance(item, NodeItem | EdgeItem | NoteItem)]
    assert len(drawn) == len(known), "the scene draws what the document does not hold"
    if window.area.view.gesture is None:
        assert len(scene.items()) == len(known), "a gesture left something on the canvas"
        assert all(item.opacity() == 1 for item in known), "a gesture left something pale"
