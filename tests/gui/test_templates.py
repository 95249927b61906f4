"""Templates: groups kept for later, and networks that come with the program."""

import pytest
from PySide6.QtCore import QPoint, Qt

from graph_engine.document import from_formula, regroup
from graph_engine.storage import read
from tests.hand import CONTROL

Key = Qt.Key


@pytest.fixture
def kept(session, window, qapp):
    """A group “neuron” that was saved as a template."""
    session.replace(from_formula("y = exp(w*x + b)"), None)
    id_of = session.document.graph.id_of
    edit, group = regroup.group(session.document, [id_of("multiply"), id_of("add")], "neuron")
    session.do(edit, "Group")
    session.selection.set(session.document.groups[group].members)
    window.actions_made.trigger("group.keep")
    qapp.processEvents()
    return "template:neuron"


def names(window):
    return {entry.key for entry in window.palette_panel.entries if ":" in entry.key}


def test_a_kept_group_is_a_file_in_the_documented_format(window, kept, said):
    (file,) = window.library.folder.iterdir()
    part = read(file)
    assert part.title == "neuron"
    assert [group.name for group in part.groups.values()] == ["neuron"]
    assert kept in names(window)


def test_it_is_dragged_from_the_palette(hand, session, window, kept):
    hand.drag(hand.entry(kept), hand.middle() + QPoint(0, 150))
    assert sorted(group.name for group in session.document.groups.values()) == ["neuron", "neuron 2"]
    hand.key(Key.Key_Z, CONTROL)
    assert [group.name for group in session.document.groups.values()] == ["neuron"]


def test_a_second_of_that_name_gets_a_number(window, session, kept):
    window.actions_made.trigger("group.keep")
    assert {"template:neuron", "template:neuron 2"} <= names(window)


def test_it_is_renamed_and_removed(window, kept, qapp):
    window.library.rename(kept, "unit/1")
    assert "template:unit_1" in names(window)
    window.library.remove("template:unit_1")
    assert not any(key.startswith("template:") for key in names(window))


def test_it_is_renamed_in_the_palette(hand, window, kept):
    window.palette_panel.list._edit(kept)
    hand.type("unit")
    hand.key(Key.Key_Return)
    assert "template:unit" in names(window)


def test_a_damaged_file_says_so(hand, window, session, kept, said):
    (file,) = window.library.folder.iterdir()
    file.write_text("{")
    window.library.insert(kept, "Insert template", (0.0, 0.0))
    assert said[-1].startswith("The template can't be used: this is not JSON")
    file.unlink()
    window.library.remove(kept)
    assert said[-1].startswith("The template could not be changed: ")


def test_a_folder_that_can_not_be_made_says_so(window, session, kept, said):
    window.library.folder = window.library.folder / "neuron.json" / "within"
    window.actions_made.trigger("group.keep")
    assert said[-1].startswith("The template could not be kept: ")


@pytest.mark.parametrize("key", ["network:affine_relu", "network:two_layers"])
def test_networks_come_with_their_parameters(hand, window, session, key):
    hand.double_click(hand.entry(key))
    assert all(group.collapsed for group in session.document.groups.values())
    missing = {p.port for found in session.results.problems.values() for p in found}
    assert missing <= {"x", "t"}
