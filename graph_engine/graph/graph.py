"""`Graph`: nodes and edges on a networkx MultiDiGraph. The only room that knows networkx."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import networkx as nx

from ..errors import GraphError
from ..sentence import Sentence, say
from .node import NO_ATTRIBUTES, Edge, Node, make_node, natural
from .sources import BY_KEY
from .texts import wrong_text
from .values import as_value


class Graph:
    """A computation graph: at most one wire into each input, no cycle, unique names.

    >>> graph = Graph()
    >>> price, count = graph.add("variable", "price", value=100), graph.add("variable", "count", value=2)
    >>> total = graph.add("multiply", "total", x=price, y=count)
    >>> [edge.port for edge in graph.edges]
    ['x', 'y']
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._net = nx.MultiDiGraph()
        self._nodes: dict[str, Node] = {}
        self._fed: dict[str, tuple[str | None, ...]] = {}  # what feeds each node, in the order of its ports
        self._ids: dict[str, str] = {}  # by name
        self._stems: dict[str, int] = {}  # the last number given to a name
        self.version = 0  # counts changes of structure, not of values
        self.edge_count = 0
        self.folder = folder  # where data files are looked for

    # -- reading ------------------------------------------------------------------------------------------------------

    def __contains__(self, id: object) -> bool:
        return id in self._nodes

    def __len__(self) -> int:
        return len(self._net)

    def __repr__(self) -> str:
        return f"<Graph of {len(self)} nodes and {self._net.number_of_edges()} edges>"

    @property
    def nodes(self) -> Iterator[Node]:
        return iter(self._nodes.values())

    @property
    def edges(self) -> Iterator[Edge]:
        return (Edge(*edge) for edge in self._net.edges(keys=True))

    def node(self, id: str) -> Node:
        try:
            return self._nodes[id]
        except KeyError:
            raise GraphError(say("there is no node “{node}”", node=id), node=id) from None

    def id_of(self, name: str) -> str:
        """The id of the node called `name`; `GraphError` naming the nearest if there is none."""
        if name in self._ids:
            return self._ids[name]
        raise GraphError(
            say("there is no node named “{name}”; there are: {names}", name=name, names=self._some_names())
        )

    def has_name(self, name: str) -> bool:
        return name in self._ids

    def inputs(self, id: str) -> dict[str, str]:
        """Which node feeds each connected port of `id`, in the order of its ports."""
        node = self.node(id)
        if node.is_source:
            return {}
        return {port: source for port, source in zip(node.op.ports, self._fed[id], strict=True) if source is not None}

    def edges_in(self, id: str) -> list[Edge]:
        return [Edge(source, id, port) for port, source in self.inputs(id).items()]

    def edges_out(self, id: str) -> list[Edge]:
        """The wires that leave `id`, in a stable order."""
        found = [Edge(*edge) for edge in self._net.out_edges(id, keys=True)]
        return sorted(found, key=lambda e: (self.node(e.target).rank, self.node(e.target).op.ports.index(e.port)))

    def fan_out(self, id: str) -> int:
        """How many wires leave `id`."""
        return int(self._net.out_degree(id))

    def edges_at(self, id: str) -> list[Edge]:
        return self.edges_in(id) + self.edges_out(id)

    def has_edge(self, edge: Edge) -> bool:
        return bool(self._net.has_edge(*edge))

    def descendants(self, id: str) -> set[str]:
        return set(nx.descendants(self._net, id))

    def ancestors(self, id: str) -> set[str]:
        return set(nx.ancestors(self._net, id))

    def sinks(self) -> list[str]:
        """Nodes that feed nothing, in topological order."""
        return [id for id in self.order() if not self._net.out_degree(id)]

    def order(self) -> list[str]:
        """Topological order, sources first; among nodes that are ready, the one with the naturally smallest id."""
        place = {id: number for number, id in enumerate(self._wished())}
        if all([place[source] < place[id] for id, fed in self._fed.items() for source in fed if source is not None]):
            return list(place)
        return self._order_by_readiness(place)

    def _wished(self) -> list[str]:
        """Sources, then ops, each by their ids as people count."""
        known = self._fed
        try:
            ranked = sorted(known, key=_plain_number)
        except ValueError:
            ranked = sorted(known, key=natural)
        kinds = self._nodes
        return sorted(ranked, key=lambda id: kinds[id].kind not in BY_KEY)

    def _order_by_readiness(self, place: Mapping[str, int]) -> list[str]:
        """Kahn's algorithm; `place` decides between nodes that are ready."""
        waiting = dict(self._net.in_degree())
        ready = [(place[id], id) for id, degree in waiting.items() if not degree]
        heapq.heapify(ready)
        done = []
        while ready:
            _, id = heapq.heappop(ready)
            done.append(id)
            for _, target, _ in self._net.out_edges(id, keys=True):
                waiting[target] -= 1
                if not waiting[target]:
                    heapq.heappush(ready, (place[target], target))
        return done

    # -- changing -----------------------------------------------------------------------------------------------------

    def add(self, kind: str, name: str = "", *, value: Any = None, attributes: Mapping[str, Any] = NO_ATTRIBUTES,
            **inputs: str) -> str:  # fmt: skip
        """Adds a node, wires `inputs` (port=id) to it and returns its id; on an error nothing is added."""
        node = make_node(self.fresh_id(), kind, name or self.fresh_name(kind), value, attributes)
        self.add_node(node)
        try:
            for port, source in inputs.items():
                self.connect(Edge(source, node.id, port))
        except GraphError:
            self._drop(node.id)
            raise
        return node.id

    def add_node(self, node: Node) -> None:
        """Adds a node without wires; `GraphError` where its id or name is taken or its name is empty."""
        if node.id in self._nodes:
            raise GraphError(say("there is a node with the id “{id}” already", id=node.id), node=node.id)
        node = self._with_file(node)
        self._claim(node)
        self._net.add_node(node.id)
        self._nodes[node.id] = node
        self._fed[node.id] = () if node.is_source else (None,) * len(node.op.inputs)
        self.version += 1

    def remove_node(self, id: str) -> Node:
        """Removes a node that has no wires."""
        node = self.node(id)
        if self._net.degree(id):
            raise GraphError(say("“{node}” still has wires", node=node.name), node=id)
        self._drop(id)
        return node

    def replace(self, node: Node) -> Node:
        """Puts `node` in the place of the one with its id, which is returned."""
        before, node = self.node(node.id), self._with_file(node)
        if node.name != before.name:
            self._claim(node)
            del self._ids[before.name]
        self._nodes[node.id] = node
        if node.kind != before.kind or (not node.is_source and node.attributes != before.attributes):
            self.version += 1
        return before

    def connect(self, edge: Edge) -> None:
        """Adds a wire; `GraphError` with the sentence of `why_not` where it may not be."""
        refusal = self.why_not(edge)
        if refusal is not None:
            raise GraphError(refusal, node=edge.target, port=edge.port)
        self._net.add_edge(edge.source, edge.target, key=edge.port)
        self.edge_count += 1
        self._feed(edge, edge.source)
        self.version += 1

    def disconnect(self, edge: Edge) -> None:
        """Removes a wire; `GraphError` where there is none."""
        if not self.has_edge(edge):
            raise GraphError(say("there is no such wire"), node=edge.target, port=edge.port)
        self._net.remove_edge(*edge)
        self.edge_count -= 1
        self._feed(edge, None)
        self.version += 1

    def set_value(self, id: str, value: Any) -> Node:
        """Gives a source another value."""
        before = self.node(id)
        if not before.is_source:
            raise GraphError(say("“{node}” computes its value; it can't be given one", node=before.name), node=id)
        if before.is_derived:
            raise GraphError(say("“{node}” takes its value from a data set", node=before.name), node=id)
        return self.replace(replace(before, value=as_value(value)))

    # -- what would be allowed ----------------------------------------------------------------------------------------

    def why_not(self, edge: Edge, *, replacing: bool = False) -> Sentence | None:
        """Why `edge` can't be added, or None if it can; `replacing` overlooks the wire already in its port."""
        source, target = self.node(edge.source), self.node(edge.target)
        if target.is_source or edge.port not in target.op.ports:
            return self._no_such_port(target, edge.port)
        if not replacing and self._fed[edge.target][target.op.ports.index(edge.port)] is not None:
            return say("{port} of “{node}” is wired already", port=edge.port, node=target.name)
        if edge.source == edge.target:
            return say("“{node}” can't feed itself", node=source.name)
        loop = self._path(edge.target, edge.source)
        if loop:
            shown = " → ".join(self.node(id).name for id in [*loop, edge.target])
            return say("that would make a cycle: {loop}", loop=shown)
        return None

    def fresh_id(self) -> str:
        """An id that no node has."""
        number = len(self._nodes) + 1
        while f"n{number}" in self._nodes:
            number += 1
        return f"n{number}"

    def fresh_name(self, stem: str) -> str:
        """`stem`, or `stem 2`, `stem 3`, …: one that no node has."""
        if stem not in self._ids:
            return stem
        number = max(2, self._stems.get(stem, 2))
        while f"{stem} {number}" in self._ids:
            number += 1
        self._stems[stem] = number
        return f"{stem} {number}"

    # -- inside -------------------------------------------------------------------------------------------------------

    def _with_file(self, node: Node) -> Node:
        return node.beside(self.folder) if self.folder is not None and node.is_from_file else node

    def _path(self, start: str, end: str) -> list[str]:
        # Most wires of a file come to a node that feeds nothing yet, or from one that nothing feeds.
        if not any(self._fed[end]) or not self._net.succ[start]:
            return []
        try:
            return list(nx.shortest_path(self._net, start, end))
        except nx.NetworkXNoPath:
            return []

    def _feed(self, edge: Edge, source: str | None) -> None:
        fed = self._fed[edge.target]
        place = self._nodes[edge.target].op.ports.index(edge.port)
        self._fed[edge.target] = (*fed[:place], source, *fed[place + 1 :])

    def _no_such_port(self, target: Node, port: str) -> Sentence:
        if target.is_source:
            return say("“{node}” holds a value and has no inputs", node=target.name)
        return say(
            "{kind} has no input “{port}”; it has {ports}",
            kind=target.spec.label,
            port=port,
            ports=", ".join(target.op.ports),
        )

    def _claim(self, node: Node) -> None:
        if not node.name.strip():
            raise GraphError(say("a node needs a name"), node=node.id)
        if node.name in self._ids:
            raise GraphError(say("there is a node named “{name}” already", name=node.name), node=node.id)
        wrong = wrong_text(node.name)
        if wrong is not None:
            raise GraphError(wrong, node=node.id)
        self._ids[node.name] = node.id

    def _drop(self, id: str) -> None:
        del self._ids[self.node(id).name]
        self.edge_count -= self._net.degree(id)
        self._net.remove_node(id)
        del self._nodes[id], self._fed[id]
        self.version += 1

    def _some_names(self) -> str:
        names = list(self._ids)
        return ", ".join(names[:8]) + (", …" if len(names) > 8 else "")


def _plain_number(id: str) -> int:
    """The number of an id as `fresh_id` makes them; ValueError for any other."""
    number = int(id[1:])
    if id != f"n{number}":
        raise ValueError(id)
    return number
