"""NodeGraphQt, through Qt.py on PySide6. Its check for cycles walks every path, so it is left off."""

from __future__ import annotations

import logging

from NodeGraphQt import BaseNode, NodeGraph

from ..figures import Figure
from ..motions import Editor

MOST = 1_000  # nodes; more take minutes


class _Node(BaseNode):
    __identifier__ = "bench"
    NODE_NAME = "node"

    def __init__(self) -> None:
        super().__init__()
        self.add_input("x")
        self.add_input("y")
        self.add_output("z", multi_output=True)


def build(figure: Figure) -> Editor:
    logging.getLogger().setLevel(logging.ERROR)
    graph = NodeGraph()
    graph.set_acyclic(False)
    graph.register_node(_Node)
    settings = {"selected": False, "push_undo": False}
    nodes = [graph.create_node("bench._Node", pos=list(place), **settings) for place in figure.places]
    for node, inputs in zip(nodes[figure.leaves :], figure.inputs, strict=True):
        for port, source in enumerate(inputs):
            node.input(port).connect_to(nodes[source].output(0), push_undo=False)
    view, item = graph.viewer(), nodes[0].view
    view.resize(1600, 1000)
    graph.widget.resize(1600, 1000)
    graph.widget.show()
    graph.select_all()
    graph.fit_to_selection()
    graph.clear_selection()
    return Editor(
        view,
        pan=view._set_viewer_pan,
        zoom=lambda by: view.scale(by, by),
        drag=lambda dx, dy: item.setPos(figure.places[0][0] + dx, figure.places[0][1] + dy),
        kept=graph,
    )
