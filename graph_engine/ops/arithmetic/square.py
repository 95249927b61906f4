"""The value times itself."""

from ..declare import elementwise


def forward(x):
    return x**2


def partials(x, *, out):
    return (2 * x,)


OP = elementwise(
    forward,
    partials,
    examples=[(1.5,), (-0.7,)],
    symbol="x²",
    label="square",
    aliases=("squared", "^2"),
)
