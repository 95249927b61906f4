import graph_engine as ge
from graph_engine import storage
from graph_engine.document import Bookmark, Note, compose, compose_notes, edits, touched
from graph_engine.document.bookmarks import free_number
from graph_engine.document.notes import box_around, fresh_note_id, inside


def document():
    made = ge.example("apple_tax").open()
    edits.SetNote("note1", Note("note1", position=(10.0, 20.0), size=(100.0, 50.0))).apply(made)
    edits.SetNote("note2", Note("note2", "frame", "Frame", "teal", (0.0, 0.0), (400.0, 300.0))).apply(made)
    return made


def test_a_note_is_placed_by_its_middle():
    assert document().notes["note1"].box == (-40, -5, 60, 45)


def test_a_frame_holds_what_lies_wholly_inside():
    frame = document().notes["note2"]
    assert inside(frame, {"in": (-200, -150, 0, 0), "out": (-201, 0, 0, 0), "across": (100, 0, 300, 10)}) == ["in"]


def test_a_box_around_others_has_room_for_a_heading():
    assert box_around([(0, 0, 10, 10), (20, 5, 30, 30)], 10, 20) == ((15, 5), (50, 70))


def test_nodes_and_notes_move_as_one_and_back():
    made = document()
    before = storage.to_bytes(made)
    edit = compose_notes.shift({"n1": made.positions["n1"]}, [made.notes["note1"]], (5, -5))
    inverse = edit.apply(made)
    assert made.notes["note1"].position == (15, 15)
    assert (touched(edit).moved, touched(edit).notes) == ({"n1"}, {"note1"})
    inverse.apply(made)
    assert storage.to_bytes(made) == before


def test_nodes_alone_move_by_one_plain_edit():
    assert isinstance(compose_notes.shift({"n1": (0.0, 0.0)}, [], (1, 1)), edits.Move)


def test_copies_have_ids_of_their_own():
    made = document()
    part = compose_notes.extract_notes(made, compose.extract(made, []), ["note1", "note2"])
    added, ids = compose_notes.insert_notes(made, part, (7, 8))
    for edit in added:
        edit.apply(made)
    assert ids == ["note3", "note4"]
    assert made.notes["note3"].position == (17, 28)


def test_notes_go_with_what_is_removed():
    made = document()
    compose_notes.without_notes(compose.remove(made, ["n1"]), ["note2"]).apply(made)
    assert list(made.notes) == ["note1"]
    assert "n1" not in made.graph


def test_ids_and_numbers_that_are_free():
    assert fresh_note_id({"note2": 0, "x": 1}) == "note3"
    assert fresh_note_id(["note2"]) == "note3"
    assert free_number({1: Bookmark("a", (0, 0)), 3: Bookmark("b", (0, 0))}) == 2


def test_notes_and_bookmarks_stand_one_a_line_and_come_back():
    made = document()
    edits.SetBookmark(2, Bookmark("b", (1.0, 2.0), 0.5)).apply(made)
    edits.SetBookmark(1, Bookmark("a", (0.0, 0.0))).apply(made)
    lines = storage.to_bytes(made).decode().splitlines()
    assert '    {"number": 1, "name": "a", "at": [0, 0], "zoom": 1},' in lines
    assert (
        '    {"id": "note2", "kind": "frame", "text": "Frame", "colour": "teal", "at": [0, 0], "size": [400, 300]}'
        in lines
    )
    again = storage.from_bytes(storage.to_bytes(made))
    assert (again.notes, again.bookmarks) == (made.notes, made.bookmarks)


def test_what_is_left_out_of_a_note_has_its_default():
    text = b'{"format": "gradcanvas", "version": 1, "notes": [{"id": "m"}], "bookmarks": [{"number": 5, "name": "a"}]}'
    made = storage.from_bytes(text)
    assert made.notes == {"m": Note("m")}
    assert made.bookmarks == {5: Bookmark("a", (0.0, 0.0), 1.0)}
