"""What the hand does with groups, notes, frames and places to come back to."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule
from PySide6.QtCore import QPoint, Qt

from tests.hand import CONTROL, SHIFT

from .any_hand import CHOICE, ENTRIES, PLACE, EditingHand

Key = Qt.Key
NAMES = st.sampled_from(["layer", "a", "b", "", "a very long name of a group that does not fit"])


class GroupingHand(EditingHand):
    @rule(name=NAMES, everything=st.booleans())
    def group(self, name, everything):
        """Of what is selected, or of all there is."""
        self.view.setFocus()
        if everything or not self.session.selection.nodes:
            self.hand.key(Key.Key_A, CONTROL)
        self.hand.key(Key.Key_G, CONTROL)
        if self.view.group_name.isVisible():
            self.hand.key(Key.Key_A, CONTROL)
            self.hand.type(name)
            self.hand.key(Key.Key_Return)

    @rule(first=CHOICE, second=CHOICE)
    def group_two(self, first, second):
        self._home()
        for choice, keys in ((first, Qt.KeyboardModifier.NoModifier), (second, SHIFT)):
            self.hand.click(self._one(self._boxes(), choice), keys=keys)
        self.hand.key(Key.Key_G, CONTROL)
        self.hand.key(Key.Key_Return)

    @precondition(lambda self: self.session.document.groups)
    @rule(
        group=CHOICE,
        keys=st.sampled_from(
            [(Key.Key_C, Qt.KeyboardModifier.NoModifier)] * 3
            + [(Key.Key_G, CONTROL | SHIFT), (Key.Key_Down, CONTROL), (Key.Key_Return, Qt.KeyboardModifier.NoModifier)]
            + [(Key.Key_D, CONTROL), (Key.Key_C, CONTROL)]
        ),
    )
    def with_a_group(self, group, keys):
        """Collapsed or opened, taken away, looked into, renamed, duplicated, copied."""
        self._home()
        boxes = [self.hand.place(box.x(), box.y()) for box in self.scene.groups.boxes.values()]
        self.hand.click(self._one([*boxes, *self._titles()], group))
        self.hand.key(*keys)

    @precondition(lambda self: self.scene.groups.boxes)
    @rule(group=CHOICE)
    def look_inside(self, group):
        self._home()
        boxes = [self.hand.place(box.x(), box.y()) for box in self.scene.groups.boxes.values()]
        self.hand.double_click(self._one(boxes, group))

    @precondition(lambda self: self.scene.groups.boxes)
    @rule(port=CHOICE, name=NAMES)
    def rename_a_port(self, port, name):
        self._home()
        ends = [
            self.hand.place(*box.inner_input_point(*entry.key))
            for box in self.scene.groups.boxes.values()
            for entry in self.scene.looks.face(box.group_id).inputs
        ]
        self.hand.double_click(self._one(ends, port))
        if self.view.group_name.isVisible():
            self.hand.key(Key.Key_A, CONTROL)
            self.hand.type(name)
            self.hand.key(Key.Key_Return)

    @precondition(lambda self: self.session.level.inside is not None)
    @rule(by_key=st.booleans(), crumb=CHOICE)
    def come_out(self, by_key, crumb):
        self._home()
        if by_key:
            self.hand.key(Key.Key_Up, CONTROL)
        else:
            self.view.leave_group()

    @rule(place=PLACE, kind=st.sampled_from(["note", "frame"]), text=st.sampled_from(["", "# Tax", "$x^2$", "*all*"]))
    def drop_a_note(self, place, kind, text):
        self._home()
        self.hand.drag(self.hand.entry(kind), self._at(place), steps=3)
        self.hand.type(text)
        self.hand.key(Key.Key_Escape)

    @rule(heading=ENTRIES)
    def frame_the_selection(self, heading):
        self._home()
        self.hand.key(Key.Key_F, CONTROL | SHIFT)
        if not self.view.hasFocus():
            self.hand.type(heading)
            self.hand.key(Key.Key_Return)

    @precondition(lambda self: self.session.selection.notes)
    @rule(colour=st.sampled_from(["Rose", "Green"]))
    def colour(self, colour):
        self._home()
        self._command(colour)

    @precondition(lambda self: self._notes())
    @rule(note=CHOICE, by=st.tuples(st.integers(-80, 80), st.integers(-60, 60)))
    def resize_a_note(self, note, by):
        self._home()
        self.hand.click(self._one(self._notes(), note))
        chosen = self.session.selection.only_note
        if chosen is not None:
            corner = self.hand.place(*self.session.document.notes[chosen].box[2:])
            self.hand.drag(corner, corner + QPoint(*by), steps=3)

    @rule(number=st.integers(1, 4), remember=st.booleans())
    def places(self, number, remember):
        self.view.setFocus()
        if remember and len(self.session.document.bookmarks) < 4:
            self.hand.key(Key.Key_B, CONTROL)
        else:
            self.hand.key(Key(Key.Key_0 + number), CONTROL)
