"""A formula typed into a document: its names stand for the nodes that have them already, the rest is new."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..errors import FormulaError, Refused
from ..expression import parse_formula
from ..graph import Edge, Node
from ..sentence import say
from . import compose
from .document import Document, Point
from .edits import Connect, Edit, Together
from .formula import from_formula


@dataclass(frozen=True)
class Woven:
    """The edit, the ids of the nodes it adds, the id of the node that is the formula's value, and what it leans on."""

    edit: Edit
    added: tuple[str, ...]
    result: str
    held: tuple[str, ...]


def weave(
    document: Document, text: str, around: Callable[[Document], Point] = lambda _: (0.0, 0.0), *, feed: str = ""
) -> Woven:
    """What adds the formula `text` to `document`; `around` says how far the new part, as it stands, is to be moved.

    The node `feed` takes the place of the only name that is new, unless the formula names it.

    >>> document = from_formula("a + b")
    >>> woven = weave(document, "(a + b) * c")
    >>> sorted(document.graph.node(id).name for id in woven.held), len(woven.added)
    (['a', 'b'], 3)
    """
    part = from_formula(text)
    name = parse_formula(text).name
    if name and document.graph.has_name(name):
        raise Refused(say("there is a node named “{name}” already", name=name))
    held = {node.id: id for node in part.graph.nodes if (id := _stands_for(document, node)) is not None}
    if feed and feed not in held.values():
        held[_only_new_name(part, held)] = feed
    new = compose.extract(part, [node.id for node in part.graph.nodes if node.id not in held])
    edit, ids = compose.insert(document, new, around(new))
    now = held | dict(zip((node.id for node in new.graph.nodes), ids, strict=True))
    wires = [Connect(Edge(now[e.source], now[e.target], e.port)) for e in part.graph.edges if e.source in held]
    return Woven(Together((edit, *wires)), tuple(ids), now[part.target or ""], tuple(held.values()))


def _stands_for(document: Document, node: Node) -> str | None:
    """The node of `document` that `node` of a formula means: one of its name, for a number one that holds it too."""
    if not node.is_source or not document.graph.has_name(node.name):
        return None
    found = document.graph.node(document.graph.id_of(node.name))
    if node.kind == "constant" and (found.kind, found.value) != ("constant", node.value):
        return None
    return found.id


def _only_new_name(part: Document, held: dict[str, str]) -> str:
    new = [node for node in part.graph.nodes if node.kind == "variable" and node.id not in held]
    if len(new) == 1:
        return new[0].id
    names = ", ".join(node.name for node in new)
    reason = say("which of {names} is the wire?", names=names) if new else say("the wire has no name in it")
    raise FormulaError(reason, column=1)
