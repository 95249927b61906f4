from xml.etree import ElementTree

import pytest

import graph_engine as ge

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


def test_a_graph_draws_itself_where_no_places_are_known():
    graph = ge.Graph()
    assert texts(graph._repr_svg_()) == []
    a = graph.add("variable", "a < b", value=2)
    graph.add("multiply", "open", x=a)
    assert {"a < b", "open", "×"} <= set(texts(graph._repr_svg_()))
    assert graph.node(a).value == 2.0
