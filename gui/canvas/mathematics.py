"""Formulas of notes, in the part of TeX that people write by hand, as runs of text on three heights. Imports no Qt.

Letters slant, digits and signs stand; scripts of scripts are raised letters; a fraction stands on one
line. What is not known is shown as it was written.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_GREEK = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "varepsilon": "ε", "zeta": "ζ", "eta": "η",
    "theta": "θ", "iota": "ι", "kappa": "κ", "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ",
    "sigma": "σ", "tau": "τ", "phi": "φ", "varphi": "φ", "chi": "χ", "psi": "ψ", "omega": "ω", "Gamma": "Γ",
    "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π", "Sigma": "Σ", "Phi": "Φ", "Psi": "Ψ",
    "Omega": "Ω", "ell": "ℓ",
}  # fmt: skip
_SIGNS = {
    "partial": "∂", "nabla": "∇", "sum": "Σ", "prod": "Π", "int": "∫", "infty": "∞", "cdot": "·", "times": "×",
    "div": "÷", "pm": "±", "odot": "⊙", "le": "≤", "leq": "≤", "ge": "≥", "geq": "≥", "ne": "≠", "neq": "≠",
    "approx": "≈", "equiv": "≡", "propto": "∝", "in": "∈", "to": "→", "rightarrow": "→", "leftarrow": "←",
    "Rightarrow": "⇒", "mapsto": "↦", "ldots": "…", "dots": "…", "cdots": "⋯", "top": "⊤", "quad": "  ", "prime": "′",
    "left": "", "right": "", "displaystyle": "",
}  # fmt: skip
_UPRIGHT = {"exp", "log", "ln", "sin", "cos", "tan", "tanh", "max", "min", "argmax", "argmin", "softmax", "relu"}
_ACCENTS = {"hat": "\u0302", "bar": "\u0304", "tilde": "\u0303", "dot": "\u0307", "vec": "\u20d7"}
_TEXTS = {"text", "mathrm", "operatorname", "mathbf", "mathit", "textbf"}
_MOST = 100  # what may nest in one formula
_SPACED = set("=+−×·<>≤≥≠≈≡∈→←⇒↦⊙±∝")
_RAISED = dict(zip("0123456789+−n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ", strict=True))
_LOWERED = dict(zip("0123456789", "₀₁₂₃₄₅₆₇₈₉", strict=True))
_TOKEN = re.compile(r"\\([A-Za-z]+)|\\(.)|(\d+(?:\.\d+)?)|\s+|(.)", re.DOTALL)
_FORMULA = re.compile(
    r"(?P<code>`+)(?s:.)*?(?P=code)|\\\$|\$\$(?P<large>[^$]+)\$\$|\$(?P<small>[^\s$`](?:[^$\n`]*[^\s$`])?)\$(?!\d)"
)


@dataclass(frozen=True)
class Run:
    """A piece of a formula; `level` is 1 for a superscript, −1 for a subscript."""

    text: str
    slanted: bool = False
    level: int = 0


def formulas(text: str) -> Iterator[tuple[int, int, str]]:
    """Where the formulas of a Markdown text begin and end, and what they say; none inside code."""
    for found in _FORMULA.finditer(text):
        inside = found["large"] or found["small"]
        if inside:
            yield found.start(), found.end(), inside


def runs(formula: str) -> list[Run]:
    """What to show for a formula."""
    if sum(formula.count(sign) for sign in "{^_\\") > _MOST:
        return [Run(formula)]
    found = _join(_Reader(formula).sequence(0))
    return [run for run in found if run.text]


class _Reader:
    def __init__(self, formula: str) -> None:
        self.tokens = [match for match in _TOKEN.finditer(formula) if match[0].strip()]
        self.place = 0

    def sequence(self, level: int) -> list[Run]:
        """Everything up to the brace that closes here, or to the end."""
        out: list[Run] = []
        while self.place < len(self.tokens) and self.tokens[self.place][0] != "}":
            out += self._one(level, first=not out)
        return out

    def _argument(self, level: int) -> list[Run]:
        """What follows in braces, or the next token alone."""
        if self.place >= len(self.tokens):
            return []
        if self.tokens[self.place][0] != "{":
            return self._one(level, first=True)
        self.place += 1
        inside = self.sequence(level)
        self.place += 1
        return inside

    def _one(self, level: int, *, first: bool) -> list[Run]:
        match = self.tokens[self.place]
        if match[0] == "{":
            return self._argument(level)
        self.place += 1
        if match[1]:
            return self._command(match[1], level)
        if match[2]:
            return [Run({",": " ", ";": " ", "!": "", " ": " "}.get(match[2], match[2]), level=level)]
        if match[0] in "^_":
            return self._script(match[0], level)
        return [_sign(match[0], level, first=first)]

    def _script(self, sign: str, level: int) -> list[Run]:
        """On the line a script moves to its height; within a script it is a raised letter, or stays as written."""
        if not level:
            return self._argument(1 if sign == "^" else -1)
        inside = "".join(run.text for run in self._argument(level)).strip()
        letters = _RAISED if sign == "^" else _LOWERED
        if inside and all(letter in letters for letter in inside):
            return [Run("".join(letters[letter] for letter in inside), level=level)]
        return [Run(f"{sign}{inside}" if len(inside) == 1 else f"{sign}({inside})", level=level)]

    def _command(self, name: str, level: int) -> list[Run]:
        if name in _GREEK:
            return [Run(_GREEK[name], slanted=_GREEK[name].islower(), level=level)]
        if name in _SIGNS:
            return [_sign(_SIGNS[name], level, first=False)]
        if name in _UPRIGHT:
            return [Run(name, level=level)]
        if name in _TEXTS:
            return [Run(run.text, level=run.level) for run in self._argument(level)]
        if name in _ACCENTS:
            inside = self._argument(level)
            return [
                Run(unicodedata.normalize("NFC", r.text[:1] + _ACCENTS[name]) + r.text[1:], r.slanted, r.level)
                for r in inside
            ]
        if name in ("frac", "tfrac", "dfrac"):
            return [*self._bracketed(level), Run("/", level=level), *self._bracketed(level)]
        if name == "sqrt":
            return [Run("√", level=level), *self._bracketed(level)]
        return [Run(f"\\{name}", level=level)]

    def _bracketed(self, level: int) -> list[Run]:
        """An argument, in brackets where it has an operator of its own."""
        inside = self._argument(level)
        if any(set(run.text.strip()) & (_SPACED | set("/-")) for run in inside):
            return [Run("(", level=level), *inside, Run(")", level=level)]
        return inside


def _sign(sign: str, level: int, *, first: bool) -> Run:
    shown = {"-": "−", "*": "·", "'": "′"}.get(sign, sign)
    if shown in _SPACED and not level and not first:
        return Run(f" {shown} ")
    return Run(shown, slanted=shown.isalpha() and shown.isascii(), level=level)


def _join(found: list[Run]) -> list[Run]:
    """Neighbours of one style as one run."""
    joined: list[Run] = []
    for run in found:
        if joined and (joined[-1].slanted, joined[-1].level) == (run.slanted, run.level):
            joined[-1] = Run(joined[-1].text + run.text, run.slanted, run.level)
        else:
            joined.append(run)
    return joined
