from xml.etree import ElementTree

import pytest

import graph_engine as ge
from graph_engine.export.picture import Line, Shape, picture_of
from graph_engine.export.targets import tikz

TEXT = "{http://www.w3.org/2000/svg}text"


def texts(svg):
    return [element.text for element in ElementTree.fromstring(svg).iter(TEXT)]


@pytest.mark.parametrize("entry", ge.examples(), ids=lambda entry: entry.name)
def test_every_example_is_a_well_formed_picture(entry):
    document = entry.open()
    shown = texts(ge.to_svg(document.graph, document))
    assert {node.name for node in document.graph.nodes} <= set(shown)


def test_the_numbers_of_the_apple_tax_stand_on_it():
    document = ge.example("apple_tax").open()
    shown = texts(document._repr_svg_())
    assert "220" in shown
    assert "∂price/∂tax = 200" in shown
    assert "∂ = 1.1" in shown


def test_a_wire_that_runs_back_leads_between_the_rows():
    picture = picture_of(ge.example("twenty_sigmoids").open())
    lines = [mark for mark in picture.marks if isinstance(mark, Line) and len(mark.curve) > 4]
    assert [mark.role for mark in lines] == ["wire", "backward"] * 3
    boxes = [mark for mark in picture.marks if isinstance(mark, Shape) and mark.role == "node"]
    for mark in lines:
        level = mark.curve[4][1]
        assert not any(abs(level - box.middle[1]) < box.size[1] / 2 + 10 for box in boxes)
    drawn = tikz.make(ge.example("twenty_sigmoids").open())
    assert sum(line.count(".. controls") == 3 for line in drawn.splitlines()) == 6


def test_a_graph_draws_itself_where_no_places_are_known():
    graph = ge.Graph()
    assert texts(graph._repr_svg_()) == []
    a = graph.add("variable", "a < b", value=2)
    graph.add("multiply", "open", x=a)
    assert {"a < b", "open", "×"} <= set(texts(graph._repr_svg_()))
    assert graph.node(a).value == 2.0
