"""An expression as people read it: `1/(1 + exp(−x))`, with names or with numbers put in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .simplify import simplify
from .symbol import Symbol

# name: (template, precedence). Anything absent prints as a call.
INFIX = {
    "add": ("{} + {}", 1),
    "subtract": ("{} − {}", 1),
    "multiply": ("{} × {}", 2),
    "divide": ("{} / {}", 2),
    "matmul": ("{} · {}", 2),
    "negative": ("−{}", 3),
    "power": ("{}{}", 4),
    "transpose": ("{}ᵀ", 5),
    "greater": ("{} > {}", 0),
    "less": ("{} < {}", 0),
    "equal": ("{} = {}", 0),
}
NAMES = {"maximum": "max", "minimum": "min", "absolute": "abs"}
ATOM = 9
_RAISED = str.maketrans("0123456789-−.", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁻·")


def to_text(expression: Any, names: Mapping[str, str] | None = None) -> str:
    """`expression` as one line; `names` says how each symbol is written (another name, or a number).

    >>> from .symbol import symbols
    >>> x, y = symbols("x", "y")
    >>> to_text(x * (y + 1)), to_text(x * (y + 1), {"x": "−2", "y": "3"})
    ('x × (y + 1)', '(−2) × (3 + 1)')
    """
    return _render(simplify(expression), names or {})[0]


def _render(node: Any, names: Mapping[str, str]) -> tuple[str, int]:
    if not isinstance(node, Symbol):
        return _constant(node)
    if not node.args:
        return _atom(names.get(node.head, node.head))
    if node.head == "where":
        return _where(node, names)
    if node.head == "power":
        return _power(node, names)
    parts = [_render(a, names) for a in node.args]
    if node.head not in INFIX:
        return f"{NAMES.get(node.head, node.head)}({', '.join(text for text, _ in parts)})", ATOM
    template, rank = INFIX[node.head]
    not_associative = node.head in ("subtract", "divide", "matmul")
    shown = [
        f"({text})"
        if inner < rank or (inner == rank and place and not_associative) or (place and text[0] == "−")
        else text
        for place, (text, inner) in enumerate(parts)
    ]
    return template.format(*shown), rank


def _constant(number: Any) -> tuple[str, int]:
    return _atom(f"{number:g}".replace("-", "−"))


def _atom(text: str) -> tuple[str, int]:
    return text, INFIX["negative"][1] - 2 if text.startswith("−") else ATOM


def _where(node: Symbol, names: Mapping[str, str]) -> tuple[str, int]:
    condition, yes, no = (_render(a, names)[0] for a in node.args)
    return (f"[{condition}]" if (yes, no) == ("1", "0") else f"({yes} if {condition} else {no})"), ATOM


def _power(node: Symbol, names: Mapping[str, str]) -> tuple[str, int]:
    base, rank = _render(node.args[0], names)
    base = base if rank == ATOM else f"({base})"
    exponent, _ = _render(node.args[1], names)
    raised = exponent.translate(_RAISED) if not isinstance(node.args[1], Symbol) else f"^({exponent})"
    return base + raised, INFIX["power"][1]
