from __future__ import annotations

import re

import pytest

from graph_engine import ops
from graph_engine.expression import Symbol, plain, read_rule, symbols, to_latex, typeset
from graph_engine.expression.pieces import Letters, Marked, derivative, name, number


def attributes(op):
    return {attribute.name: attribute.default for attribute in op.attributes}


def trees(op, variant=()):
    """The formula of an op and the derivative of each input, as trees."""
    settings = {**attributes(op), **dict(variant)}
    yield read_rule(op.formula) if op.formula else op.forward(*symbols(*op.ports), **settings)
    if op.partials is None:
        yield from map(read_rule, op.rules(**settings))
    else:
        yield from op.partials(*symbols(*op.ports), out=Symbol("z"), **settings)


@pytest.mark.parametrize("op", ops.ALL, ids=lambda op: op.key)
def test_every_formula_is_set_with_all_it_says(op):
    for tree in [tree for variant in ({}, *op.variants) for tree in trees(op, variant)]:
        latex = to_latex(typeset(tree))
        assert latex.count("{") == latex.count("}")
        assert latex.count(r"\left") == latex.count(r"\right")
        leaves = set(re.findall(r"\w+", repr(tree))) & {*op.ports, "g", "z"}
        shown = plain(typeset(tree)).translate({ord("γ"): "gamma", ord("β"): "beta"})
        assert all(leaf in shown for leaf in leaves)


@pytest.mark.parametrize(
    ("key", "latex"),
    [
        ("sigmoid", [r"\frac{1}{1 + \mathrm{e}^{-x}}", r"z\left( 1 - z \right)"]),
        ("divide", [r"\frac{x}{y}", r"\frac{1}{y}", r"-\frac{z}{y}"]),
        ("sqrt", [r"\sqrt{x}", r"\frac{1}{2z}"]),
        ("relu", [r"\max\left( x, 0 \right)", r"\left[ x > 0 \right]"]),
        ("dot", [r"x \cdot W", r"g \cdot W^{\top}", r"x^{\top} \cdot g"]),
        ("mean", [r"\frac{\sum x}{n}", r"\frac{\text{broadcast}\left( g \right)}{n}"]),
        ("l2_penalty", [r"\frac{1}{2} \cdot \lambda  \cdot \sum W^{2}", r"g \cdot \lambda  \cdot W"]),
    ],
)
def test_formulas_as_latex(key, latex):
    assert [to_latex(typeset(tree)) for tree in trees(ops.by_key(key))] == latex


def test_a_choice_is_set_as_cases():
    first = next(trees(ops.by_key("elu")))
    assert to_latex(typeset(first)) == (
        r"\begin{cases} x & \text{if }x > 0 \\ \mathrm{e}^{x} - 1 & \text{otherwise} \end{cases}"
    )


def test_numbers_put_in_keep_their_brackets():
    x, y = symbols("x", "y")
    numbers = {"x": number("−2"), "y": Marked(number("−3"), "forward")}
    assert plain(typeset(x * y, numbers)) == "(−2) × (−3)"
    assert plain(typeset(x**2, numbers)) == "(−2)²"
    assert plain(typeset(x - (x - y), {})) == "x − (x − y)"
    assert plain(typeset((x + y) * x, {})) == "(x + y) × x"


def test_names_and_numbers_as_people_write_them():
    assert to_latex(name("x12")) == "{x}_{12}" or to_latex(name("x12")) == "x_{12}"
    assert to_latex(name("50 % tax_rate")) == r"\text{50 \% tax\_rate}"
    assert to_latex(number("1.3e−13")) == r"1.3 \times 10^{-13}"
    assert to_latex(derivative(Letters("z"), Letters("γ"))) == r"\frac{\partial z}{\partial \gamma }"


@pytest.mark.parametrize("text", ["x ? y", "Σ (x", "x )"])
def test_what_is_no_rule_is_refused(text):
    with pytest.raises(ValueError, match="“"):
        read_rule(text)
