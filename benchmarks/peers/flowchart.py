"""pyqtgraph's flowchart."""

from __future__ import annotations

from pyqtgraph.flowchart import Flowchart, Node

from ..figures import Figure
from ..motions import Editor

MOST = 1_000  # nodes


class _Node(Node):
    nodeName = "node"

    def __init__(self, name: str) -> None:
        super().__init__(name, terminals={"x": {"io": "in"}, "y": {"io": "in"}, "z": {"io": "out"}})

    def process(self, **_):
        return {"z": 0.0}


def build(figure: Figure) -> Editor:
    chart = Flowchart(terminals={})
    nodes = []
    for number, place in enumerate(figure.places):
        node = _Node(f"n{number}")
        chart.addNode(node, node.name(), pos=place)
        nodes.append(node)
    for node, inputs in zip(nodes[figure.leaves :], figure.inputs, strict=True):
        for port, source in zip("xy", inputs, strict=True):
            chart.connectTerminals(nodes[source]["z"], node[port])
    view, item = chart.widget().chartWidget.view, nodes[0].graphicsItem()
    box = view.viewBox()
    view.setParent(None)
    view.resize(1600, 1000)
    view.show()
    box.autoRange()
    return Editor(
        view,
        pan=lambda dx, dy: box.translateBy(x=4 * dx, y=4 * dy),
        zoom=lambda by: box.scaleBy((by, by)),
        drag=lambda dx, dy: item.setPos(figure.places[0][0] + dx, figure.places[0][1] + dy),
        kept=chart,
    )
