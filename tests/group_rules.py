"""What the editing machine does with groups."""

from __future__ import annotations

import networkx as nx
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule

from graph_engine.document import PortName, groups, regroup
from graph_engine.document.interface import interface

CHOICE = st.integers(0, 10**6)
CHOICES = st.lists(CHOICE, max_size=3)
TEXT = st.text(max_size=6)


class GroupRules:
    """A part of a state machine that has a `document`, `_do`, `_compose` and `_node`."""

    def _group(self, choice):
        return list(self.document.groups)[choice % len(self.document.groups)]

    @rule(ids=st.lists(CHOICE, max_size=6), name=TEXT, more=st.booleans())
    def group(self, ids, name, more):
        chosen = {self._node(id) for id in ids} & set(self.document.positions)
        if more:  # what lies between goes in as well, so that it often succeeds
            graph = self.document.graph
            below = set().union(*map(graph.descendants, chosen))
            above = set().union(*map(graph.ancestors, chosen))
            chosen |= below & above
        self._compose(lambda: regroup.group(self.document, chosen, name or "group")[0])

    @precondition(lambda self: self.document.groups)
    @rule(groups=st.lists(CHOICE, min_size=1, max_size=2))
    def ungroup(self, groups):
        self._do(regroup.ungroup(self.document, {self._group(g) for g in groups}))

    @precondition(lambda self: self.document.groups)
    @rule(ids=CHOICES, group=CHOICE | st.none())
    def join(self, ids, group):
        into = None if group is None else self._group(group)
        self._do(regroup.join(self.document, map(self._node, ids), into))

    @precondition(lambda self: self.document.groups)
    @rule(group=CHOICE, name=TEXT, collapsed=st.booleans(), port=CHOICE)
    def change_group(self, group, name, collapsed, port):
        id = self._group(group)
        found = interface(self.document, id)
        ends = [*(entry.key for entry in found.inputs), *((out.node, "") for out in found.outputs)]
        ports = (PortName(*ends[port % len(ends)], name),) if ends else ()
        self._do(regroup.changed(self.document, id, name=name, collapsed=collapsed, ports=ports))

    @precondition(lambda self: self.document.groups)
    @rule(group=CHOICE, parent=CHOICE | st.none())
    def move_group(self, group, parent):
        above = None if parent is None else self._group(parent)
        self._do(regroup.changed(self.document, self._group(group), parent=above))

    @invariant()
    def collapsing_any_groups_leaves_no_cycle(self):
        document = self.document
        ways = groups.homes(document.groups)
        for level in [(), *(groups.chain(document.groups, id) for id in document.groups)]:
            seen = nx.DiGraph()
            for edge in document.graph.edges:
                a, b = ways.get(edge.source, ()), ways.get(edge.target, ())
                if a[: len(level)] == b[: len(level)] == level:
                    ends = [(*way, node)[len(level)] for way, node in ((a, edge.source), (b, edge.target))]
                    if ends[0] != ends[1]:
                        seen.add_edge(*ends)
            assert nx.is_directed_acyclic_graph(seen)
