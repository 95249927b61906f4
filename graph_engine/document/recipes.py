"""How ops are made of simpler ones: each recipe is an expression over the inputs of the op it stands for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..graph import make_node


@dataclass(frozen=True)
class Given:
    """An input of the op."""

    port: str


@dataclass(frozen=True, eq=False)
class Number:
    """A constant; two of them are two nodes."""

    value: float

    @property
    def name(self) -> str:
        return f"{self.value:g}".replace("-", "−")


@dataclass(frozen=True, eq=False)
class Made:
    """An op on its parts, in the order of its ports; the same object twice is one node."""

    kind: str
    parts: tuple[Part, ...]
    attributes: Mapping[str, Any]


Part = Given | Number | Made


def made(kind: str, *parts: Part, **attributes: Any) -> Made:
    return Made(kind, parts, make_node("", kind, kind, None, attributes).attributes)


def steps(top: Made) -> Iterator[Made | Number]:
    """All that a recipe makes, each before what it feeds."""
    seen: set[Part] = set()

    def visit(part: Part) -> Iterator[Made | Number]:
        if part in seen or isinstance(part, Given):
            return
        seen.add(part)
        if isinstance(part, Made):
            for inner in part.parts:
                yield from visit(inner)
        yield part

    return visit(top)


def _sigmoid() -> Made:
    minus = made("multiply", Given("x"), Number(-1.0))
    return made("reciprocal", made("add", made("exp", minus), Number(1.0)))


def _sigmoid_by_negate() -> Made:
    return made("reciprocal", made("add", made("exp", made("negate", Given("x"))), Number(1.0)))


def _tanh() -> Made:
    up = made("exp", Given("x"))
    down = made("exp", made("negate", Given("x")))
    return made("divide", made("subtract", up, down), made("add", up, down))


def _softmax() -> Made:
    powers = made("exp", Given("x"))
    return made("divide", powers, made("sum", powers, axis=[-1], keepdims=True))


def _softmax_with_loss() -> Made:
    logs = made("log", _softmax())
    per_row = made("sum", made("multiply", Given("t"), logs), axis=[-1])
    return made("negate", made("mean", per_row))


def _sigmoid_with_loss() -> Made:
    y = _sigmoid()
    yes = made("multiply", Given("t"), made("log", y))
    rest = made("log", made("subtract", Number(1.0), y))
    no = made("multiply", made("subtract", Number(1.0), Given("t")), rest)
    return made("negate", made("mean", made("add", yes, no)))


def _mean_squared_error() -> Made:
    return made("mean", made("square", made("subtract", Given("y"), Given("t"))))


def _affine(layout: str, bias: bool) -> Made:
    weights: Part = Given("W") if layout == "in_out" else made("transpose", Given("W"))
    product = made("dot", Given("x"), weights)
    return made("add", product, Given("b")) if bias else product


@dataclass(frozen=True)
class Variant:
    """One form in which an op can stand: its settings, the optional inputs that are wired, and what it is made of."""

    kind: str
    attributes: Mapping[str, Any]
    top: Made
    optional: frozenset[str] = frozenset()


def _plain(kind: str, recipe: Callable[[], Made]) -> Variant:
    return Variant(kind, {}, recipe())


# An op is taken apart by the first that fits it; a group is put together by any.
VARIANTS: tuple[Variant, ...] = (
    _plain("sigmoid", _sigmoid),
    _plain("sigmoid", _sigmoid_by_negate),
    _plain("tanh", _tanh),
    _plain("softmax", _softmax),
    _plain("softmax_with_loss", _softmax_with_loss),
    _plain("sigmoid_with_loss", _sigmoid_with_loss),
    _plain("mean_squared_error", _mean_squared_error),
    *(
        Variant("affine", {"layout": layout}, _affine(layout, bias), frozenset({"b"} if bias else ()))
        for layout in ("in_out", "out_in")
        for bias in (True, False)
    ),
)
KINDS = frozenset(variant.kind for variant in VARIANTS)
