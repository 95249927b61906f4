"""Product of two values: each one's local derivative is the other."""

from ..declare import elementwise


def forward(x, y):
    return x * y


def partials(x, y, *, out):
    return y, x


OP = elementwise(
    forward,
    partials,
    examples=[(2.0, -3.0), (0.0, 4.0)],
    symbol="×",
    label="multiply",
    aliases=("mul", "times", "product", "*"),
)
