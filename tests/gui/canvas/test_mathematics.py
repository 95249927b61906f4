import pytest

from gui.canvas.mathematics import Run, formulas, runs


def plain(formula):
    """The runs as text: ^…^ raised, _…_ lowered, slanted letters in angle brackets."""
    marks = {0: "", 1: "^", -1: "_"}
    return "".join(marks[r.level] + (f"<{r.text}>" if r.slanted else r.text) + marks[r.level] for r in runs(formula))


@pytest.mark.parametrize(
    ("formula", "shown"),
    [
        ("x^2", "<x>^2^"),
        ("w_{12}", "<w>_12_"),
        ("-x + 1", "−<x> + 1"),
        (r"\sigma(x) = \frac{1}{1+e^{-x}}", "<σ>(<x>) = 1/(1 + <e>^−^^<x>^)"),
        (r"e^{-x^2}", "<e>^−^^<x>^^²^"),
        (r"a^{b^{cd}}", "<a>^<b>^^^(cd)^"),
        (r"\partial L", "∂<L>"),
        (r"\sqrt{x+1} \cdot \sqrt 2", "√(<x> + 1) · √2"),
        (r"\hat{y}'", "<ŷ>′"),
        (r"\exp(\text{net input})", "exp(netinput)"),
        (r"\unknown{x}", "\\unknown<x>"),
        (r"\{x\}", "{<x>}"),
        ("", ""),
        ("^", ""),
        ("{", ""),
        ("}", ""),
        ("x^", "<x>"),
    ],
)
def test_formulas_are_shown(formula, shown):
    assert plain(formula) == shown


def test_what_nests_too_deep_is_shown_as_it_was_written():
    deep = "{" * 5000 + "x"
    assert runs(deep) == [Run(deep)]


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
