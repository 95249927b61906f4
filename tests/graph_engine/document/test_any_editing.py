"""Whatever a person does, in any order: refusals leave no trace, undo restores the exact file, redo gives it back."""

from __future__ import annotations

import networkx as nx
import numpy as np
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

import graph_engine as ge
from graph_engine import ops, storage
from graph_engine.document import arrange, compose, edits
from graph_engine.errors import GraphError, Refused
from graph_engine.graph import SOURCES_BY_KEY, Edge, make_node

KINDS = sorted([*SOURCES_BY_KEY, *(op.key for op in ops.ALL)])
IDS = st.sampled_from([f"n{i}" for i in range(1, 9)] + ["n01"])
PORTS = st.sampled_from(sorted({port for op in ops.ALL for port in op.ports} | {"nope"}))
EDGES = st.builds(Edge, IDS, IDS, PORTS)
TEXT = st.text(max_size=6)
PLACES = st.tuples(st.floats(), st.floats()) | st.tuples(st.integers(-9, 9), st.floats(-9, 9))
VALUES = (
    st.floats()
    | st.lists(st.floats(), max_size=3)
    | arrays.arrays(st.sampled_from([np.float32, np.float64]), arrays.array_shapes(max_dims=3, max_side=5, min_side=0))
    | st.none()
)
SETTINGS = st.floats() | st.sampled_from(["in_out", "out_in", "?", None, True])


class AnyEditing(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.document = ge.Document()
        self.past, self.future = [], []

    def do(self, edit):
        before = storage.to_bytes(self.document)
        try:
            undo = edit.apply(self.document)
        except Refused:
            assert storage.to_bytes(self.document) == before, f"refused, but not without a trace: {edit}"
        else:
            self.past.append((undo, before))
            self.future.clear()

    def compose(self, make):
        """A composed edit; naming what is not there is refused while composing."""
        try:
            edit = make()
        except GraphError:
            return
        self.do(edit)

    @rule(id=IDS, kind=st.sampled_from(KINDS), name=TEXT, place=PLACES)
    def add(self, id, kind, name, place):
        self.do(edits.AddNode(make_node(id, kind, name or id), place))

    @rule(id=IDS)
    def remove_node(self, id):
        self.do(edits.RemoveNode(id))

    @rule(edge=EDGES)
    def connect(self, edge):
        self.do(edits.Connect(edge))

    @rule(id=IDS, source=IDS, place=st.integers(0, 1))
    def connect_where_it_fits(self, id, source, place):
        ports = self.document.graph.node(id).ports if id in self.document.graph else ()
        if place < len(ports):
            self.do(edits.Connect(Edge(source, id, ports[place].name)))

    @rule(edge=EDGES)
    def disconnect(self, edge):
        self.do(edits.Disconnect(edge))

    @rule(id=IDS, value=VALUES)
    def set_value(self, id, value):
        self.do(edits.SetValue(id, value))

    @rule(id=IDS, name=TEXT)
    def rename(self, id, name):
        self.do(edits.Rename(id, name))

    @rule(id=IDS, name=st.sampled_from(["n", "layout", "nope"]), value=SETTINGS)
    def set_attribute(self, id, name, value):
        self.do(edits.SetAttribute(id, name, value))

    @rule(places=st.lists(st.tuples(IDS, PLACES), max_size=3))
    def move(self, places):
        self.do(edits.Move(tuple(places)))

    @rule(id=IDS | st.none())
    def set_target(self, id):
        self.do(edits.SetTarget(id))

    @rule(title=TEXT, description=TEXT)
    def describe(self, title, description):
        self.do(edits.Describe(title, description))

    @rule(ids=st.lists(IDS, max_size=3), edges=st.lists(EDGES, max_size=2))
    def remove(self, ids, edges):
        self.compose(lambda: compose.remove(self.document, ids, edges))

    @rule(edge=EDGES, instead_of=EDGES | st.none())
    def reconnect(self, edge, instead_of):
        self.compose(lambda: compose.connect(self.document, edge, instead_of=instead_of))

    @rule(edge=EDGES, id=IDS, port=PORTS)
    def insert_on(self, edge, id, port):
        self.compose(lambda: compose.insert_on(self.document, edge, id, port))

    @rule(ids=st.lists(IDS, max_size=3), offset=PLACES)
    def copy_and_paste(self, ids, offset):
        self.compose(lambda: compose.insert(self.document, compose.extract(self.document, ids), offset)[0])

    @rule(ids=st.none() | st.sets(IDS))
    def tidy(self, ids):
        places = arrange(self.document, lambda _: (80.0, 40.0), ids)
        self.do(edits.Move(tuple(places.items())))

    @precondition(lambda self: self.past)
    @rule()
    def undo(self):
        inverse, before = self.past.pop()
        after = storage.to_bytes(self.document)
        self.future.append((inverse.apply(self.document), after))
        assert storage.to_bytes(self.document) == before

    @precondition(lambda self: self.future)
    @rule()
    def redo(self):
        again, after = self.future.pop()
        before = storage.to_bytes(self.document)
        self.past.append((again.apply(self.document), before))
        assert storage.to_bytes(self.document) == after

    @invariant()
    def there_is_no_cycle_and_every_port_has_one_wire(self):
        graph = self.document.graph
        edges = list(graph.edges)
        assert nx.is_directed_acyclic_graph(nx.DiGraph([(e.source, e.target) for e in edges]))
        assert len({(e.target, e.port) for e in edges}) == len(edges)
        assert sorted(graph.order()) == sorted(self.document.positions)

    @invariant()
    def what_is_saved_opens_as_the_same_document(self):
        data = storage.to_bytes(self.document)
        assert storage.to_bytes(storage.from_bytes(data)) == data

    @invariant()
    def it_evaluates_and_explains_without_an_error(self):
        evaluation = ge.evaluate(self.document.graph)
        target = self.document.chosen_target()
        timeline = ge.trace(evaluation, target)
        found = ge.gradients(evaluation, target) if timeline.backward else None
        for position in range(len(timeline) + 1):
            assert ge.narrate(timeline, position, evaluation, found).lines
        assert list(ge.births(evaluation)) is not None

    def teardown(self):
        while self.past:
            self.undo()
        assert len(self.document.graph) == 0
        while self.future:
            self.redo()


AnyEditing.TestCase.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
TestAnyEditing = AnyEditing.TestCase
