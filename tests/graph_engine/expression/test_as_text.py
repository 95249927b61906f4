import numpy as np
import pytest

from graph_engine.expression import symbols, to_text

X, Y, Z = symbols("x", "y", "z")


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        (X + Y, "x + y"),
        (X - (Y - Z), "x − (y − z)"),
        ((X - Y) - Z, "x − y − z"),
        (X / (Y * Z), "x / (y × z)"),
        ((X + 1) * Y, "(x + 1) × y"),
        (-X * Y, "−x × y"),
        (X * -Y, "x × (−y)"),
        (X**2, "x²"),
        (X**-1, "x⁻¹"),
        ((X + Y) ** 2, "(x + y)²"),
        (X**Y, "x^(y)"),
        (2 * X ** (2 - 1), "2 × x"),
        (np.square(X), "x²"),
        (1 / (1 + np.exp(-X)), "1 / (1 + exp(−x))"),
        (np.where(X > 0, 1.0, 0.0), "[x > 0]"),
        (np.where(X > 0, X, Y), "(x if x > 0 else y)"),
        (np.maximum(X, 0), "max(x, 0)"),
        (np.matmul(X, Y.T) + Z, "x · yᵀ + z"),
        (np.negative(-X), "x"),
        (1.0, "1"),
    ],
)
def test_an_expression_reads_as_people_write_it(expression, text):
    assert to_text(expression) == text


@pytest.mark.parametrize(
    ("expression", "numbers", "text"),
    [
        (X * Y, {"x": "−2", "y": "3"}, "(−2) × 3"),
        (X + Y, {"x": "−2", "y": "−3"}, "−2 + (−3)"),
        (X - Y, {"x": "1", "y": "−3"}, "1 − (−3)"),
        (X**2, {"x": "−2"}, "(−2)²"),
        (-X, {"x": "−2"}, "−(−2)"),
    ],
)
def test_negative_numbers_put_in_stand_in_brackets(expression, numbers, text):
    assert to_text(expression, numbers) == text
