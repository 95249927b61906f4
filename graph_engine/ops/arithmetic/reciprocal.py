"""One divided by the value; its derivative is minus the square of its output."""

from ..declare import elementwise


def forward(x):
    return 1 / x


def partials(x, *, out):
    return (-(out**2),)


OP = elementwise(
    forward,
    partials,
    examples=[(2.0,), (-0.5,)],
    symbol="1/x",
    label="reciprocal",
    domain="x ≠ 0",
    aliases=("inverse", "倒数"),
)
