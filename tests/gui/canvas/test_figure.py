"""The thumbnails of the start page."""

from __future__ import annotations

import pytest

from graph_engine.document import regroup
from graph_engine.sentence import say
from graph_engine.storage import Example, example, examples
from gui.canvas.figure import Figure, figure, figure_of
from gui.canvas.thumbnail import Thumbnail


@pytest.mark.parametrize("entry", examples(), ids=lambda entry: entry.name)
def test_every_example_has_one_with_all_that_is_on_its_canvas(entry, opened, window):
    opened(entry.name)
    drawn, canvas = figure_of(entry), window.area.view.canvas
    assert len(drawn.shapes) == len(canvas.boxes())
    assert len(drawn.wires) == len(canvas.edges)
    assert sum(shape.target for shape in drawn.shapes) == 1


def test_wires_end_where_they_do_on_the_canvas(opened, window):
    opened("apple_tax")
    assert {(w[0], w[3]) for w in figure_of(example("apple_tax")).wires} == {
        item.ends for item in window.area.view.canvas.edges.values()
    }


def test_a_collapsed_group_is_one_shape():
    document = example("apple_tax").open()
    id_of = document.graph.id_of
    edit, group = regroup.group(document, [id_of("apple total"), id_of("price")], "shop")
    edit.apply(document)
    regroup.changed(document, group, collapsed=True).apply(document)
    drawn = figure(document)
    assert (len(drawn.shapes), len(drawn.wires)) == (4, 3)


def test_a_damaged_example_has_an_empty_one(tmp_path):
    path = tmp_path / "broken.json"
    path.write_text("{")
    assert figure_of(Example("broken", say("broken"), say("broken"), path)) == Figure((), ())


def test_it_is_drawn_once_it_is_seen(window, qapp):
    pictures = window.area.start_page.findChildren(Thumbnail)
    assert len(pictures) == len(examples())
    qapp.processEvents()
    qapp.processEvents()
    first = pictures[0]
    assert first.figure is not None
    assert len({first.grab().toImage().pixelColor(x, y).name() for x in range(6, 100, 2) for y in range(6, 66, 2)}) > 3
    assert pictures[-1].figure is None, "what is not in sight is not read"
