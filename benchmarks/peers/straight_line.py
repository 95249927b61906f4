"""Straight-line Python written out for the graph: the floor for code that runs on plain floats."""

from __future__ import annotations

import math
from collections.abc import Callable

from ..recipe import Recipe

_VALUE = {"add": "{0} + {1}", "multiply": "{0} * {1}", "tanh": "tanh({0})", "sigmoid": "1 / (1 + exp(-{0}))"}
_BACK = {
    "add": ("{g}", "{g}"),
    "multiply": ("{g} * {1}", "{g} * {0}"),
    "tanh": ("{g} * (1 - {out} * {out})",),
    "sigmoid": ("{g} * {out} * (1 - {out})",),
}


def compiled(recipe: Recipe) -> Callable[[], list[float]]:
    """A function that computes every value and every gradient and returns the gradients of all slots."""
    first, count = len(recipe.leaves), len(recipe.leaves) + len(recipe.steps)
    lines = ["def run(leaves):", "    " + ", ".join(f"v{i}" for i in range(first)) + ", = leaves"]
    for slot, (kind, reads) in enumerate(recipe.steps, first):
        lines.append(f"    v{slot} = " + _VALUE[kind].format(*(f"v{r}" for r in reads)))
    seen = {count - 1}
    lines.append(f"    g{count - 1} = 1.0")
    for slot in range(count - 1, first - 1, -1):
        kind, reads = recipe.steps[slot - first]
        for read, rule in zip(reads, _BACK[kind], strict=True):
            term = rule.format(*(f"v{r}" for r in reads), g=f"g{slot}", out=f"v{slot}")
            lines.append(f"    g{read} {'+=' if read in seen else '='} {term}")
            seen.add(read)
    lines.append("    return [" + ", ".join(f"g{i}" if i in seen else "0.0" for i in range(count)) + "]")
    space = {"exp": math.exp, "tanh": math.tanh}
    exec("\n".join(lines), space)
    return lambda: space["run"](recipe.leaves)
