"""Whether LaTeX would compile, as far as structure tells: groups, environments, mathematics, special letters."""

from __future__ import annotations

import re

TOKEN = re.compile(
    r"\\(?:begin|end)\{[^{}]*\}|\\(?:left|right)(?![A-Za-z])|\\\[|\\\]|\\[A-Za-z]+|\\.|%.*?$|[${}_^&#]",
    re.DOTALL | re.MULTILINE,
)
COLUMNS = {"align*", "aligned", "pmatrix", "bmatrix", "cases", "array", "split"}
MATHEMATICS = {*COLUMNS, "gather*", "equation*", "gathered", "$", r"\["}


def problem(text: str) -> str:
    """What is wrong first, with its line; empty if nothing is."""
    open_now: list[str] = []
    for found in TOKEN.finditer(text):
        wrong = _step(found[0], open_now)
        if wrong:
            return f"line {text.count(chr(10), 0, found.start()) + 1}: {wrong} in {open_now}"
    return f"never closed: {open_now}" if open_now else ""


def _step(token: str, open_now: list[str]) -> str:
    if token in ("{", r"\left", r"\[") or token.startswith(r"\begin{"):
        open_now.append(token[7:-1] if token.startswith(r"\begin{") else token)
    elif token in _CLOSES or token.startswith(r"\end{"):
        wanted = _CLOSES.get(token) or token[5:-1]
        return "" if open_now and open_now.pop() == wanted else f"{token} closes what is not open"
    elif token == "$" and open_now[-1:] == ["$"]:
        open_now.pop()
    elif token == "$":
        open_now.append(token)
    elif token in _SPECIAL and not set(open_now) & _SPECIAL[token][0]:
        return f"{token} {_SPECIAL[token][1]}"
    return ""


_CLOSES = {"}": "{", r"\right": r"\left", r"\]": r"\["}
_SPECIAL = {
    "_": (MATHEMATICS, "outside of mathematics"),
    "^": (MATHEMATICS, "outside of mathematics"),
    "&": ({*COLUMNS, "tabular"}, "outside of columns"),
    "#": (set[str](), "has no meaning here"),
}
