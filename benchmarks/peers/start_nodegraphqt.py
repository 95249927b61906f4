"""A window like that of NodeGraphQt's demo (a few nodes, their properties) until it is painted. Run as a script."""

import os
from itertools import pairwise

os.environ["QT_API"] = "pyside6"

from NodeGraphQt import BaseNode, NodeGraph, NodesPaletteWidget, NodesTreeWidget, PropertiesBinWidget
from Qt import QtWidgets


class _Node(BaseNode):
    __identifier__ = "bench"
    NODE_NAME = "node"

    def __init__(self):
        super().__init__()
        self.add_input("in", multi_input=True)
        self.add_output("out")


app = QtWidgets.QApplication([])
graph = NodeGraph()
graph.register_node(_Node)
nodes = [graph.create_node("bench._Node", pos=[200 * place, 0]) for place in range(6)]
for before, after in pairwise(nodes):
    before.set_output(0, after.input(0))
graph.auto_layout_nodes()
shown = [graph.widget, *(kind(node_graph=graph) for kind in (PropertiesBinWidget, NodesTreeWidget, NodesPaletteWidget))]
for widget in shown:
    widget.show()
app.processEvents()
graph.widget.grab()
os._exit(0)
