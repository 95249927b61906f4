"""Formulas as people type them in notes: found in a text, and read as pieces to set."""

from __future__ import annotations

import pytest

from graph_engine.expression import formulas, pieces, plain, read_tex, to_latex


@pytest.mark.parametrize(
    ("formula", "shown"),
    [
        ("x^2", "x²"),
        ("w_{12}", "w_12"),
        ("-x + 1", "−x + 1"),
        (r"\sigma(x) = \frac{1}{1+e^{-x}}", "σ(x) = 1/(1 + e⁻ˣ)"),
        (r"\partial L", "∂L"),
        (r"\sqrt{x+1} \cdot \sqrt 2", "√(x + 1) · √(2)"),
        (r"\hat{y}'", "ŷ′"),
        (r"\exp(\text{net input})", "exp(net input)"),
        (r"\unknown{x}", "\\unknownx"),
        (r"\{x\}", "{x}"),
        (r"\left( x \right)", "(x)"),
        (r"\sum x", "Σ x"),
        ("", ""),
        ("^", ""),
        ("{", ""),
        ("}", ""),
        ("x^", "x"),
        ("x^}", "x"),
        (r"\frac", "/"),
        (r"\text{a", "a"),
    ],
)
def test_formulas_are_read(formula, shown):
    said = plain(read_tex(formula)).strip()
    assert said.replace("^(−x)", "⁻ˣ") == shown


def test_fractions_scripts_and_roots_are_set_as_such():
    fraction = read_tex(r"\frac{a}{b}")
    assert isinstance(fraction, pieces.Fraction)
    assert isinstance(read_tex("e^{-x^2}"), pieces.Raised)
    assert isinstance(read_tex("e^{-x^2}").exponent.parts[-1], pieces.Raised)
    both = read_tex("W_1^T")
    assert isinstance(both, pieces.Raised)
    assert isinstance(both.base, pieces.Lowered)
    assert isinstance(read_tex(r"\sqrt{x}"), pieces.Root)


@pytest.mark.parametrize("formula", [r"\frac{1}{1 + e^{-x}}", "x_{1}^{2}", r"\sqrt{x + 1}"])
def test_what_is_read_can_be_written_again(formula):
    assert plain(read_tex(to_latex(read_tex(formula)))) == plain(read_tex(formula))


def test_what_nests_too_deep_is_shown_as_it_was_written():
    deep = "{" * 5000 + "x"
    assert read_tex(deep) == pieces.Letters(deep, "upright")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the rule $y = x^2$ holds", ["y = x^2"]),
        ("costs $5 and $6", []),
        ("`$x$` is code, $y$ is not", ["y"]),
        (r"\$x$ is not one", []),
        ("$$a + b$$ and $c$", ["a + b", "c"]),
        ("$ x $", []),
        ("一个公式$x$在中间", ["x"]),
    ],
)
def test_formulas_are_found_in_a_text(text, found):
    assert [formula for _, _, formula in formulas(text)] == found
    for start, end, formula in formulas(text):
        assert text[start:end].strip("$") == formula
