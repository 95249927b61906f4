"""A state machine whose rules are what a hand does to the window, each by real events, with all the history kept."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox

from graph_engine.document import Document, from_formula
from graph_engine.storage import example, from_bytes, to_bytes
from gui.canvas.scene import CanvasScene
from tests.hand import ALT, CONTROL, NONE, SHIFT

Key = Qt.Key
CHOICE = st.integers(0, 10**6)  # picks among what is seen at that moment
PLACE = st.tuples(st.integers(2, 98), st.integers(2, 98))  # of the canvas, in percent
ENTRIES = st.sampled_from(["2", "-1.5", "0", "[1, 2]", "[[1, 2], [3, 4]]", "nonsense", "1e300", "w", "b 2", ""])
PRESSED = [
    (Key.Key_A, CONTROL), (Key.Key_C, CONTROL), (Key.Key_X, CONTROL), (Key.Key_V, CONTROL), (Key.Key_V, CONTROL),
    (Key.Key_D, CONTROL), (Key.Key_Delete, NONE), (Key.Key_Delete, CONTROL), (Key.Key_L, CONTROL), (Key.Key_T, NONE),
    (Key.Key_P, NONE), (Key.Key_Tab, NONE), (Key.Key_BracketLeft, NONE), (Key.Key_Period, NONE), (Key.Key_F5, NONE),
    (Key.Key_F7, NONE),
]  # fmt: skip
COMMANDS = [
    "Align left edges", "Align top edges", "Distribute horizontally", "Disconnect", "Fit parameters",
    "Heat maps of arrays", "Take apart", "Put together", "Compare with the fused node", "New random numbers",
    "Light everything",
]  # fmt: skip
MOST = 25  # nodes; more are slow and show nothing new
STARTS = {
    "nothing": Document,
    "apple tax": lambda: example("apple_tax").open(),
    "two paths": lambda: example("two_paths").open(),
    "a sigmoid taken apart": lambda: example("sigmoid_taken_apart").open(),
    "a neuron": lambda: from_formula("y = tanh(w*x + b)"),
}


class History:
    """The bytes of the file at each place of the history, as they were when the hand first came there."""

    def __init__(self, session) -> None:
        self.session, self.travelling = session, False
        self.known = {0: to_bytes(session.document)}

    def at(self, index: int) -> None:
        now = to_bytes(self.session.document)
        if self.travelling:
            assert now == self.known[index], f"step {index} of the history is not what it was"
        else:
            self.known = {place: kept for place, kept in self.known.items() if place < index}
            self.known[index] = now

    def back_to_the_start_and_forth(self) -> None:
        history, reached = self.session.history, self.session.history.index()
        self.travelling = True
        while history.canUndo():
            history.undo()
        assert to_bytes(self.session.document) == self.known[0], "undo to the start gives another file"
        while history.index() < reached:
            history.redo()
        assert to_bytes(self.session.document) == self.known[reached], "redo gives another file"
        self.travelling = False


class AnyHand(RuleBasedStateMachine):
    """What is common to all rules: where things are, and what must hold after each."""

    def __init__(self, hand) -> None:
        super().__init__()
        self.hand, self.window, self.view = hand, hand.window, hand.view
        self.session, self.scene = hand.window.session, hand.view.canvas

    @initialize(start=st.sampled_from(sorted(STARTS)))
    def open_one(self, start):
        self.session.replace(STARTS[start](), None)
        self.history = History(self.session)
        self.session.history.indexChanged.connect(self.history.at)
        self._home()

    def teardown(self):
        if not hasattr(self, "history"):
            return
        self._home()
        self.history.back_to_the_start_and_forth()
        self.session.history.indexChanged.disconnect(self.history.at)
        self.window.area.bar.player.pause()

    # -- where things are ----------------------------------------------------------------------------------------------

    def _home(self):
        """Closes what lies open, shows everything, and puts the focus on the canvas."""
        for _ in range(3):
            if not self.view.hasFocus() and self.window.focusWidget() is not None:
                self.hand.key(Key.Key_Escape)
        self.view.setFocus()
        if self.view.gesture is not None:
            self.hand.key(Key.Key_Escape)
        self._thin()
        self.hand.key(Key.Key_Home)

    def _thin(self):
        """Begins with less where there is much."""
        if len(self.session.document.graph) > MOST:
            self.hand.key(Key.Key_A, CONTROL)
            self.hand.key(Key.Key_Delete)

    def _room(self):
        """The part of the canvas that nothing lies over, in the window."""
        room = self.view.viewport().rect().marginsRemoved(self.view.covered)
        return room.translated(self.view.viewport().mapTo(self.window, QPoint(0, 0)))

    def _at(self, place):
        """A point of the canvas."""
        room = self._room()
        return QPoint(
            room.left() + room.width() * place[0] // 100,
            room.top() + room.height() * place[1] // 100,
        )

    def _one(self, points, choice):
        """One of some points that can be reached, or the middle of the canvas."""
        room = self._room()
        found = [point for point in points if room.contains(point)]
        return found[choice % len(found)] if found else self._at((50, 50))

    def _boxes(self):
        return [self.hand.place(item.x(), item.y()) for item in self.scene.boxes()]

    def _titles(self):
        frames = self.scene.groups.frames.values()
        return [self.hand.place(at.x(), at.y()) for at in (frame.title_box().center() for frame in frames)]

    def _notes(self):
        return [
            self.hand.place(note.box[0] + 30, note.box[1] + 12)
            for note in self.session.document.notes.values()
            if self.session.level.inside is None
        ]

    def _things(self):
        return [*self._boxes(), *self._titles(), *self._notes()]

    def _outputs(self):
        found = [self.hand.place(*item.output_point()) for item in self.scene.nodes.values()]
        for box in self.scene.groups.boxes.values():
            outs = self.scene.looks.face(box.group_id).outputs
            found += [self.hand.place(*box.inner_output_point(out.node)) for out in outs]
        return found

    def _inputs(self):
        nodes = self.scene.nodes.values()
        found = [self.hand.place(*item.input_point(port)) for item in nodes for port in item.frame.ports]
        for box in self.scene.groups.boxes.values():
            ins = self.scene.looks.face(box.group_id).inputs
            found += [self.hand.place(*box.inner_input_point(*entry.key)) for entry in ins]
        return found

    def _wires(self):
        middles = [item.path.pointAtPercent(0.5) for item in self.scene.edges.values()]
        return [self.hand.place(at.x(), at.y()) for at in middles]

    def _command(self, name):
        """What the command palette finds by a name."""
        self.hand.key(Key.Key_P, CONTROL | SHIFT)
        self.hand.type(name)
        self.hand.key(Key.Key_Return)

    # -- what must hold ------------------------------------------------------------------------------------------------

    @precondition(lambda self: hasattr(self, "history"))
    @invariant()
    def the_file_reads_back(self):
        now = to_bytes(self.session.document)
        assert to_bytes(from_bytes(now)) == now

    @precondition(lambda self: hasattr(self, "history"))
    @invariant()
    def the_canvas_is_as_if_made_anew(self):
        """What followed step by step is what one gets from the document at once."""
        fresh = CanvasScene(self.session, self.scene.theme)
        fresh.looks.encoding = self.scene.looks.encoding
        seen, made = _all_of(self.scene), _all_of(fresh)
        fresh.deleteLater()
        for kind, there in seen.items():
            wrong = {id: (there.get(id), made[kind].get(id)) for id in there.keys() | made[kind].keys()}
            wrong = {id: both for id, both in wrong.items() if both[0] != both[1]}
            assert not wrong, f"{kind} differ from a canvas made anew: {wrong}"


def _all_of(scene):
    """Everything on a canvas in its own words."""
    scene.looks.turn()
    boxes = {item.id: (item.look, item.frame, item.pos(), item.toolTip()) for item in scene.boxes()}
    wires = {edge: (item.look, item.ends, item.course, item.path) for edge, item in scene.edges.items()}
    frames = {id: (item.name, item.box, item.zValue()) for id, item in scene.groups.frames.items()}
    notes = {id: (item.look, item.pos(), item.isVisible()) for id, item in scene.notes.items.items()}
    return {"boxes": boxes, "wires": wires, "frames": frames, "notes": notes}


class EditingHand(AnyHand):
    """Nodes, wires, values, names and the history."""

    @rule(place=PLACE, text=st.sampled_from(["*", "exp", "variable", "dot", "affine", "sigmoid", "3", "a*b + 1", "?"]))
    def search_to_add(self, place, text):
        self._home()
        self.hand.double_click(self._at(place))
        self.hand.type(text)
        self.hand.key(Key.Key_Return)

    @rule(kind=st.sampled_from(["variable", "parameter", "add", "multiply", "relu", "dot", "sum"]), place=PLACE)
    def drop_from_the_palette(self, kind, place):
        self._home()
        self.hand.drag(self.hand.entry(kind), self._at(place), steps=3)

    @rule(kind=st.sampled_from(["exp", "add"]), wire=CHOICE)
    def drop_on_a_wire(self, kind, wire):
        self._home()
        self.hand.drag(self.hand.entry(kind), self._one(self._wires(), wire), steps=3)

    @rule(start=CHOICE, end=CHOICE, back=st.booleans())
    def wire(self, start, end, back):
        self._home()
        ends = self._one(self._outputs(), start), self._one(self._inputs(), end)
        self.hand.drag(*(ends[::-1] if back else ends), steps=3)

    @rule(end=CHOICE, place=PLACE, text=st.sampled_from(["", "exp", "+"]))
    def pull_a_wire_into_space(self, end, place, text):
        """From an output search-to-add follows; a wire's end comes off its input."""
        self._home()
        self.hand.drag(self._one([*self._outputs(), *self._inputs()], end), self._at(place), steps=3)
        if text:
            self.hand.type(text)
            self.hand.key(Key.Key_Return)

    @rule(start=PLACE, end=PLACE)
    def cut_wires(self, start, end):
        self._home()
        self.hand.drag(self._at(start), self._at(end), keys=ALT, steps=4)

    @rule(what=CHOICE, keys=st.sampled_from([NONE, NONE, SHIFT, CONTROL]))
    def click(self, what, keys):
        self._home()
        self.hand.click(self._one([*self._things(), *self._wires()], what), keys=keys)

    @rule(start=PLACE, end=PLACE)
    def band(self, start, end):
        self._home()
        self.hand.drag(self._at(start), self._at(end), steps=3)

    @rule(what=CHOICE, place=PLACE, keys=st.sampled_from([NONE, NONE, NONE, CONTROL]))
    def move(self, what, place, keys):
        self._home()
        self.hand.drag(self._one(self._things(), what), self._at(place), keys=keys, steps=3)

    @rule(key=st.sampled_from([Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down]), far=st.booleans())
    def nudge(self, key, far):
        self.view.setFocus()
        self.hand.key(key, SHIFT if far else NONE)

    @rule(keys=st.sampled_from(PRESSED))
    def press(self, keys):
        self.view.setFocus()
        self._thin()
        self.hand.key(*keys)

    @rule(name=st.sampled_from(COMMANDS))
    def command(self, name):
        self._home()
        self._command(name)

    @rule(what=CHOICE, text=ENTRIES)
    def write_on_it(self, what, text):
        """A value on a source, a name on the others, a text on a note."""
        self._home()
        self.hand.double_click(self._one([*self._things(), *self._titles()], what))
        if self.window.focusWidget() is not self.view:
            self.hand.key(Key.Key_A, CONTROL)
            self.hand.type(text)
            self.hand.key(Key.Key_Return)

    @precondition(lambda self: self.window.inspector.name.isVisible())
    @rule(name=ENTRIES)
    def rename_in_the_inspector(self, name):
        self._home()
        self._retype(self.window.inspector.name, name)

    @precondition(lambda self: self.window.inspector.form.isVisible())
    @rule(field=CHOICE, text=ENTRIES, by=st.integers(-2, 2))
    def set_in_the_inspector(self, field, text, by):
        self._home()
        fields = [shown for shown in self.window.inspector.form.fields.values() if shown.isVisible()]
        if not fields:
            return
        chosen = fields[field % len(fields)]
        if isinstance(chosen, QComboBox):
            chosen.setFocus()
            for _ in range(abs(by)):
                self.hand.key(Key.Key_Down if by > 0 else Key.Key_Up)
        elif isinstance(chosen, QCheckBox):
            chosen.setFocus()
            self.hand.key(Key.Key_Space)
        else:
            self._retype(chosen, text)

    def _retype(self, field, text):
        self.hand.click(self.hand.on(field))
        self.hand.key(Key.Key_A, CONTROL)
        self.hand.type(text)
        self.hand.key(Key.Key_Return)

    @precondition(lambda self: self.session.history.canUndo())
    @rule(times=st.integers(1, 4))
    def undo(self, times):
        self._travel(times, Key.Key_Z, CONTROL)

    @precondition(lambda self: self.session.history.canRedo())
    @rule(times=st.integers(1, 4))
    def redo(self, times):
        self._travel(times, Key.Key_Z, CONTROL | SHIFT)

    def _travel(self, times, *keys):
        self._home()
        self.history.travelling = True
        for _ in range(times):
            self.hand.key(*keys)
        self.history.travelling = False
