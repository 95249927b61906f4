"""What an op is. An op file holds plain NumPy functions and one `OP = ...` line.

`elementwise` ops state their local derivatives once, as `partials`; reverse mode, forward mode, the tag on the edge and
the formula on screen are all read off that one function. `arraywise` ops mix entries, so they state for each input the
two directions of its derivative: `vjps` (upstream gradient in, gradient out) and `jvps` (tangent in, tangent out).
No rule undoes broadcasting: the driver does, in one place.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..discover import declared_in
from ..errors import ValueMismatch
from ..sentence import Sentence, say
from .attributes import Attribute, Attributed, Axes, Sizes, attribute

Array = NDArray[Any]
Shape = tuple[int, ...]
Limits = tuple[float | None, float | None]

__all__ = ["Array", "Attribute", "Axes", "Op", "Port", "Shape", "Sizes", "arraywise", "elementwise", "shape_text"]


@dataclass(frozen=True)
class Port:
    """One input of an op."""

    name: str
    optional: bool = False


@dataclass(frozen=True, kw_only=True, eq=False)
class Op(Attributed):
    """Everything the rest of the program may know about one operation."""

    key: str  # the name in saved files: never changes
    label: Sentence
    symbol: str
    family: str
    about: Sentence
    inputs: tuple[Port, ...]
    attributes: tuple[Attribute, ...]
    forward: Callable[..., Any]
    shape: Callable[..., Shape]  # (*input shapes, **attributes) -> output shape, or ValueMismatch
    # Points where its derivatives are checked, away from kinks.
    examples: tuple[tuple[Any, ...], ...] = field(repr=False)
    variants: Sequence[Mapping[str, Any]] = ()  # other settings under which the examples are checked too
    partials: Callable[..., tuple[Any, ...]] | None = None  # elementwise: one local derivative per input
    vjps: tuple[Callable[..., Any] | None, ...] = ()  # arraywise: (g, *inputs, out=, **attributes) per input
    jvps: tuple[Callable[..., Any] | None, ...] = ()  # arraywise: (tangent, *inputs, out=, **attributes) per input
    # Arraywise, optional, for speed: the value for many settings of some inputs at once, see evaluate/many.py.
    many: Callable[..., Any] | None = None  # (*inputs, batched=(bool, …), **attributes) -> NotImplemented, or stacked
    columns: tuple[Callable[..., Any] | None, ...] = ()  # inputs the op is linear in: (entries, *inputs, out=, …)
    # Arraywise, optional: (entry, *input shapes, **attributes) -> the products that an output entry is the sum of, each
    # as a coefficient and the input entries in it, by the place of the input.
    terms: Callable[..., list[tuple[float, tuple[tuple[int, tuple[int, ...]], ...]]]] | None = None
    # Where a value takes more than a few operations an entry: (*input shapes, **attributes) -> how many products.
    products: Callable[..., int] | None = None
    formula: str = ""  # only where `forward` can't write itself down
    # Arraywise: (**attributes) -> the gradient of each input in words of g, the inputs and z.
    rules: Callable[..., tuple[str, ...]] = lambda **_: ()
    # What else its formula and rules speak of: (*input shapes, **attributes) -> {"batch": how many rows}.
    counts: Callable[..., Mapping[str, int]] | None = None
    entrywise: bool = False  # arraywise: the rule for an entry of a gradient reads nothing but the inputs at that place
    domain: Sentence = field(default=Sentence("", {}))  # where the value is finite, as "y ≠ 0"
    # Where the inputs depend on the settings: (**attributes) -> the ports it can't run without; the others stay open.
    needs: Callable[..., tuple[str, ...]] | None = None
    aliases: tuple[str, ...] = ()  # other words to find it by
    formerly: tuple[str, ...] = ()  # keys that older files use

    @property
    def elementwise(self) -> bool:
        return self.partials is not None

    @cached_property
    def ports(self) -> tuple[str, ...]:
        return tuple(port.name for port in self.inputs)

    @cached_property
    def required(self) -> frozenset[str]:
        """The ports without which it can't run, whatever its settings."""
        return frozenset(port.name for port in self.inputs if not port.optional)

    def inputs_under(self, attributes: Mapping[str, Any]) -> tuple[Port, ...]:
        """Its inputs as they stand with these settings."""
        if self.needs is None:
            return self.inputs
        needed = self.needs(**attributes)
        return tuple(Port(port.name, port.name not in needed) for port in self.inputs)


def elementwise(forward: Callable[..., Any], partials: Callable[..., tuple[Any, ...]], **facts: Any) -> Op:
    """An op whose output entry depends only on the input entries at the same place, after broadcasting."""
    return _declare(forward, partials=partials, shape=broadcast_shape(forward), **facts)


def arraywise(forward: Callable[..., Any], shape: Callable[..., Shape], *, rules: Any = (), **facts: Any) -> Op:
    """An op that mixes entries (dot, softmax, sum): `vjps` and `jvps` give one function per input, None where flat.

    `rules` are texts, or a function of the attributes that gives them.
    """
    return _declare(forward, shape=shape, rules=rules if callable(rules) else lambda **_: rules, **facts)


def broadcast_shape(forward: Callable[..., Any]) -> Callable[..., Shape]:
    """The shape rule of elementwise ops: NumPy's broadcasting, refused with a sentence that names the sizes."""
    ports = [port.name for port in _ports(forward)]

    def shape(*shapes: Shape | None, **_: Any) -> Shape:
        try:
            return np.broadcast_shapes(*(s for s in shapes if s is not None))
        except ValueError:
            shown = ", ".join(
                f"{name} {shape_text(s)}" for name, s in zip(ports, shapes, strict=False) if s is not None
            )
            message = say("{shapes} don't broadcast: counted from the right, sizes must be equal or 1", shapes=shown)
            raise ValueMismatch(message) from None

    return shape


def shape_text(shape: Shape) -> str:
    """A shape as people write it.

    >>> shape_text((100, 784)), shape_text((3,)), shape_text(())
    ('(100, 784)', '(3,)', 'scalar')
    """
    return str(tuple(int(n) for n in shape)) if shape else say("scalar")


def _declare(
    forward: Callable[..., Any],
    *,
    label: str,
    symbol: str,
    examples: Any,
    domain: str = "",
    limits: Mapping[str, Limits] = MappingProxyType({}),
    **facts: Any,
) -> Op:
    module, about = declared_in(forward)
    _, family, key = module.rsplit(".", 2)
    return Op(
        key=key,
        family=family,
        label=say(label),
        symbol=symbol,
        about=say(about),
        inputs=_ports(forward),
        attributes=_attributes(forward, limits),
        forward=forward,
        examples=tuple(examples),
        domain=say(domain),
        **facts,
    )


def _ports(forward: Callable[..., Any]) -> tuple[Port, ...]:
    parameters = inspect.signature(forward).parameters.values()
    return tuple(Port(p.name, p.default is None) for p in parameters if p.kind is p.POSITIONAL_OR_KEYWORD)


def _attributes(forward: Callable[..., Any], limits: Mapping[str, Limits]) -> tuple[Attribute, ...]:
    parameters = inspect.signature(forward, eval_str=True).parameters.values()
    return tuple(
        attribute(p.name, p.default, p.annotation, limits.get(p.name, (None, None)))
        for p in parameters
        if p.kind is p.KEYWORD_ONLY
    )
