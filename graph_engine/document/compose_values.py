"""What a person does with values and settings, built of small edits: give, set, draw anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np

from ..graph import GIVEN, SHARED, SOURCES_BY_KEY, Node, Source, make_node, natural
from .document import Document
from .edits import Edit, SetAttribute, SetValue, Together


def give(document: Document, id: str, value: Any) -> Edit:
    """A value from a person's hand: no initialiser stands behind it any more."""
    spec = document.graph.node(id).spec
    return put(document, id, spec.defaults if isinstance(spec, Source) else {}, value)


def put(document: Document, id: str, attributes: Mapping[str, Any], value: Any) -> Edit:
    """Gives a source these attributes and this value."""
    before = document.graph.node(id).attributes
    changed = [SetAttribute(id, name, new) for name, new in attributes.items() if new != before[name]]
    return Together((*changed, SetValue(id, value))) if changed else SetValue(id, value)


def initialise(document: Document, id: str, **changes: Any) -> Edit:
    """Draws the numbers of a parameter anew, after `changes` of its attributes; without any, the very same again.

    Where the value was given, the new one keeps its shape and gets a seed of its own.
    """
    node = document.graph.node(id)
    attributes = {**node.attributes, **changes}
    if attributes["initialiser"] == GIVEN:
        return give(document, id, node.value)
    if node.attributes["initialiser"] == GIVEN:
        shape = np.shape(node.value if node.value is not None else 0.0)
        attributes = {**attributes, "shape": shape, "seed": _free_seed(document), **changes}
    drawn = make_node(id, node.kind, node.name, None, attributes)
    return put(document, id, drawn.attributes, drawn.value)


def reseed(document: Document, ids: Iterable[str]) -> Together:
    """Other random numbers for all parameters among `ids` that are drawn, each with a seed of its own."""
    first = _free_seed(document)
    found: list[Edit] = []
    for id in sorted(set(ids), key=natural):
        if is_drawn(document.graph.node(id)):
            found.append(initialise(document, id, seed=first + len(found)))
    return Together(tuple(found))


def is_drawn(node: Node) -> bool:
    """Whether `node` is a parameter whose value comes out of random numbers."""
    return node.kind == "parameter" and "seed" in SOURCES_BY_KEY[node.kind].matter(node.attributes)


def _free_seed(document: Document) -> int:
    return 1 + max((int(node.attributes["seed"]) for node in document.graph.nodes if is_drawn(node)), default=-1)


def set_attribute(document: Document, id: str, name: str, value: Any) -> Edit:
    """Another setting, with all that follows from it: columns of one data set stay in step."""
    node = document.graph.node(id)
    if node.kind == "parameter":
        return initialise(document, id, **{name: value})
    if node.kind == "data" and name in SHARED:
        return Together(tuple(SetAttribute(other.id, name, value) for other in _in_step(document, node)))
    return SetAttribute(id, name, value)


def column_beside(document: Document) -> dict[str, Any]:
    """The attributes of a new data column: the one that a data set on the canvas still lacks, if there is such."""
    for node in reversed([node for node in document.graph.nodes if node.kind == "data"]):
        columns = {other.attributes["column"] for other in _in_step(document, node)}
        if len(columns) == 1:
            return {**node.attributes, "column": "targets" if "inputs" in columns else "inputs"}
    return {}


def _in_step(document: Document, node: Node) -> list[Node]:
    """All data columns that show the same rows of the same data set."""
    shared = [node.attributes[name] for name in SHARED]
    columns = [other for other in document.graph.nodes if other.kind == "data"]
    return [other for other in columns if [other.attributes[name] for name in SHARED] == shared]
