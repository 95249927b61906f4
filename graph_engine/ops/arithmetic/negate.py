"""The value with its sign turned."""

from ..declare import elementwise


def forward(x):
    return -x


def partials(x, *, out):
    return (-1.0,)


OP = elementwise(
    forward, partials, examples=[(2.0,), (-0.5,)], symbol="−x", label="negate", aliases=("neg", "minus", "-", "相反数")
)
