"""Whether two documents compute the same, apart from the weights they have."""

from __future__ import annotations

from collections.abc import Container

from ..graph import Node, same_value
from .document import Document


def alike(one: Document, other: Document, apart_from: Container[str] = ()) -> bool:
    """Whether nodes, wires, target and values are the same; of the sources `apart_from`, only that they are there."""
    here, there = one.graph, other.graph
    if one.target != other.target or len(here) != len(there) or here.edge_count != there.edge_count:
        return False
    if not all(node.id in there and _same(node, there.node(node.id), apart_from) for node in here.nodes):
        return False
    return set(here.edges) == set(there.edges)


def _same(node: Node, other: Node, apart_from: Container[str]) -> bool:
    if node is other or (node.id in apart_from and node.kind == other.kind):
        return True
    if node.kind != other.kind or dict(node.attributes) != dict(other.attributes):
        return False
    if node.is_derived or node.value is None or other.value is None:
        return node.is_derived or node.value is other.value
    return same_value(node.value, other.value)
