"""Pieces of a formula as LaTeX, for a document with amsmath."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from .pieces import Cases, Fence, Fraction, Letters, Lowered, Marked, Matrix, Piece, Raised, Root, Row, Sign

_GREEK = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "varepsilon", "ζ": "zeta", "η": "eta", "θ": "theta",
    "ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mu", "ν": "nu", "ξ": "xi", "π": "pi", "ρ": "rho", "σ": "sigma",
    "τ": "tau", "υ": "upsilon", "φ": "varphi", "χ": "chi", "ψ": "psi", "ω": "omega", "Γ": "Gamma", "Δ": "Delta",
    "Θ": "Theta", "Λ": "Lambda", "Ξ": "Xi", "Π": "Pi", "Σ": "Sigma", "Φ": "Phi", "Ψ": "Psi", "Ω": "Omega",
}  # fmt: skip
_COLOURED = ("forward", "backward", "local")
_KNOWN = {"exp", "log", "sin", "cos", "tanh", "max", "min"}
_SIGNS = {
    "×": r"\times", "·": r"\cdot", "−": "-", "∂": r"\partial ", "Σ": r"\sum ", "…": r"\ldots", "↦": r"\mapsto",
    "⊙": r"\odot", "≈": r"\approx", "∞": r"\infty", "⋯": r"\cdots",
    "   ": r"\quad ",
}  # fmt: skip
_ESCAPED = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


def to_latex(piece: Piece, *, coloured: bool = False) -> str:
    r"""`piece` as LaTeX, without the dollars around it; `coloured` takes the colours `forward`, `backward` and `local`
    to be defined.

    >>> from .pieces import derivative
    >>> to_latex(derivative(Letters("z"), Letters("x")))
    '\\frac{\\partial z}{\\partial x}'
    """
    inner = partial(to_latex, coloured=coloured)
    match piece:
        case Letters():
            return _letters(piece)
        case Sign(text=text, kind=kind):
            shown = _SIGNS.get(text, text)
            return f" {shown} " if kind in ("operator", "relation") else shown
        case Row(parts=parts):
            return "".join(map(inner, parts))
        case Fraction(above=above, below=below):
            return rf"\frac{{{inner(above)}}}{{{inner(below)}}}"
        case Raised(base=base, exponent=exponent):
            raised = r"\top" if exponent == Letters("T", "upright") else inner(exponent)
            return f"{_base(base, inner)}^{{{raised}}}"
        case Lowered(base=base, index=index):
            return f"{_base(base, inner)}_{{{inner(index)}}}"
        case Root(inside=inside):
            return rf"\sqrt{{{inner(inside)}}}"
        case Fence(left=left, inside=inside, right=right):
            return rf"\left{left} {inner(inside)} \right{right}"
        case Cases(rows=rows):
            return rf"\begin{{cases}} {_rows(rows, inner)} \end{{cases}}"
        case Matrix(rows=cells):
            lines = r" \\ ".join(" & ".join(map(inner, line)) for line in cells)
            return rf"\begin{{bmatrix}} {lines} \end{{bmatrix}}"
        case Marked(inside=inside, role=role):
            return rf"{{\color{{{role}}} {inner(inside)}}}" if coloured and role in _COLOURED else inner(inside)


def _rows(rows: tuple[tuple[Piece, Piece | None], ...], inner: Callable[[Piece], str]) -> str:
    shown = ((value, r"\text{otherwise}" if when is None else rf"\text{{if }}{inner(when)}") for value, when in rows)
    return r" \\ ".join(f"{inner(value)} & {condition}" for value, condition in shown)


def _letters(piece: Letters) -> str:
    text = piece.text
    if piece.style == "number":
        return "".join(_SIGNS.get(letter, letter) for letter in text).strip()
    if text == "x̂":
        return r"\hat{x}"
    if text in _KNOWN:
        return f"\\{text}"
    if text in _GREEK:
        return f"\\{_GREEK[text]} "
    if text in _SIGNS:
        return _SIGNS[text]
    if len(text) == 1 and text.isascii() and text.isalnum():
        return text if piece.style == "italic" else rf"\mathrm{{{text}}}"
    return rf"\text{{{_escape(text)}}}"


def _escape(text: str) -> str:
    return re.sub(r"[\\~^#$%&_{}]", lambda found: _ESCAPED.get(found[0], f"\\{found[0]}"), text)


def _base(piece: Piece, inner: Callable[[Piece], str]) -> str:
    return inner(piece) if isinstance(piece, Letters | Fence) else f"{{{inner(piece)}}}"
