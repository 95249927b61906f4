"""The figure as TikZ, to stand in a LaTeX document in the fonts of its text; it also compiles by itself."""

from __future__ import annotations

from ...document import Document
from ..declare import target
from ..picture import Line, Mark, Picture, Shape, Text, picture_of
from ..tex import escaped

_HEAD = r"""\documentclass[tikz,border=4pt]{standalone}
\usepackage{amssymb}
\usetikzlibrary{arrows.meta}
\definecolor{forward}{HTML}{1A5BA6}
\definecolor{backward}{HTML}{B93A0A}
\definecolor{local}{HTML}{6D33D6}
\definecolor{wire}{HTML}{87919F}
\definecolor{ink}{HTML}{1C2230}
\definecolor{muted}{HTML}{5F6674}
\begin{document}
\begin{tikzpicture}[x=0.6pt, y=-0.6pt, line width=0.8pt, every node/.style={inner sep=1.5pt, font=\footnotesize}]"""
_TAIL = "\\end{tikzpicture}\n\\end{document}\n"
_INK = {"": "ink", "muted": "muted", "forward": "forward", "backward": "backward", "local": "local"}
_SHAPES = {
    "source": "draw=forward, fill=white",
    "node": "draw=ink, fill=white",
    "tag": "draw=local, fill=local!8, line width=0.4pt",
}
_LINES = {"wire": "draw=wire, -{Latex}", "backward": "draw=backward, dashed, -{Latex}"}
_FONTS = ((24, r"\LARGE"), (18, r"\large"), (15, r"\small"), (13, r"\footnotesize"), (0, r"\scriptsize"))


def make(document: Document) -> str:
    return tikz_of(picture_of(document))


def tikz_of(picture: Picture) -> str:
    return "\n".join([_HEAD, *(f"  {_drawn(mark)}" for mark in picture.marks), _TAIL])


def _drawn(mark: Mark) -> str:
    match mark:
        case Line(curve=curve):
            points = [_point(*point) for point in curve]
            path = points[0]
            for a, b, end in zip(points[1::3], points[2::3], points[3::3], strict=True):
                path += f" .. controls {a} and {b} .. {end}"
            return rf"\draw[{_LINES[mark.role]}] {path};"
        case Shape(middle=(x, y), size=(width, height), radius=radius):
            if mark.is_circle:
                return rf"\draw[{_SHAPES[mark.role]}] {_point(x, y)} circle[radius={radius * 0.6:.2f}pt];"
            corner, other = _point(x - width / 2, y - height / 2), _point(x + width / 2, y + height / 2)
            rounded = f"rounded corners={radius * 0.6:.2f}pt"
            return rf"\draw[{_SHAPES[mark.role]}, {rounded}] {corner} rectangle {other};"
        case Text(middle=(x, y), text=text, size=size):
            font = next(name for least, name in _FONTS if size >= least) + (r"\bfseries" if mark.bold else "")
            ground = ", fill=white, fill opacity=0.85, text opacity=1" if mark.ground else ""
            return rf"\node[text={_INK[mark.role]}, font={font}{ground}] at {_point(x, y)} {{{escaped(text)}}};"
    raise TypeError(mark)


def _point(x: float, y: float) -> str:
    return f"({x:.1f},{y:.1f})"


TARGET = target(make, label="TikZ figure", suffix=".tikz.tex", place=21)
