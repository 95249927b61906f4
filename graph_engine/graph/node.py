"""What stands in a graph: nodes, wires, and how ids are ordered."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from .. import ops
from ..errors import GraphError, ValueMismatch
from ..sentence import Sentence, say
from . import data_column
from .sources import BY_KEY, Source
from .values import Value, as_value

NO_ATTRIBUTES: Mapping[str, Any] = MappingProxyType({})


class Edge(NamedTuple):
    """The wire from the node `source` into the input `port` of the node `target`."""

    source: str
    target: str
    port: str


@dataclass(frozen=True, eq=False, slots=True)
class Node:
    """One node: an op, or a source that holds a value."""

    id: str
    kind: str
    name: str
    value: Value | None = None
    attributes: Mapping[str, Any] = field(default_factory=lambda: NO_ATTRIBUTES)
    trouble: Sentence | None = None  # why a source that takes its value from a file has none

    @property
    def spec(self) -> ops.Op | Source:
        """The declaration behind the node."""
        return BY_KEY.get(self.kind) or ops.by_key(self.kind)

    @property
    def rank(self) -> tuple[tuple[int, str], ...]:
        """What nodes are ordered by where their wires leave the choice."""
        return natural(self.id)

    @property
    def is_source(self) -> bool:
        return self.kind in BY_KEY

    @property
    def is_derived(self) -> bool:
        """Whether it is a source whose value follows from its attributes."""
        return isinstance(self.spec, Source) and self.spec.derived

    def with_attribute(self, name: str, value: Any) -> Node:
        """The node with another attribute (`value` as it is stored), and with the value that follows from it."""
        attributes = MappingProxyType({**self.attributes, name: value})
        if isinstance(self.spec, Source) and self.spec.derived:
            if data_column.is_from_file(attributes):
                return replace(self, attributes=attributes).beside(None)
            return replace(self, attributes=attributes, value=_described(self.spec, attributes), trouble=None)
        return replace(self, attributes=attributes)

    @property
    def is_from_file(self) -> bool:
        return self.is_derived and data_column.is_from_file(self.attributes)

    def beside(self, folder: Path | None) -> Node:
        """The node with the value that its file in `folder` gives, or with what is wrong with the file."""
        try:
            return replace(self, value=data_column.batch(self.attributes, folder), trouble=None)
        except ValueMismatch as error:
            return replace(self, value=None, trouble=error.sentence)

    @property
    def op(self) -> ops.Op:
        """The op of a node that computes; `GraphError` for a source."""
        spec = self.spec
        if isinstance(spec, Source):
            raise GraphError(say("“{node}” holds a value and computes nothing", node=self.name), node=self.id)
        return spec

    @property
    def ports(self) -> tuple[ops.Port, ...]:
        spec = self.spec
        return () if isinstance(spec, Source) else spec.inputs_under(self.attributes)

    @property
    def required(self) -> frozenset[str]:
        """The ports without which it can't run."""
        spec = self.spec
        if isinstance(spec, Source):
            return frozenset()
        return spec.required if spec.needs is None else frozenset(spec.needs(**self.attributes))


def make_node(id: str, kind: str, name: str, value: Any = None, attributes: Mapping[str, Any] = NO_ATTRIBUTES) -> Node:
    """A checked node: the kind exists, a source has a value, attributes have their defaults and fit."""
    spec = BY_KEY.get(kind) or ops.by_key(kind)
    chosen = _chosen(spec, attributes)
    if isinstance(spec, Source):
        if spec.derived and value is not None:
            raise GraphError(say("{kind}: its value comes from a data set; it can't be given one", kind=spec.label))
        if spec.derived and data_column.is_from_file(chosen):
            return Node(id, kind, name.strip(), None, chosen).beside(None)
        given = _described(spec, chosen) if value is None and (attributes or spec.derived) else value
        return Node(id, kind, name.strip(), as_value(0.0 if given is None else given), chosen)
    if value is not None:
        raise GraphError(say("{kind} computes its value; it can't be given one", kind=spec.label))
    return Node(id, spec.key, name.strip(), None, chosen)


def _chosen(spec: ops.Op | Source, attributes: Mapping[str, Any]) -> Mapping[str, Any]:
    """All attributes of a node, those that `attributes` names as they are stored."""
    if isinstance(spec, Source) and not attributes:
        return spec.defaults
    unknown = sorted(set(attributes) - {a.name for a in spec.attributes})
    if unknown:
        raise GraphError(say("{kind} has no attribute “{name}”", kind=spec.label, name=unknown[0]))
    try:
        return MappingProxyType({a.name: a.accept(attributes.get(a.name, a.default)) for a in spec.attributes})
    except ValueMismatch as error:
        raise GraphError(say("{kind}: {reason}", kind=spec.label, reason=error.sentence)) from None


def _described(spec: Source, attributes: Mapping[str, Any]) -> Value | None:
    try:
        return spec.value(attributes)
    except ValueMismatch as error:
        raise GraphError(say("{kind}: {reason}", kind=spec.label, reason=error.sentence)) from None


def natural(id: str) -> tuple[tuple[int, str], ...]:
    """A sort key that puts n2 before n10 and tells any two ids apart.

    >>> sorted(["n10", "n2", "a", "n02"], key=natural)
    ['a', 'n02', 'n2', 'n10']
    """
    if id[:1] == "n" and id[1:].isdecimal() and id[1] != "0" and id.isascii():  # as almost all ids are
        return (-1, "n"), (len(id) - 1, id[1:]), (-2, id)
    return (*map(_rank, filter(None, re.split(r"([0-9]+)", id))), (-2, id))


def _rank(part: str) -> tuple[int, str]:
    # A number compares by its count of digits, then digit by digit: no length is too much.
    digits = part.lstrip("0")
    return (len(digits), digits) if part.isascii() and part.isdecimal() else (-1, part)
