"""The registry: every module in a family folder that defines `OP` is an op; the folders are the palette's sections."""

from __future__ import annotations

from difflib import get_close_matches

from ..discover import declared, modules
from ..errors import GraphError
from ..sentence import Sentence, say
from .declare import Array, Attribute, Op, Port, Shape, shape_text

__all__ = ["ALL", "FAMILIES", "Array", "Attribute", "Op", "Port", "Shape", "by_key", "shape_text"]


def _discover() -> tuple[dict[str, Sentence], dict[str, Op]]:
    families: list[tuple[int, str, Sentence]] = []
    found: dict[str, Op] = {}
    for family in (module for module in modules(__name__, __path__) if hasattr(module, "PLACE")):
        families.append((family.PLACE, family.__name__.rpartition(".")[2], say(str(family.__doc__))))
        for op in declared(family.__name__, family.__path__, "OP"):
            for key in (op.key, *op.formerly):
                if key in found:
                    raise ValueError(f"two ops claim the key {key!r}: {found[key].family} and {op.family}")
                found[key] = op
    if not found:
        raise ImportError(f"nothing was found in {__name__}: the installation is incomplete")
    return {name: label for _, name, label in sorted(families)}, found


FAMILIES, _BY_KEY = _discover()
ALL: tuple[Op, ...] = tuple(dict.fromkeys(_BY_KEY.values()))


def by_key(key: str) -> Op:
    """The op that files call `key`; `GraphError` with the nearest name if there is none."""
    if key in _BY_KEY:
        return _BY_KEY[key]
    near = get_close_matches(key, _BY_KEY, n=1)
    if near:
        raise GraphError(say("unknown op “{key}”; did you mean “{near}”?", key=key, near=near[0]))
    raise GraphError(say("unknown op “{key}”", key=key))
