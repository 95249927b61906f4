"""Formulas in the part of TeX that people write by hand, read as pieces; what is not known stays as it was written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from . import pieces
from .pieces import Letters, Piece, Sign, row

_GREEK = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε", "zeta": "ζ", "eta": "η",
    "theta": "θ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ",
    "sigma": "σ", "tau": "τ", "phi": "φ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ",
    "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ",
    "Omega": "Ω", "ell": "ℓ",
}  # fmt: skip
_PLAIN = {
    "partial": "∂", "nabla": "∇", "infty": "∞", "ldots": "…", "dots": "…", "cdots": "⋯", "top": "⊤", "prime": "′",
}  # fmt: skip
_LARGE = {"sum": "Σ", "prod": "Π", "int": "∫"}
_OPERATORS = {"cdot": "·", "times": "×", "div": "÷", "pm": "±", "odot": "⊙"}
_RELATIONS = {
    "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "ne": "≠", "neq": "≠", "approx": "≈", "equiv": "≡", "propto": "∝",
    "in": "∈", "to": "→", "rightarrow": "→", "leftarrow": "←", "Rightarrow": "⇒", "mapsto": "↦",
}  # fmt: skip
_DROPPED = {"displaystyle", "left", "right"}
_UPRIGHT = {"exp", "log", "ln", "sin", "cos", "tan", "tanh", "max", "min", "argmax", "argmin", "softmax", "relu"}
_ACCENTS = {"hat": "\u0302", "bar": "\u0304", "tilde": "\u0303", "dot": "\u0307", "vec": "\u20d7"}
_TEXTS = {"text", "mathrm", "operatorname", "mathbf", "mathit", "textbf"}
_SPACES = {",": "\u2009", ";": "\u2005", " ": " ", "quad": "\u2003", "!": ""}
_KINDS: dict[str, str] = {**dict.fromkeys("+−×·÷⊙±*/", "operator"), **dict.fromkeys("=<>", "relation")}
_MOST = 100  # what may nest in one formula
_TOKEN = re.compile(r"\\([A-Za-z]+)|\\(.)|(\d+(?:\.\d+)?)|(\s+)|(.)", re.DOTALL)
_FORMULA = re.compile(
    r"(?P<code>`+)(?s:.)*?(?P=code)|\\\$|\$\$(?P<large>[^$]+)\$\$|\$(?P<small>[^\s$`](?:[^$\n`]*[^\s$`])?)\$(?!\d)"
)


def formulas(text: str) -> Iterator[tuple[int, int, str]]:
    """Where the formulas of a Markdown text begin and end, and what they say; none inside code."""
    for found in _FORMULA.finditer(text):
        inside = found["large"] or found["small"]
        if inside:
            yield found.start(), found.end(), inside


def read_tex(formula: str) -> Piece:
    r"""What a formula says, to be set.

    >>> pieces.plain(read_tex(r"\frac{\partial L}{\partial w} = x^{2}"))
    '∂L/∂w = x²'
    """
    if sum(formula.count(sign) for sign in "{^_\\") > _MOST:
        return Letters(formula, "upright")
    return row(*_Reader(formula).sequence())


class _Reader:
    def __init__(self, formula: str) -> None:
        self.tokens = list(_TOKEN.finditer(formula))
        self.place = 0

    def sequence(self) -> list[Piece]:
        """Everything up to the brace that closes here, or to the end."""
        out: list[Piece] = []
        while (sign := self._next()) not in ("}", ""):
            if sign in "^_":
                self.place += 1
                script, base = row(*self._argument()), out.pop() if out else Letters("", "upright")
                if script != row():
                    base = pieces.Raised(base, script) if sign == "^" else pieces.Lowered(base, script)
                out.append(base)
            else:
                out += self._one(first=not out)
        return out

    def _next(self) -> str:
        """The token that comes, spaces left out; nothing at the end."""
        while self.place < len(self.tokens) and self.tokens[self.place][4]:
            self.place += 1
        return self.tokens[self.place][0] if self.place < len(self.tokens) else ""

    def _argument(self) -> list[Piece]:
        """What follows in braces, or the next token alone."""
        if self._next() in ("", "}"):
            return []
        if self._next() != "{":
            return self._one(first=True)
        self.place += 1
        inside = self.sequence()
        self.place += 1
        return inside

    def _one(self, *, first: bool) -> list[Piece]:
        if self._next() == "{":
            return self._argument()
        match = self.tokens[self.place]
        self.place += 1
        if match[1]:
            return self._command(match[1])
        if match[2]:
            return [Letters(_SPACES.get(match[2], match[2]), "upright")]
        if match[3]:
            return [Letters(match[3], "number")]
        return [_sign(match[0], first=first)]

    def _command(self, name: str) -> list[Piece]:
        for words, kind in ((_PLAIN, "plain"), (_LARGE, "large"), (_OPERATORS, "operator"), (_RELATIONS, "relation")):
            if name in words:
                return [Sign(words[name], kind)]  # type: ignore[arg-type]
        if name in _GREEK:
            return [Letters(_GREEK[name], "italic" if _GREEK[name].islower() else "upright")]
        if name in _UPRIGHT:
            return [Letters(name, "upright")]
        if name in _SPACES:
            return [Letters(_SPACES[name], "upright")]
        if name in _TEXTS:
            return [Letters(self._written(), "upright")]
        if name in _ACCENTS:
            return [_accented(row(*self._argument()), _ACCENTS[name])]
        if name in ("frac", "tfrac", "dfrac"):
            return [pieces.Fraction(row(*self._argument()), row(*self._argument()))]
        if name == "sqrt":
            return [pieces.Root(row(*self._argument()))]
        return [] if name in _DROPPED else [Letters(f"\\{name}", "upright")]

    def _written(self) -> str:
        """An argument as it was typed, with its spaces."""
        if self._next() != "{":
            return pieces.plain(row(*self._argument()))
        self.place += 1
        begun, depth = self.place, 1
        while self.place < len(self.tokens) and depth:
            depth += {"{": 1, "}": -1}.get(self.tokens[self.place][0], 0)
            self.place += 1
        return "".join(token[0] for token in self.tokens[begun : self.place - (not depth)])


def _sign(sign: str, *, first: bool) -> Piece:
    shown = {"-": "−", "*": "·", "'": "′"}.get(sign, sign)
    if shown.isalpha():
        return Letters(shown, "italic" if shown.isascii() or unicodedata.name(shown).startswith("GREEK") else "upright")
    kind = "plain" if first else _KINDS.get(shown, "plain")
    return Sign(shown, kind)  # type: ignore[arg-type]


def _accented(piece: Piece, accent: str) -> Piece:
    letters = piece.parts[0] if isinstance(piece, pieces.Row) and piece.parts else piece
    if not isinstance(letters, Letters) or not letters.text:
        return piece
    text = unicodedata.normalize("NFC", letters.text[0] + accent) + letters.text[1:]
    rest = piece.parts[1:] if isinstance(piece, pieces.Row) else ()
    return row(Letters(text, letters.style), *rest)
