"""The value raised to a fixed exponent n."""

from ..declare import elementwise


def forward(x, *, n: float = 2.0):
    return x**n


def partials(x, *, out, n: float = 2.0):
    return (n * x ** (n - 1) if n else 0.0,)


OP = elementwise(
    forward,
    partials,
    examples=[(1.5,), (-0.7,), (3.0,)],
    symbol="xⁿ",
    label="power",
    domain="x > 0, unless n is a whole number that suits it",
    aliases=("pow", "exponent", "^", "**", "乘方", "次方"),
)
