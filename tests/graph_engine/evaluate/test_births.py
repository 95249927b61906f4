import numpy as np
import pytest

import graph_engine as ge


def sentences(graph):
    return [str(problem.sentence) for problem in ge.births(ge.evaluate(graph))]


@pytest.mark.parametrize(
    ("kind", "value", "sentence"),
    [
        ("log", -1, "log “out”: x = −1 gives NaN; it needs x > 0"),
        ("log", 0, "log “out”: x = 0 gives −∞; it needs x > 0"),
        ("exp", 1000, "exp “out”: x = 1000 gives ∞; it needs x < 709.79"),
        ("reciprocal", 0, "reciprocal “out”: x = 0 gives ∞; it needs x ≠ 0"),
        ("log", [[1, 2], [3, -4]], "log “out”: x = −4 gives NaN at [1, 1]; it needs x > 0"),
    ],
)
def test_says_where_a_bad_number_was_born_and_of_what(kind, value, sentence):
    graph = ge.Graph()
    graph.add(kind, "out", x=graph.add("variable", "x", value=value))
    (found,) = sentences(graph)
    assert found == sentence


def test_only_the_birth_is_reported_not_what_inherits_it():
    graph = ge.Graph()
    born = graph.add("log", "born", x=graph.add("variable", "x", value=-1))
    graph.add("exp", "heir", x=graph.add("negate", "child", x=born))
    assert len(sentences(graph)) == 1


def test_a_bad_source_is_the_persons_own_and_no_birth():
    graph = ge.Graph()
    graph.add("exp", "y", x=graph.add("variable", "x", value=float("nan")))
    assert sentences(graph) == []


def test_an_overflow_without_a_stated_domain_is_told_as_leaving_the_range():
    graph = ge.Graph()
    x, y = graph.add("variable", "x", value=1e200), graph.add("variable", "y", value=np.array([1.0, 1e200]))
    graph.add("multiply", "p", x=x, y=y)
    (found,) = sentences(graph)
    assert found.startswith("multiply “p”: x = 1e+200, y = 1e+200 gives ∞ at [1]: the result leaves")


def test_where_entries_mix_the_whole_input_is_named_by_its_shape():
    graph = ge.Graph()
    x = graph.add("variable", "x", value=[[1.0, 1e200], [0.0, 0.0]])
    for name, W in (("of a vector", [1.0, 1e200]), ("of a square", [[1.0, 0.0], [1e200, 0.0]])):
        graph.add("dot", name, x=x, W=graph.add("variable", f"W {name}", value=W))
    vector, square = sentences(graph)
    assert "x = (2, 2), W = (2,) gives ∞ at [0]" in vector
    assert "x = (2, 2), W = (2, 2) gives ∞ at [0, 0]" in square, "the entries at [0, 0] are 1 and 1"


def test_a_graph_with_open_inputs_and_finite_values_has_no_births():
    graph = ge.Graph()
    graph.add("log", "open")
    graph.add("log", "fine", x=graph.add("variable", "x", value=2))
    assert sentences(graph) == []
