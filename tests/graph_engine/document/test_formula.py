import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import graph_engine as ge
from graph_engine.document import from_formula, to_formula
from graph_engine.errors import FormulaError
from graph_engine.graph import same_value

TEXTS = st.recursive(
    st.sampled_from(["a", "b", "x1", "2", "0.5", "1", '"two words"']),
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from("+-*/"), inner).map(lambda t: f"({t[0]}) {t[1]} ({t[2]})"),
        inner.map(lambda t: f"-({t})"),
        st.tuples(inner, st.sampled_from(["2", "-1", "0.5"])).map(lambda t: f"({t[0]})^{t[1]}"),
        st.tuples(st.sampled_from(["exp", "tanh", "sigmoid", "abs", "sin"]), inner).map(lambda t: f"{t[0]}({t[1]})"),
        st.tuples(inner, inner).map(lambda t: f"max({t[0]}, {t[1]})"),
    ),
    max_leaves=12,
)


def test_a_neuron_becomes_its_graph():
    document = from_formula("y = 1/(1+exp(-(w*x+b)))")
    graph = document.graph
    kinds = sorted(node.kind for node in graph.nodes)
    assert kinds == sorted(["variable"] * 3 + ["constant", "multiply", "add", "negate", "exp", "add", "reciprocal"])
    assert graph.node(document.target).name == "y"
    assert ge.evaluate(graph).value(document.target) == pytest.approx(1 / (1 + 2.718281828459045**-2))


def test_what_is_written_twice_is_computed_once():
    graph = from_formula("(a + b)*(a + b) + exp(a + b)").graph
    assert sorted(node.kind for node in graph.nodes) == ["add", "add", "exp", "multiply", "variable", "variable"]


def test_names_in_the_formula_are_kept_for_what_they_name():
    graph = from_formula("add = multiply + add2*3").graph
    assert graph.node(graph.id_of("multiply")).kind == "variable"
    assert graph.node(graph.id_of("add")).kind == "add"


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_graph_to_text_to_graph_is_stable(text):
    first = from_formula(text)
    written = to_formula(first.graph, first.target)
    second = from_formula(written)
    assert to_formula(second.graph, second.target) == written
    values = [ge.evaluate(d.graph).value(d.target) for d in (first, second)]
    assert same_value(*values)
    kinds = [sorted(node.kind for node in d.graph.nodes) for d in (first, second)]
    assert kinds[0] == kinds[1]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("x + foo(y)", "column 5: there is no function “foo”; there are: absolute, cos, "),
        ("exp(a, b)", "column 1: exp takes 1 arguments, not 2"),
        ("max(a)", "column 1: max takes 2 arguments, not 1"),
    ],
)
def test_a_function_that_is_not_there_is_refused(text, sentence):
    with pytest.raises(FormulaError) as refused:
        from_formula(text)
    assert str(refused.value).startswith(sentence)


def test_layers_have_no_place_in_a_formula():
    document = ge.example("classifier").open()
    with pytest.raises(FormulaError, match="affine has no place in a formula of scalars"):
        to_formula(document.graph, document.target)
