"""Quotient of two values."""

from ..declare import elementwise


def forward(x, y):
    return x / y


def partials(x, y, *, out):
    return 1 / y, -out / y


OP = elementwise(
    forward,
    partials,
    examples=[(2.0, -3.0), (-5.0, 0.25)],
    symbol="÷",
    label="divide",
    domain="y ≠ 0",
    aliases=("div", "quotient", "/"),
)
