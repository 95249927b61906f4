"""A graph as something other programs read. One file per target, found like ops."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from ..document import Document
from ..errors import ExportError, FileProblem
from ..replace_file import replace_file
from ..sentence import say
from . import targets
from .declare import ENGLISH, Target, Words
from .svg import to_svg

__all__ = ["ALL", "ENGLISH", "Target", "Words", "by_key", "export", "target_for", "to_svg"]


def _discover() -> tuple[Target, ...]:
    names = sorted(module.name for module in iter_modules(targets.__path__))
    found = [import_module(f"{targets.__name__}.{name}").TARGET for name in names]
    if not found:
        raise ImportError("no exporters were found beside graph_engine.export: the installation is incomplete")
    return tuple(sorted(found, key=lambda target: target.place))


ALL: tuple[Target, ...] = _discover()


def by_key(key: str) -> Target:
    """The exporter called `key`, such as `numpy_program`."""
    found = next((target for target in ALL if target.key == key), None)
    if found is None:
        names = ", ".join(target.key for target in ALL)
        raise ExportError(say("there is no export “{name}”; there are: {names}", name=key, names=names))
    return found


def target_for(path: Path) -> Target:
    """The exporter that the name of a file asks for.

    >>> target_for(Path("net.py")).key, target_for(Path("net.torch.py")).key
    ('numpy_program', 'pytorch_program')
    """
    fitting = [target for target in ALL if path.name.lower().endswith(target.suffix)]
    if not fitting:
        endings = ", ".join(target.suffix for target in ALL)
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
