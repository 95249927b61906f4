"""Difference of two values: the second gets the upstream gradient with its sign turned."""

from ..declare import elementwise


def forward(x, y):
    return x - y


def partials(x, y, *, out):
    return 1.0, -1.0


OP = elementwise(forward, partials, examples=[(2.0, -3.0)], symbol="−", label="subtract", aliases=("minus", "-"))
