import pytest

from graph_engine.errors import FormulaError
from graph_engine.expression import parse_formula


def shown(term):
    """A term in full brackets."""
    if term.head == "number":
        return f"{term.number:g}"
    if term.head == "name":
        return term.name
    if term.head == "power":
        return f"({shown(term.args[0])} ^ {term.number:g})"
    return f"{term.name or term.head}({', '.join(map(shown, term.args))})"


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("a + b*c", "add(a, multiply(b, c))"),
        ("a - b - c", "subtract(subtract(a, b), c)"),
        ("a/b*c", "multiply(divide(a, b), c)"),
        ("-x^2", "negate((x ^ 2))"),
        ("(-2)^2", "(-2 ^ 2)"),
        ("2^-1", "(2 ^ -1)"),
        ("x² + y³", "add((x ^ 2), (y ^ 3))"),
        ("x**2", "(x ^ 2)"),
        ("a × b ÷ c · d − e", "subtract(multiply(divide(multiply(a, b), c), d), e)"),
        ("--x", "negate(negate(x))"),
        ("+3", "3"),
        ("1e-3*.5", "multiply(0.001, 0.5)"),
        ("max(a, min(b, 2))", "max(a, min(b, 2))"),
        ('"apple price" * 2', "multiply(apple price, 2)"),
        ("é + λ_1", "add(é, λ_1)"),
    ],
)
def test_precedence_is_the_usual_one(text, meaning):
    assert shown(parse_formula(text).term) == meaning


def test_a_formula_may_name_its_result():
    assert parse_formula("e = a*b").name == "e"
    assert parse_formula("a*b").name == ""


@pytest.mark.parametrize(
    ("text", "column", "reason"),
    [
        ("", 1, "is missing"),
        ("1 +", 4, "is missing"),
        ("(a", 3, "“\\)” is missing"),
        ("a b", 3, "“b” does not belong"),
        ("x^y", 3, "exponent must be a number"),
        ("a $ b", 3, "“\\$” can't be read"),
        ("1 = 2", 3, "“=” does not belong"),
        ("x + 1e400", 5, "too large for float64"),
        ("f(a,)", 5, "is missing"),
        ("(" * 300 + "x", 101, "nested more than 100"),
        ("-" * 300 + "x", 101, "nested more than 100"),
    ],
)
def test_what_can_not_be_read_is_told_with_its_column(text, column, reason):
    with pytest.raises(FormulaError, match=reason) as refused:
        parse_formula(text)
    assert refused.value.column == column
