"""An expression as source of a program on arrays: NumPy's or PyTorch's calls, with as few brackets as people write."""

from __future__ import annotations

from typing import Any, Literal

from .symbol import Symbol

Library = Literal["np", "torch"]
# name: (template, precedence)
_INFIX = {
    "add": ("{} + {}", 1),
    "subtract": ("{} - {}", 1),
    "multiply": ("{} * {}", 2),
    "divide": ("{} / {}", 2),
    "negative": ("-{}", 3),
    "power": ("{} ** {}", 4),
    "greater": ("{} > {}", 0),
    "less": ("{} < {}", 0),
    "equal": ("{} == {}", 0),
    "greater_equal": ("{} >= {}", 0),
}
_ATOM = 9
_ON_TORCH = {"absolute": "abs"}
_CLAMPED = {"maximum": "min", "minimum": "max"}


def to_source(expression: Any, library: Library = "np") -> str:
    """`expression` as source.

    >>> from .symbol import symbols
    >>> x, out = symbols("x", "out")
    >>> to_source(2.0 * (x + 1) ** 1.0 * out)
    '2 * (x + 1) * out'
    """
    return _render(_without_ones(expression), library)[0]


def _render(node: Any, library: Library) -> tuple[str, int]:
    if not isinstance(node, Symbol):
        return _number(float(node))
    if not node.args:
        return node.head, _ATOM
    parts = [_render(arg, library) for arg in node.args]
    if node.head in _INFIX:
        template, rank = _INFIX[node.head]
        shown = [_held(text, inner, rank, place, node.head) for place, (text, inner) in enumerate(parts)]
        return template.format(*shown), rank
    return _call(node, [text for text, _ in parts], library), _ATOM


def _held(text: str, inner: int, rank: int, place: int, head: str) -> str:
    """In brackets where the precedence of Python asks for them."""
    loose = inner < rank or (inner == rank and (rank == 0 or (head == "power" if not place else head != "add")))
    return f"({text})" if loose else text


def _call(node: Symbol, parts: list[str], library: Library) -> str:
    if library == "torch" and node.head in _CLAMPED and not isinstance(node.args[1], Symbol):
        return f"torch.clamp({parts[0]}, {_CLAMPED[node.head]}={parts[1]})"
    name = _ON_TORCH.get(node.head, node.head) if library == "torch" else node.head
    return f"{library}.{name}({', '.join(parts)})"


def _number(number: float) -> tuple[str, int]:
    if number != number or number in (float("inf"), float("-inf")):
        return f'float("{number}")', _ATOM
    text = repr(int(number)) if number.is_integer() and abs(number) < 1e15 else repr(number)
    return text, _INFIX["negative"][1] if number < 0 else _ATOM


def _without_ones(node: Any) -> Any:
    """1 · x is x, and x¹ is x: what rules leave when their settings are put in."""
    if not isinstance(node, Symbol) or not node.args:
        return node
    args = tuple(map(_without_ones, node.args))
    plain = [not isinstance(arg, Symbol) and arg == 1 for arg in args]
    if node.head == "multiply" and any(plain):
        return args[0] if plain[1] else args[1]
    if node.head == "power" and plain[1]:
        return args[0]
    return Symbol(node.head, args)
