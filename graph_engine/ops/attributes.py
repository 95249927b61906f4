"""Settings of an op: edited in the inspector, written to files, not differentiated."""

from __future__ import annotations

import math
import reprlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from numbers import Real
from types import MappingProxyType
from typing import Annotated, Any, Literal, get_args, get_origin

from ..errors import FormulaError, ValueMismatch
from ..expression import constant, read_formula
from ..sentence import Sentence, say

Axes = tuple[int, ...] | None  # which axes; None: all of them (or, for transpose, reversed)
Sizes = tuple[int, ...]  # a shape

Kind = Literal["number", "whole", "truth", "choice", "axes", "sizes", "formula", "text"]
LONGEST = 1000  # characters of a text


@dataclass(frozen=True)
class Attribute:
    """One setting. `least` and `most` bound numbers, `labels` say what people read in place of the choices.

    `names` are what a formula may use.
    """

    name: str
    default: Any
    kind: Kind
    choices: tuple[str, ...] = ()
    least: float | None = None
    most: float | None = None
    labels: tuple[Sentence, ...] = ()
    names: tuple[str, ...] = ()

    def accept(self, value: Any) -> Any:
        """`value` as this attribute stores it, or `ValueMismatch`."""
        found = _ACCEPT[self.kind](self, value)
        if found is _WRONG:
            shown = reprlib.repr(value)
            raise ValueMismatch(
                say("{name} is {value}; expected {expected}", name=self.name, value=shown, expected=self.expected)
            )
        return found

    def read(self, text: str) -> Any:
        """The setting behind what a person typed, or `ValueMismatch`."""
        if self.kind == "text":
            return self.accept(text.strip())
        cleaned = text.strip().replace("−", "-")
        if self.kind in ("axes", "sizes"):
            if cleaned.lower() in ("", ALL):
                return self.accept(None)
            return self.accept([_number(part) for part in cleaned.strip("()[]").replace(",", " ").split()])
        if self.kind == "truth":
            return self.accept({"true": True, "false": False}.get(cleaned.lower(), cleaned))
        return self.accept(_number(cleaned) if self.kind in ("number", "whole") else cleaned)

    def show(self, value: Any) -> str:
        """The setting as a person would type it."""
        if value is None:
            return ALL
        if isinstance(value, tuple):
            return ", ".join(map(str, value)) or "()"
        if isinstance(value, bool):
            return str(value).lower()
        return str(int(value)) if isinstance(value, float) and value.is_integer() and abs(value) < 1e16 else str(value)

    @property
    def expected(self) -> Sentence:
        """What would be accepted, in words."""
        if self.choices:
            return say("{choices}", choices=", ".join(self.choices))
        words = {
            "truth": say("true or false"),
            "formula": say("a formula"),
            "text": say("a text of at most {limit} characters", limit=LONGEST),
            "axes": say("whole numbers, or nothing for all axes"),
            "sizes": say("whole numbers, at most one of them −1") if self.least is None else say("whole numbers"),
        }
        if self.kind in words:
            return words[self.kind]
        what = say("a whole number") if self.kind == "whole" else say("a number")
        if self.least is None:
            return what
        if self.most is None:
            return say("{what}, at least {least}", what=what, least=f"{self.least:g}")
        return say("{what} from {least} to {most}", what=what, least=f"{self.least:g}", most=f"{self.most:g}")


class Attributed:
    """What has attributes: an op, a kind of source, an optimizer."""

    attributes: tuple[Attribute, ...]

    def attribute(self, name: str) -> Attribute | None:
        return next((a for a in self.attributes if a.name == name), None)

    @cached_property
    def defaults(self) -> Mapping[str, Any]:
        return MappingProxyType({a.name: a.default for a in self.attributes})


ALL = "all"
_WRONG = object()


def attribute(name: str, default: Any, annotation: Any, limits: tuple[float | None, float | None]) -> Attribute:
    """The attribute behind one keyword of a rule."""
    if get_origin(annotation) is Literal:
        return Attribute(name, default, "choice", get_args(annotation))
    if get_origin(annotation) is Annotated:
        return Attribute(name, default, "formula", names=annotation.__metadata__)
    kinds: dict[Any, Kind] = {bool: "truth", int: "whole", float: "number", Axes: "axes", Sizes: "sizes"}
    return Attribute(name, default, kinds[annotation], (), *limits)


def _number(text: str) -> Any:
    try:
        return float(text)
    except ValueError:
        pass
    try:
        found = constant(text)
    except FormulaError:
        return text
    return found if math.isfinite(found) else text


def _choice(attribute: Attribute, value: Any) -> Any:
    return value if isinstance(value, str) and value in attribute.choices else _WRONG


def _text(_: Attribute, value: Any) -> Any:
    fits = isinstance(value, str) and len(value) <= LONGEST and value.isprintable()
    return value if fits else _WRONG


def _truth(_: Attribute, value: Any) -> Any:
    return value if isinstance(value, bool) else _WRONG


def _real(attribute: Attribute, value: Any) -> Any:
    if isinstance(value, bool) or not isinstance(value, Real):
        return _WRONG
    try:
        number = float(value)
    except OverflowError:
        return _WRONG
    low = attribute.least is not None and number < attribute.least
    high = attribute.most is not None and number > attribute.most
    return _WRONG if low or high or not math.isfinite(number) else number


def _whole(attribute: Attribute, value: Any) -> Any:
    number = _real(attribute, value)
    return _WRONG if number is _WRONG or not number.is_integer() else int(value)


def _wholes(attribute: Attribute, value: Any) -> Any:
    given = [value] if isinstance(value, Real) else value
    if not isinstance(given, list | tuple) or len(given) > 32:
        return _WRONG
    numbers = [_whole(attribute, number) for number in given]
    return _WRONG if _WRONG in numbers else tuple(numbers)


def _axes(attribute: Attribute, value: Any) -> Any:
    return None if value is None else _wholes(attribute, value)


def _sizes(attribute: Attribute, value: Any) -> Any:
    sizes = _wholes(attribute, value)
    wrong = sizes is _WRONG or any(size < -1 for size in sizes) or sizes.count(-1) > 1
    return _WRONG if wrong else sizes


def _formula(attribute: Attribute, value: Any) -> Any:
    """The text itself; empty only where the default may be left out: a derivative that is 0."""
    if not isinstance(value, str):
        return _WRONG
    text = value.strip()
    if text or attribute.name == "formula":
        try:
            read_formula(text, attribute.names)
        except FormulaError as error:
            raise ValueMismatch(say("{name}: {reason}", name=attribute.name, reason=error.sentence)) from None
    return text


_ACCEPT = {
    "formula": _formula,
    "choice": _choice,
    "text": _text,
    "truth": _truth,
    "number": _real,
    "whole": _whole,
    "axes": _axes,
    "sizes": _sizes,
}
