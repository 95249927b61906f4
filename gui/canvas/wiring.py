"""What of the looks follows from the structure of a graph alone, found once for each structure. Imports no Qt."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from graph_engine.graph import Edge, Graph, Node


class Wiring:
    """Of one graph as it is wired now; filled as it is asked."""

    def __init__(self) -> None:
        self._ports: dict[str, tuple[str, ...]] = {}
        self._fans: dict[str, int] = {}
        self._low: dict[Edge, bool] = {}

    def ports(self, graph: Graph, id: str) -> tuple[str, ...]:
        """The ports that a node shows."""
        found = self._ports.get(id)
        if found is None:
            node = graph.node(id)
            found = self._ports[id] = () if node.is_source else tuple(shown_ports(node, set(graph.inputs(id))))
        return found

    def fan_out(self, graph: Graph, id: str) -> int:
        """How many wires leave a node."""
        found = self._fans.get(id)
        if found is None:
            found = self._fans[id] = graph.fan_out(id)
        return found

    def is_low(self, graph: Graph, edge: Edge) -> bool:
        """Whether a wire enters its node in the lower half."""
        found = self._low.get(edge)
        if found is None:
            ports = self.ports(graph, edge.target)
            found = self._low[edge] = 2 * ports.index(edge.port) > len(ports) - 1
        return found


_KNOWN: WeakKeyDictionary[Graph, tuple[int, Wiring]] = WeakKeyDictionary()


def wiring(graph: Graph) -> Wiring:
    known = _KNOWN.get(graph)
    if known is None or known[0] != graph.version:
        known = _KNOWN[graph] = graph.version, Wiring()
    return known[1]


def shown_ports(node: Node, wired: set[str]) -> list[str]:
    """The ports up to the last that is wired or required, and one open port more."""
    if node.is_source or node.op.needs is None:
        return _up_to_the_next(node, wired)
    return [port.name for port in node.ports if port.name in wired or not port.optional]


def _up_to_the_next(node: Node, wired: set[str]) -> list[str]:
    needed = [place for place, port in enumerate(node.ports) if port.name in wired or not port.optional]
    return [port.name for port in node.ports[: max(needed, default=-1) + 2]]
