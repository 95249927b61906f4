"""A formula as it is set on paper: letters, fractions, scripts, roots, brackets. LaTeX and the window draw from it."""

from __future__ import annotations

import re
from collections.abc import Hashable
from dataclasses import dataclass
from typing import Literal

Role = Literal["", "forward", "backward", "local", "muted"]
Style = Literal["italic", "upright", "number"]


@dataclass(frozen=True)
class Letters:
    """A name or a number: a variable slants, a function, a word and a digit stand."""

    text: str
    style: Style = "italic"


@dataclass(frozen=True)
class Sign:
    """An operator or a relation, with room on both sides; `plain` stands close, `large` is a sum."""

    text: str
    kind: Literal["operator", "relation", "plain", "large"] = "operator"


@dataclass(frozen=True)
class Row:
    parts: tuple[Piece, ...]


@dataclass(frozen=True)
class Fraction:
    above: Piece
    below: Piece


@dataclass(frozen=True)
class Raised:
    base: Piece
    exponent: Piece


@dataclass(frozen=True)
class Lowered:
    base: Piece
    index: Piece


@dataclass(frozen=True)
class Root:
    inside: Piece


@dataclass(frozen=True)
class Fence:
    """Brackets that grow with what is in them."""

    left: str
    inside: Piece
    right: str


@dataclass(frozen=True)
class Cases:
    """A value for each condition; the last one, without a condition, is for all else."""

    rows: tuple[tuple[Piece, Piece | None], ...]


@dataclass(frozen=True)
class Matrix:
    rows: tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True)
class Marked:
    """A part in the colour of its role; `asks` is what it stands for, for whoever points at it."""

    inside: Piece
    role: Role = ""
    asks: Hashable = None


Piece = Letters | Sign | Row | Fraction | Raised | Lowered | Root | Fence | Cases | Matrix | Marked

EQUALS = Sign("=", "relation")
_SCIENTIFIC = re.compile(r"([^e]+)e(.+)")
_INDEXED = re.compile(r"([A-Za-zα-ωΑ-Ω])_?(\d+)")


def row(*parts: Piece) -> Piece:
    """Parts one after another, rows among them taken apart."""
    flat: list[Piece] = []
    for part in parts:
        flat += part.parts if isinstance(part, Row) else (part,)
    return flat[0] if len(flat) == 1 else Row(tuple(flat))


def number(text: str) -> Piece:
    """A number as `short` or `exact` writes it.

    >>> number("1.3e−13")
    Row(parts=(Letters(text='1.3', style='number'), Sign(text='×', kind='operator'), \
Raised(base=Letters(text='10', style='number'), exponent=Letters(text='−13', style='number'))))
    """
    found = _SCIENTIFIC.fullmatch(text)
    if found is None or text in ("True", "False"):
        return Letters(text, "number")
    return row(Letters(found[1], "number"), Sign("×"), Raised(Letters("10", "number"), Letters(found[2], "number")))


def name(text: str) -> Piece:
    """A node's name: one letter slants, `x1` has an index, words stand.

    >>> name("x1"), name("tax")
    (Lowered(base=Letters(text='x', style='italic'), index=Letters(text='1', style='number')), \
Letters(text='tax', style='upright'))
    """
    indexed = _INDEXED.fullmatch(text)
    if indexed:
        return Lowered(Letters(indexed[1]), Letters(indexed[2], "number"))
    return Letters(text, "italic" if len(text) == 1 and text.isalpha() else "upright")


def derivative(of: Piece, by: Piece) -> Piece:
    """∂of/∂by as a fraction."""
    partial = Sign("∂", "plain")
    return Fraction(row(partial, of), row(partial, by))


def plain(piece: Piece | None) -> str:
    """The letters of a formula in the order they are read, on one line; for the reader's ear and for search."""
    match piece:
        case Letters(text=text):
            return text
        case Sign(text=text, kind=kind):
            return f" {text} " if kind in ("operator", "relation") else f"{text} " if kind == "large" else text
        case Row(parts=parts):
            return "".join(map(plain, parts))
        case Fraction(above=above, below=below):
            return f"{_held(above)}/{_held(below)}"
        case Raised(base=base, exponent=exponent):
            return f"{plain(base)}{_raised(plain(exponent))}"
        case Lowered(base=base, index=index):
            return f"{plain(base)}_{plain(index)}"
        case Root(inside=inside):
            return f"√({plain(inside)})"
        case Fence(left=left, inside=inside, right=right):
            return f"{left}{plain(inside)}{right}"
        case Cases(rows=rows):
            said = [plain(value) if when is None else f"{plain(value)} if {plain(when)}" for value, when in rows]
            return f"({', '.join(said[:-1])}, else {said[-1]})"
        case Matrix(rows=cells):
            return f"[{', '.join('[' + ', '.join(map(plain, line)) + ']' for line in cells)}]"
        case Marked(inside=inside):
            return plain(inside)
    return ""


def _held(piece: Piece) -> str:
    """In brackets where it has a sign of its own."""
    text = plain(piece)
    return f"({text})" if " " in text and any(f" {sign} " in text for sign in "+−×·") else text


_SMALL = dict(zip("0123456789−.nT", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻·ⁿᵀ", strict=True))


def _raised(text: str) -> str:
    small = [_SMALL.get(letter, "") for letter in text]
    return "".join(small) if all(small) else f"^({text})"
