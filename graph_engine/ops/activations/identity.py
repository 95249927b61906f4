"""The value itself, unchanged."""

from ..declare import elementwise


def forward(x):
    return x


def partials(x, *, out):
    return (1.0,)


OP = elementwise(
    forward,
    partials,
    examples=[(1.5,), (-0.7,)],
    symbol="id",
    label="identity",
    aliases=("pass", "linear"),
)
