"""Whatever a person does, in any order: refusals leave no trace, undo restores the exact file, redo gives it back.

The journal of it, read line by line, leads to the same document.
"""

from __future__ import annotations

import json

import networkx as nx
import numpy as np
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

import graph_engine as ge
from graph_engine import ops, storage
from graph_engine.document import Bookmark, Note, arrange, compose, compose_notes, edits, effective_target
from graph_engine.errors import GraphError, Refused
from graph_engine.graph import SOURCES_BY_KEY, Edge, make_node
from graph_engine.storage.edit_json import edit_from_json
from tests.group_rules import GroupRules

KINDS = st.sampled_from(sorted([*SOURCES_BY_KEY, *(op.key for op in ops.ALL)]))
CHOICE = st.integers(0, 10**6)  # picks among what the document holds at that moment, now and then what it does not
CHOICES = st.lists(CHOICE, max_size=3)
TEXT = st.text(max_size=6)
NEAR = st.tuples(st.integers(-999, 999), st.floats(-1e6, 1e6))
PLACES = NEAR | NEAR | NEAR | st.tuples(st.floats(), st.floats())
VALUES = (
    st.floats()
    | st.lists(st.floats(), max_size=3)
    | arrays.arrays(st.sampled_from([np.float32, np.float64]), arrays.array_shapes(max_dims=3, max_side=5, min_side=0))
    | st.none()
)
NUMBERS = st.sampled_from([0.5, 2.0, 3.0, -1.0]) | st.floats()
LISTS = st.lists(st.integers(-3, 3), max_size=3)
SETTINGS = NUMBERS | st.booleans() | st.none() | LISTS | st.sampled_from(["in_out", "out_in", "?", 0, 1])


class AnyEditing(GroupRules, RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.document, self.journalled = ge.Document(), ge.Document()
        self.past, self.future = [], []

    @initialize(example=st.sampled_from(ge.examples()))
    def open_one(self, example):
        self.document, self.journalled = example.open(), example.open()
        self.first = storage.to_bytes(self.document)

    def _node(self, choice):
        ids = list(self.document.positions)
        return ids[choice % len(ids)] if ids and choice % 10 else "n98"

    def _edge(self, choice):
        wires = list(self.document.graph.edges)
        return wires[choice % len(wires)] if wires and choice % 10 else Edge("n1", "n2", "x")

    def _new_edge(self, start, end, port):
        """A wire into some port; mostly into one that is open, now and then one that closes a loop."""
        ports = [(node.id, p.name) for node in self.document.graph.nodes for p in node.ports]
        still_open = [(id, name) for id, name in ports if name not in self.document.graph.inputs(id)]
        among = (still_open if port % 4 else ports) or [("n1", "x")]
        id, name = among[end % len(among)]
        after = sorted(self.document.graph.descendants(id)) if id in self.document.graph and port % 3 == 0 else []
        return Edge(after[start % len(after)] if after else self._node(start), id, name if port % 10 else "nope")

    def _do(self, edit):
        before = storage.to_bytes(self.document)
        try:
            undo = self._apply(edit)
        except Refused:
            assert storage.to_bytes(self.document) == before, f"refused, but not without a trace: {edit}"
        else:
            self.past.append((undo, before))
            self.future.clear()

    def _apply(self, edit):
        inverse = edit.apply(self.document)
        edit_from_json(json.loads(storage.line(edit))).apply(self.journalled)
        return inverse

    def _compose(self, make):
        """A composed edit; naming what is not there is refused while composing."""
        try:
            edit = make()
        except (GraphError, Refused):
            return
        self._do(edit)

    @rule(id=CHOICE, new=st.integers(0, 4), kind=KINDS, name=TEXT, place=PLACES)
    def add(self, id, new, kind, name, place):
        id = self.document.graph.fresh_id() if new else self._node(id)
        self._do(edits.AddNode(make_node(id, kind, name or id), place))

    @rule(kind=KINDS, sources=st.lists(CHOICE, min_size=1, max_size=3), place=NEAR)
    def add_behind_a_wire(self, kind, sources, place):
        node = make_node(self.document.graph.fresh_id(), kind, self.document.graph.fresh_name(kind))
        wires = [Edge(self._node(s), node.id, p.name) for s, p in zip(sources, node.ports, strict=False)]
        self._do(edits.Together((edits.AddNode(node, place), *map(edits.Connect, wires))))

    @rule(id=CHOICE)
    def remove_node(self, id):
        self._do(edits.RemoveNode(self._node(id)))

    @rule(start=CHOICE, end=CHOICE, port=CHOICE)
    def connect(self, start, end, port):
        self._do(edits.Connect(self._new_edge(start, end, port)))

    @rule(edge=CHOICE)
    def disconnect(self, edge):
        self._do(edits.Disconnect(self._edge(edge)))

    @rule(id=CHOICE, value=VALUES)
    def set_value(self, id, value):
        self._do(edits.SetValue(self._node(id), value))

    @rule(id=CHOICE, name=TEXT)
    def rename(self, id, name):
        self._do(edits.Rename(self._node(id), name))

    @rule(id=CHOICE, other=st.integers(0, 4), data=st.data())
    def set_attribute(self, id, other, data):
        having = [(n.id, name) for n in self.document.graph.nodes for name in n.attributes]
        node, name = having[id % len(having)] if having and other else (self._node(id), "nope")
        self._do(edits.SetAttribute(node, name, data.draw(SETTINGS)))

    @rule(ids=CHOICES, place=PLACES)
    def move(self, ids, place):
        self._do(edits.Move(tuple((self._node(id), place) for id in ids)))

    @rule(id=CHOICE | st.none())
    def set_target(self, id):
        self._do(edits.SetTarget(None if id is None else self._node(id)))

    @rule(title=TEXT, description=TEXT)
    def describe(self, title, description):
        self._do(edits.Describe(title, description))

    @rule(
        id=st.integers(1, 3), kind=st.sampled_from(["note", "frame", "?"]), text=TEXT, place=PLACES, gone=st.booleans()
    )
    def set_note(self, id, kind, text, place, gone):
        note = Note(f"note{id}", kind, text, "teal", place, (100.0, 50.0 * id))
        self._do(edits.SetNote(note.id, None if gone else note))

    @rule(number=st.integers(0, 3), name=TEXT, place=PLACES, zoom=st.floats(0.01, 20), gone=st.booleans())
    def set_bookmark(self, number, name, place, zoom, gone):
        self._do(edits.SetBookmark(number, None if gone else Bookmark(name, place, zoom)))

    @rule(ids=CHOICES, wires=CHOICES)
    def remove(self, ids, wires):
        self._compose(lambda: compose.remove(self.document, map(self._node, ids), map(self._edge, wires)))

    @rule(start=CHOICE, end=CHOICE, port=CHOICE, old=CHOICE | st.none())
    def reconnect(self, start, end, port, old):
        edge, taken_off = self._new_edge(start, end, port), [] if old is None else [self._edge(old)]
        self._compose(lambda: compose.connect_all(self.document, [edge], taken_off))

    @rule(edge=CHOICE, id=CHOICE)
    def insert_on(self, edge, id):
        self._compose(lambda: compose.insert_on(self.document, self._edge(edge), self._node(id), "x"))

    @rule(ids=CHOICES, offset=PLACES)
    def copy_and_paste(self, ids, offset):
        part = compose.extract(self.document, {self._node(id) for id in ids} & set(self.document.positions))
        compose_notes.extract_notes(self.document, part, list(self.document.notes)[: len(ids)])
        notes, _ = compose_notes.insert_notes(self.document, part, offset)
        self._do(edits.Together((compose.insert(self.document, part, offset)[0], *notes)))

    @rule(ids=CHOICES | st.none())
    def tidy(self, ids):
        chosen = None if ids is None else set(map(self._node, ids))
        self._do(edits.Move(tuple(arrange(self.document, lambda _: (80.0, 40.0), chosen).items())))

    @precondition(lambda self: self.past)
    @rule()
    def undo(self):
        inverse, before = self.past.pop()
        after = storage.to_bytes(self.document)
        self.future.append((self._apply(inverse), after))
        assert storage.to_bytes(self.document) == before

    @precondition(lambda self: self.future)
    @rule()
    def redo(self):
        again, after = self.future.pop()
        before = storage.to_bytes(self.document)
        self.past.append((self._apply(again), before))
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
        assert storage.to_bytes(self.journalled) == data

    @invariant()
    def it_evaluates_and_explains_without_an_error(self):
        evaluation = ge.evaluate(self.document.graph)
        target = effective_target(self.document, evaluation)
        timeline = ge.trace(evaluation, target)
        found = ge.gradients(evaluation, target) if timeline.derived else None
        for position in range(len(timeline) + 1):
            assert ge.narrate(timeline, position, evaluation, found).lines
        assert all(problem.sentence for problem in ge.births(evaluation))

    def teardown(self):
        latest = storage.to_bytes(self.document)
        done = len(self.past)
        while self.past:
            self.undo()
        assert storage.to_bytes(self.document) == self.first
        for _ in range(done):
            self.redo()
        assert storage.to_bytes(self.document) == latest


AnyEditing.TestCase.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
TestAnyEditing = AnyEditing.TestCase
