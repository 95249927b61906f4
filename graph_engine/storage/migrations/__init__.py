"""Steps from each old file version to the next; `STEPS[0]` makes version 2 of version 1, and so on.

The step from version 1 is the function `migrate` of `from_1.py`: from a tree, which it leaves alone, to the tree that
the next version would have written. It runs before anything in the tree was checked. The same tree always gives the
same result, as journals hold edits to it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ...errors import FileProblem
from ...sentence import say

STEPS: tuple[Callable[[Mapping[str, Any]], Mapping[str, Any]], ...] = ()


def migrate(tree: Mapping[str, Any]) -> Mapping[str, Any]:
    """`tree` in the current version; `FileProblem` if it can't be what its version says."""
    for version, step in enumerate(STEPS[tree["version"] - 1 :], tree["version"]):
        try:
            tree = {**step(tree), "version": version + 1}
        except (LookupError, TypeError, ValueError, AttributeError):
            template = (
                "the file says that it has format version {version}, but what stands in it does not fit that version"
            )
            raise FileProblem(say(template, version=version)) from None
    return tree
