"""A gradient that has become huge through many factors above one."""

from __future__ import annotations

from collections.abc import Iterator

from ...explain import short
from ...sentence import say
from ..declare import Case, Finding
from ..ratios import extremes, product

_HUGE, _LARGE, _MANY = 1e6, 2.0, 3


def RULE(case: Case) -> Iterator[Finding]:
    for node, chain in extremes(case, shrinking=False):
        large = [link for link in chain if link.factor >= _LARGE]
        if product(chain) > _HUGE and len(large) >= _MANY:
            yield Finding(
                rule="exploding",
                node=node.id,
                sentence=say(
                    "The gradient explodes on its way to “{node}”: {n} factors above 2 multiply to {product}",
                    node=node.name,
                    n=len(large),
                    product=short(float(f"{product(chain):.2g}")),
                ),
                helps=say(
                    "Use smaller weights (Xavier, He), batch normalization, a smaller learning rate, or fewer layers."
                ),
                chain=chain,
            )
            return
