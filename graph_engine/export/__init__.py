"""A graph as something other programs read. One file per target, found like ops."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from ..discover import declared
from ..document import Document
from ..errors import ExportError, FileProblem
from ..replace_file import replace_file
from ..sentence import say
from . import targets
from .declare import ENGLISH, Target, Words
from .svg import to_svg

__all__ = ["ENGLISH", "Target", "Words", "by_key", "every", "export", "target_for", "to_svg"]


@cache
def every() -> tuple[Target, ...]:
    """All exporters; they are looked for when somebody asks."""
    return tuple(sorted(declared(targets.__name__, targets.__path__, "TARGET"), key=lambda target: target.place))


def by_key(key: str) -> Target:
    """The exporter called `key`, such as `numpy_program`."""
    found = next((target for target in every() if target.key == key), None)
    if found is None:
        names = ", ".join(target.key for target in every())
        raise ExportError(say("there is no export “{name}”; there are: {names}", name=key, names=names))
    return found


def target_for(path: Path) -> Target:
    """The exporter that the name of a file asks for.

    >>> target_for(Path("net.py")).key, target_for(Path("net.torch.py")).key
    ('numpy_program', 'pytorch_program')
    """
    fitting = [target for target in every() if path.name.lower().endswith(target.suffix)]
    if not fitting:
        endings = ", ".join(target.suffix for target in every())
        raise ExportError(say("{path}: its name must end in one of {endings}", path=path, endings=endings))
    return max(fitting, key=lambda target: len(target.suffix))


def export(document: Document, path: Path, target: Target | None = None, words: Words = ENGLISH) -> Target:
    """Writes `document` at `path` in the form that its name asks for, the whole of it or nothing."""
    chosen = target or target_for(path)
    data = chosen.data(document, words)
    try:
        replace_file(path, data)
    except FileProblem as error:
        raise ExportError(error.sentence) from None
    return chosen
