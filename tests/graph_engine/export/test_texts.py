"""LaTeX, DOT and node-link JSON, told by their structure."""

import json
import re
import shutil
import subprocess

import networkx as nx
import pytest

import graph_engine as ge
from graph_engine.errors import ExportError
from graph_engine.export import by_key, every, target_for
from graph_engine.storage import nested
from tests import tex
from tests.graphs_of_ops import every_op
from tests.whole_examples import WHOLE

LATEX, DOT, NODE_LINK = by_key("latex"), by_key("dot"), by_key("node_link")
OPS = dict(every_op())
DOCUMENTS = {entry.name: entry.open for entry in WHOLE} | {name: lambda d=d: d for name, d in OPS.items()}


def text_of(target, document):
    return target.data(document).decode("utf-8")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_latex_is_well_formed(name):
    text = text_of(LATEX, DOCUMENTS[name]())
    assert not tex.problem(text)
    mathematics = re.findall(r"\\begin\{gather\*\}(.*?)\\end\{gather\*\}", text, re.DOTALL)
    for formula in mathematics:
        outside = re.sub(r"\\text\{[^{}]*\}", "", formula)
        assert not re.search(r"[×·−∂Σ]", outside), outside
        assert "None" not in outside


@pytest.mark.parametrize("key", ["latex", "tikz"])
def test_names_cannot_break_out_of_tex(key):
    graph = ge.Graph()
    nasty = "a_b^c#d%e&f$g{h}i\\\\j~k"
    graph.add("square", f"y{nasty}", x=graph.add("variable", f"x{nasty}", value=2))
    assert not tex.problem(text_of(by_key(key), ge.Document(graph, title=nasty, description=nasty)))


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (r"\begin{a}{\end{a}}", r"line 1: \end{a} closes what is not open"),
        (r"\left( {\right)}", r"\right closes what is not open"),
        ("\n$a", "never closed"),
        ("a_1", "_ outside of mathematics"),
        ("$a$ & b", "& outside of columns"),
        ("#", "# has no meaning"),
        ("}", "} closes what is not open"),
    ],
)
def test_what_tex_would_refuse_is_found(body, words):
    assert words in tex.problem(body)
    assert not tex.problem(r"\begin{align*} \left(\frac{a_1}{2}\right) & b \end{align*} $a$$b$ 5 \% % 5 {")


def test_latex_says_every_step_of_the_chain_rule():
    text = text_of(LATEX, ge.example("two_paths").open())
    assert r"\frac{\partial e}{\partial b} = {\color{backward} 3} + {\color{backward} 2} = {\color{backward} 5}" in text
    assert r"\frac{\partial e}{\partial c} = d = {\color{local} 2}" in text
    assert r"e = c \times d = {\color{forward} 3} \times {\color{forward} 2} = {\color{forward} 6}" in text


@pytest.mark.skipif(not shutil.which("xelatex"), reason="no LaTeX here")
def test_latex_compiles(tmp_path):
    (tmp_path / "a.tex").write_bytes(LATEX.data(ge.example("apple_tax").open()))
    done = subprocess.run(["xelatex", "-halt-on-error", "a.tex"], cwd=tmp_path, capture_output=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:]


@pytest.mark.parametrize("entry", WHOLE, ids=lambda entry: entry.name)
def test_node_link_json_is_the_graph(entry):
    document = entry.open()
    found = nx.node_link_graph(json.loads(NODE_LINK.data(document)), edges="edges")
    graph = document.graph
    assert {n.name for n in graph.nodes} == set(found.nodes)
    wires = {(graph.node(e.source).name, graph.node(e.target).name, e.port) for e in graph.edges}
    assert wires == set(found.edges(keys=True))
    evaluation = ge.evaluate(graph)
    for node in graph.nodes:
        assert found.nodes[node.name]["value"] == nested(evaluation.value(node.id))


def test_node_link_json_has_the_derivatives():
    found = nx.node_link_graph(json.loads(NODE_LINK.data(ge.example("two_paths").open())), edges="edges")
    assert found.nodes["b"]["gradient"] == 5
    assert found.edges["c", "e", "x"] == {"local": 2, "gradient": 2}


def test_dot_has_every_node_and_wire():
    document = ge.example("apple_tax").open()
    text = text_of(DOT, document)
    for node in document.graph.nodes:
        assert node.name in text
    assert text.count("->") == document.graph.edge_count
    assert 'label="apple price\\n= 100\\n∂ 2.2"' in text
    assert text.count("{") == text.count("}") == 1


def test_names_cannot_break_out_of_dot():
    graph = ge.Graph()
    graph.add("square", "y", x=graph.add("variable", 'x"]; evil [label="\n\\', value=1))
    text = text_of(DOT, ge.Document(graph))
    assert r'label="x\"]; evil [label=\"\n\\\n= 1' in text


def test_each_ending_belongs_to_one_target():
    assert len({target.suffix for target in every()}) == len(every())
    for target in every():
        assert str(target.about).endswith(".")


@pytest.mark.parametrize(("name", "key"), [("a.PY", "numpy_program"), ("a.b.torch.py", "pytorch_program"),
                                           ("a.tex", "latex"), ("a.json", "node_link")])  # fmt: skip
def test_names_choose_the_form(name, key, tmp_path):
    assert target_for(tmp_path / name).key == key


def test_an_unknown_ending_is_refused_with_those_that_are_known(tmp_path):
    with pytest.raises(ExportError, match=r"must end in one of .*\.torch\.py"):
        target_for(tmp_path / "a.doc")


@pytest.mark.parametrize("entry", WHOLE, ids=lambda entry: entry.name)
def test_tikz_draws_every_node_and_wire(entry):
    document = entry.open()
    graph = document.graph
    text = text_of(by_key("tikz"), document)
    assert not tex.problem(text)
    assert text.count("draw=wire") == graph.edge_count + sum(
        not graph.fan_out(node.id) and not node.is_source for node in graph.nodes
    )
    assert text.count("circle[") + text.count("rectangle") >= len(graph)
    body = text[text.index(r"\begin{tikzpicture}") :]
    assert not re.search(r"[∂×σ−²]", body)


def test_tikz_has_the_numbers_of_both_passes():
    text = text_of(by_key("tikz"), ge.example("apple_tax").open())
    assert r"text=backward" in text
    assert r"{$\partial$ = 1.1}" in text
    assert "{220}" in text
