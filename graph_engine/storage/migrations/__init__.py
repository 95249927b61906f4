"""Steps from each old file version to the next; `STEPS[0]` makes version 2 of version 1, and so on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

STEPS: tuple[Callable[[Mapping[str, Any]], Mapping[str, Any]], ...] = ()


def migrate(tree: Mapping[str, Any]) -> Mapping[str, Any]:
    """`tree` in the current version."""
    for step in STEPS[tree["version"] - 1 :]:
        tree = step(tree)
    return tree
