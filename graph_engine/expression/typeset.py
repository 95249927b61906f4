"""An expression set as mathematics: a quotient is a fraction, exp an exponent, a choice has its cases."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from .pieces import Cases, Fence, Fraction, Letters, Lowered, Marked, Piece, Raised, Root, Row, Sign, number, row
from .simplify import simplify
from .symbol import Symbol

# name: (sign, precedence), as in text
_BINARY = {"add": ("+", 1), "subtract": ("−", 1), "multiply": ("×", 2), "matmul": ("·", 2), "dot": ("·", 2)}
_RELATIONS = {"greater": ">", "less": "<", "equal": "="}
_NAMES = {"maximum": "max", "minimum": "min", "sign": "sgn"}
_GREEK = {"gamma": "γ", "beta": "β"}
_SUM, _PRODUCT, _SIGNED, _POWER, _ATOM = 1, 2, 3, 4, 9
_Set = tuple[Piece, int]  # a piece, and how tightly it holds together


def typeset(expression: Any, names: Mapping[str, Piece] | None = None) -> Piece:
    """`expression` as pieces; `names` says what stands for each symbol (another name, or a number).

    >>> from .symbol import symbols
    >>> (z,) = symbols("z")
    >>> typeset(1 / z)
    Fraction(above=Letters(text='1', style='number'), below=Letters(text='z', style='italic'))
    """
    return _set(simplify(expression), names or {})[0]


def is_negative(piece: Piece) -> bool:
    """Whether it begins with a minus, and so needs brackets behind an operator."""
    match piece:
        case Marked(inside=inside):
            return is_negative(inside)
        case Row(parts=(first, *_)):
            return is_negative(first)
        case Letters(text=text) | Sign(text=text):
            return text.startswith("−")
    return False


def bracketed(piece: Piece) -> Piece:
    return Fence("(", piece, ")")


def _set(node: Any, names: Mapping[str, Piece]) -> _Set:
    if not isinstance(node, Symbol):
        return _constant(float(node))
    if not node.args:
        return _leaf(node.head, names)
    if node.head in _SPECIAL:
        return _SPECIAL[node.head](node, names)
    if node.head in _BINARY:
        return _binary(node, names)
    if node.head in _RELATIONS:
        left, right = (_set(a, names)[0] for a in node.args)
        return row(left, Sign(_RELATIONS[node.head], "relation"), right), 0
    return _call(node, names)


def _constant(value: float) -> _Set:
    if value == 0.5:
        return Fraction(Letters("1", "number"), Letters("2", "number")), _ATOM
    return _rank(number(f"{value:g}".replace("-", "−").replace("e+", "e")))


def _leaf(head: str, names: Mapping[str, Piece]) -> _Set:
    if head in names:
        return _rank(names[head])
    if head in _GREEK:
        return Letters(_GREEK[head]), _ATOM
    upright = len(head) > 1 and head != "x̂"
    return Letters(head, "upright" if upright else "italic"), _ATOM


def _rank(piece: Piece) -> _Set:
    if is_negative(piece):
        return piece, _SUM
    bare = piece.inside if isinstance(piece, Marked) else piece
    return piece, _PRODUCT if isinstance(bare, Row) else _ATOM


def _fit(part: _Set, least: int) -> Piece:
    return part[0] if part[1] >= least else bracketed(part[0])


def _binary(node: Symbol, names: Mapping[str, Piece]) -> _Set:
    sign, rank = _BINARY[node.head]
    left, right = (_set(a, names) for a in node.args)
    if rank == _PRODUCT and sign == "×" and _stand_beside(node.args, left[0], right[0]):
        return row(_fit(left, rank), _fit(right, rank)), rank
    not_associative = node.head in ("subtract", "matmul")
    behind = bracketed(right[0]) if is_negative(right[0]) else _fit(right, rank + not_associative)
    return row(_fit(left, rank), Sign(sign), behind), rank


def _stand_beside(args: tuple[Any, ...], left: Piece, right: Piece) -> bool:
    """2x and z(1 − z) are written without a sign; two numbers never are."""
    shown = right.base if isinstance(right, Raised) else right
    if isinstance(args[0], Symbol):
        opens = isinstance(args[1], Symbol) and args[1].head in ("add", "subtract")
        return opens and isinstance(left, Letters) and left.style == "italic"
    return isinstance(shown, Letters) and shown.style == "italic" and not isinstance(left, Fraction)


def _divide(node: Symbol, names: Mapping[str, Piece]) -> _Set:
    above, below = (_set(a, names) for a in node.args)
    if isinstance(node.args[0], Symbol) and node.args[0].head == "negative":
        inner = _set(node.args[0].args[0], names)
        return row(Sign("−", "plain"), Fraction(inner[0], below[0])), _SUM
    first = node.args[0].args[0] if isinstance(node.args[0], Symbol) and node.args[0].head == "divide" else None
    if first is not None:  # a / b / c is one fraction
        return _divide(Symbol("divide", (first, Symbol("dot", (node.args[0].args[1], node.args[1])))), names)
    if isinstance(node.args[0], float) and node.args[0] == 0.5:
        return Fraction(number("1"), row(number("2"), _fit(below, _POWER))), _ATOM - 1
    return Fraction(above[0], below[0]), _ATOM - 1


def _negative(node: Symbol, names: Mapping[str, Piece]) -> _Set:
    return row(Sign("−", "plain"), _fit(_set(node.args[0], names), _PRODUCT)), _SUM


def _power(node: Symbol, names: Mapping[str, Piece]) -> _Set:
    return Raised(_fit(_set(node.args[0], names), _ATOM), _set(node.args[1], names)[0]), _POWER


def _exp(node: Symbol, names: Mapping[str, Piece]) -> _Set:
    return Raised(Letters("e", "upright"), _set(node.args[0], names)[0]), _POWER


def _root(node: Symbol, names: Mapping[str, Piece]) -> _Set:
    return Root(_set(node.args[0], names)[0]), _ATOM


def _absolute(node: Symbol, names: Mapping[str, Piece]) -> _Set:
    return Fence("|", _set(node.args[0], names)[0], "|"), _ATOM


def _transpose(node: Symbol, names: Mapping[str, Piece]) -> _Set:
    return Raised(_fit(_set(node.args[0], names), _ATOM), Letters("T", "upright")), _POWER


def _sum(node: Symbol, names: Mapping[str, Piece]) -> _Set:
    return row(Sign("Σ", "large"), _fit(_set(node.args[0], names), _PRODUCT)), _PRODUCT


def _index(node: Symbol, names: Mapping[str, Piece]) -> _Set:
    return Lowered(*(_set(a, names)[0] for a in node.args)), _ATOM


def _indicator(node: Symbol, names: Mapping[str, Piece]) -> _Set:
    return Fence("[", _set(node.args[0], names)[0], "]"), _ATOM


def _beside(node: Symbol, names: Mapping[str, Piece]) -> _Set:
    return row(*(_fit(_set(a, names), _POWER) for a in node.args)), _PRODUCT


def _where(node: Symbol, names: Mapping[str, Piece]) -> _Set:
    condition, yes, no = node.args
    if not isinstance(yes, Symbol) and not isinstance(no, Symbol) and (yes, no) == (1.0, 0.0):
        return Fence("[", _set(condition, names)[0], "]"), _ATOM
    rows: list[tuple[Piece, Piece | None]] = [(_set(yes, names)[0], _set(condition, names)[0])]
    while isinstance(no, Symbol) and no.head == "where":
        condition, yes, no = no.args
        rows.append((_set(yes, names)[0], _set(condition, names)[0]))
    return Cases((*rows, (_set(no, names)[0], None))), _ATOM


def _call(node: Symbol, names: Mapping[str, Piece]) -> _Set:
    parts: list[Piece] = []
    for argument in node.args:
        parts += [*([Sign(", ", "plain")] if parts else []), _set(argument, names)[0]]
    head = _NAMES.get(node.head, node.head)
    return row(Letters(head, "italic" if len(head) == 1 else "upright"), bracketed(row(*parts))), _ATOM


_SPECIAL: dict[str, Callable[[Symbol, Mapping[str, Piece]], _Set]] = {
    "divide": _divide,
    "negative": _negative,
    "power": _power,
    "exp": _exp,
    "sqrt": _root,
    "absolute": _absolute,
    "transpose": _transpose,
    "sum": _sum,
    "index": _index,
    "indicator": _indicator,
    "beside": _beside,
    "where": _where,
}
