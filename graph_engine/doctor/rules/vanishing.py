"""A gradient that has become tiny through many factors below one."""

from __future__ import annotations

from collections.abc import Iterator

from ...explain import short
from ...sentence import say
from ..declare import Case, Finding
from ..ratios import extremes, product

_TINY, _SMALL, _MANY = 1e-4, 0.5, 3


def RULE(case: Case) -> Iterator[Finding]:
    for node, chain in extremes(case, shrinking=True):
        small = [link for link in chain if link.factor <= _SMALL]
        if product(chain) < _TINY and len(small) >= _MANY:
            yield Finding(
                rule="vanishing",
                node=node.id,
                sentence=say(
                    "The gradient vanishes on its way to “{node}”: {n} factors below 0.5 multiply to {product}",
                    node=node.name,
                    n=len(small),
                    product=short(float(f"{product(chain):.2g}")),
                ),
                helps=say(
                    "Use relu or tanh in place of sigmoid, larger weights (Xavier, He), batch normalization,"
                    " or fewer layers."
                ),
                chain=chain,
            )
            return
