"""Templates: groups kept for later, and networks that come with the program."""

import pytest
from PySide6.QtCore import QPoint, Qt

from graph_engine.document import from_formula, regroup
from graph_engine.storage import read
from gui.canvas.offers import Kind, Tie
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
    window.area.adder.add(Kind(kept), window.area.view.middle())
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


@pytest.fixture
def found(window):
    """What search-to-add shows."""
    listed = window.area.search_to_add.popup.list
    return lambda: [listed.item(row).text() for row in range(listed.count())]


def test_search_to_add_offers_it_where_the_pointer_is(hand, session, kept, found):
    hand.double_click(hand.corner())
    hand.type("neur")
    assert found() == ["neuron", "neur"], "and a variable of that name"
    hand.key(Key.Key_Return)
    assert sorted(group.name for group in session.document.groups.values()) == ["neuron", "neuron 2"]
    assert session.history.undoText() == "Insert template"


def test_from_a_pulled_wire_it_is_entered_there(hand, session, window, kept, found):
    hand.drag(hand.output("y"), hand.output("y") + QPoint(120, 90))
    hand.type("affine + relu")
    hand.key(Key.Key_Return)
    graph = session.document.graph
    assert graph.inputs(graph.id_of("a1"))["x"] == graph.id_of("y")
    assert session.history.undoText() == "Insert template"


def test_what_no_wire_can_enter_is_not_offered_for_one(hand, session, window, kept, found):
    everything, name = regroup.group(session.document, list(session.document.positions), "all of it")
    session.do(everything, "Group")
    assert window.library.keep(name) == "all of it"
    view = window.area.view
    view.asked_to_add.emit(view.viewport().rect().center(), Tie(source=session.document.graph.id_of("y")))
    hand.type("template")
    assert "neuron" in found()
    assert "all of it" not in found()
    hand.key(Key.Key_Escape)


def test_dropped_on_a_wire_it_is_put_in_between_and_fits(hand, session, window, opened):
    opened("xor")
    graph = session.document.graph
    wire = next(edge for edge in graph.edges if edge.port == "x")
    before = graph.edge_count
    middle = window.area.view.canvas.edges[wire].path.pointAtPercent(0.5)
    hand.drag(hand.entry("network:affine_relu"), hand.place(middle.x(), middle.y()))
    graph = session.document.graph
    assert graph.inputs(graph.id_of("a1"))["x"] == wire.source
    assert graph.inputs(wire.target)["x"] == graph.id_of("h1")
    assert graph.edge_count == before + 4
    assert not session.results.problems.get(graph.id_of("a1")), "its weights have the shape of what comes in"
