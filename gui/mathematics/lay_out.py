"""Lays pieces of a formula out as boxes: fractions, scripts, roots, and brackets that grow with what they hold."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from PySide6.QtGui import QFontMetricsF

from graph_engine.expression import Piece, pieces

from ..i18n import localize, tr
from ..theme import formula_font
from .boxes import Box, Glyphs, Stroke, beside, over

_LEAST = 9.0  # pixels: scripts of scripts get no smaller
_SCRIPT, _IN_FRACTION, _REMARK = 0.7, 0.92, 0.82
_AXIS, _ASCENT, _DESCENT = 0.26, 0.72, 0.22  # of the size: where bars lie, and how tall a line is
_LEADING = 8.0
_SUMS, _PRODUCTS = {"=", "+", "−", ">", "<"}, {"×", "·"}


def lay_out(piece: Piece, size: float, width: float = float("inf")) -> Box:
    """`piece` at `size` pixels, broken before a sign into lines of at most `width`."""
    lines = _lines(_parts(piece, ""), size, width)
    if len(lines) == 1:
        return lines[0]
    placed, y = [], 0.0
    for number, line in enumerate(lines):
        y += line.ascent + (lines[number - 1].descent + _LEADING if number else 0)
        placed.append((line, 0.0 if not number else 1.2 * size, y))
    first = placed[0][2]
    widest = max(x + line.width for line, x, _ in placed)
    return over([(line, x, y - first) for line, x, y in placed], widest, lines[0].ascent, y - first + lines[-1].descent)


def _parts(piece: Piece, role: str) -> list[tuple[Piece, str]]:
    """What stands side by side at the top, with the role of each; a line may break between them."""
    if isinstance(piece, pieces.Marked) and piece.asks is None:
        return _parts(piece.inside, piece.role or role)
    if isinstance(piece, pieces.Row):
        return [part for inner in piece.parts for part in _parts(inner, role)]
    return [(piece, role)]


def _lines(parts: list[tuple[Piece, str]], size: float, width: float) -> list[Box]:
    lines: list[list[Box]] = [[]]
    taken, indent = 0.0, 1.2 * size
    chunks = [[_set(piece, size, role) for piece, role in chunk] for chunk in _chunks(parts, width, size)]
    for boxes in chunks:
        wide = sum(box.width for box in boxes)
        if lines[-1] and taken + wide > width - (indent if len(lines) > 1 else 0):
            lines.append([])
            taken = 0.0
        lines[-1] += boxes
        taken += wide
    return [beside(line) for line in lines]


def _chunks(parts: list[tuple[Piece, str]], width: float, size: float) -> list[list[tuple[Piece, str]]]:
    """What stays on one line: a relation, a plus or a minus with all up to the next; parts of a long product."""
    chunks: list[list[tuple[Piece, str]]] = []
    for chunk in _split(parts, _SUMS):
        wide = sum(_set(piece, size, role).width for piece, role in chunk)
        chunks += _split(chunk, _SUMS | _PRODUCTS) if wide > width else [chunk]
    return chunks


def _split(parts: list[tuple[Piece, str]], before: set[str]) -> list[list[tuple[Piece, str]]]:
    chunks: list[list[tuple[Piece, str]]] = [[]]
    for part in parts:
        breaks = isinstance(part[0], pieces.Sign) and part[0].kind != "plain" and part[0].text in before
        if breaks and chunks[-1]:
            chunks.append([])
        chunks[-1].append(part)
    return chunks


def _set(piece: Piece, size: float, role: str) -> Box:
    return _SETTERS[type(piece)](piece, max(size, _LEAST), role)


def _letters(piece: pieces.Letters, size: float, role: str) -> Box:
    smaller = _REMARK if role == "muted" else 1.0
    return _text(localize(piece.text), size * smaller, role, italic=piece.style == "italic")


def _sign(piece: pieces.Sign, size: float, role: str) -> Box:
    if piece.kind == "large":
        box = _text(piece.text, size * 1.35, role)
        return beside([over([(box, 0, 0.1 * size)], box.width, 0.86 * size, 0.34 * size), _space(0.16 * size)])
    if piece.kind == "plain":
        return _text(piece.text, size, role)
    room = (0.3 if piece.kind == "relation" else 0.22) * size
    return beside([_space(room), _text(piece.text, size, role), _space(room)])


def _row(piece: pieces.Row, size: float, role: str) -> Box:
    return beside([_set(part, size, role) for part in piece.parts])


def _fraction(piece: pieces.Fraction, size: float, role: str) -> Box:
    above, below = (_set(part, size * _IN_FRACTION, role) for part in (piece.above, piece.below))
    pad, gap, axis = 0.12 * size, 0.16 * size, -_AXIS * size
    width = max(above.width, below.width) + 2 * pad
    top, bottom = axis - gap - above.descent, axis + gap + below.ascent
    bar = Stroke(((0.04 * size, axis), (width - 0.04 * size, axis)), max(1.0, size / 17), role)
    placed = [
        (above, (width - above.width) / 2, top),
        (below, (width - below.width) / 2, bottom),
        (Box(width, 0, 0, (bar,)), 0, 0),
    ]
    box = over(placed, width, above.ascent - top, bottom + below.descent)
    return beside([_space(0.06 * size), box, _space(0.06 * size)])


def _raised(piece: pieces.Raised, size: float, role: str) -> Box:
    base, exponent = _set(piece.base, size, role), _set(piece.exponent, size * _SCRIPT, role)
    up = max(0.38 * size, base.ascent - 0.42 * size) + exponent.descent * 0.4
    width = base.width + 0.05 * size + exponent.width
    return over(
        [(base, 0, 0), (exponent, base.width + 0.05 * size, -up)],
        width + 0.03 * size,
        max(base.ascent, up + exponent.ascent),
        base.descent,
    )


def _lowered(piece: pieces.Lowered, size: float, role: str) -> Box:
    base, index = _set(piece.base, size, role), _set(piece.index, size * _SCRIPT, role)
    down = 0.2 * size
    placed = [(base, 0.0, 0.0), (index, base.width + 0.02 * size, down)]
    return over(placed, base.width + index.width + 0.06 * size, base.ascent, max(base.descent, down + index.descent))


def _root(piece: pieces.Root, size: float, role: str) -> Box:
    inside = _set(piece.inside, size, role)
    top, bottom, hook = -inside.ascent - 0.1 * size, inside.descent * 0.8, 0.55 * size
    width = hook + inside.width + 0.12 * size
    points = (
        (0.0, bottom - 0.42 * size),
        (0.14 * size, bottom - 0.5 * size),
        (0.3 * size, bottom),
        (hook - 0.06 * size, top),
        (width, top),
    )
    sign = Box(width, 0, 0, (Stroke(points, max(1.0, size / 17), role),))
    return over([(sign, 0, 0), (inside, hook, 0)], width + 0.06 * size, -top + 0.06 * size, max(bottom, inside.descent))


def _fence(piece: pieces.Fence, size: float, role: str) -> Box:
    inside = _set(piece.inside, size, role)
    left, right = (_bracket(sign, inside, size, role) for sign in (piece.left, piece.right))
    return beside([left, inside, right])


def _bracket(sign: str, inside: Box, size: float, role: str) -> Box:
    """A bracket as tall as what it holds, stretched about the axis of the line."""
    reach = max(inside.ascent - _AXIS * size, inside.descent + _AXIS * size)
    tall = max(1.0, reach / (0.5 * size))
    metrics = _metrics(size, False)
    width = metrics.horizontalAdvance(sign)
    # A glyph stretched by `tall` about its baseline has its middle at tall × axis; it is put back onto the axis.
    y = (tall - 1) * _AXIS * size
    glyph = Glyphs(0, y, sign, size, False, role, tall)
    pad = 0.04 * size
    half = 0.5 * size * tall
    return over([(Box(width, 0, 0, (glyph,)), pad, 0)], width + 2 * pad, half + _AXIS * size, half - _AXIS * size)


def _cases(piece: pieces.Cases, size: float, role: str) -> Box:
    values = [_set(value, size * _IN_FRACTION, role) for value, _ in piece.rows]
    conditions = [_condition(when, size * _IN_FRACTION, role) for _, when in piece.rows]
    column = max(box.width for box in values) + 0.7 * size
    placed, y = [], 0.0
    for value, condition in zip(values, conditions, strict=True):
        y += max(value.ascent, condition.ascent)
        placed += [(value, 0.0, y), (condition, column, y)]
        y += max(value.descent, condition.descent) + 0.22 * size
    height = y - 0.22 * size
    lift = height / 2 + _AXIS * size  # its middle lies on the axis
    table = over(
        [(box, x, at - lift) for box, x, at in placed],
        column + max(box.width for box in conditions),
        lift,
        height - lift,
    )
    return beside([_bracket("{", table, size, role), _space(0.1 * size), table])


def _matrix(piece: pieces.Matrix, size: float, role: str) -> Box:
    cells = [[_set(cell, size * _IN_FRACTION, role) for cell in line] for line in piece.rows]
    wide = [max(line[column].width for line in cells) for column in range(len(cells[0]))]
    placed, y = [], 0.0
    for line in cells:
        y += max(cell.ascent for cell in line)
        x = 0.0
        for cell, width in zip(line, wide, strict=True):
            placed.append((cell, x + width - cell.width, y))
            x += width + 0.8 * size
        y += max(cell.descent for cell in line) + 0.18 * size
    height = y - 0.18 * size
    lift = height / 2 + _AXIS * size
    table = over(
        [(box, x, at - lift) for box, x, at in placed], sum(wide) + 0.8 * size * (len(wide) - 1), lift, height - lift
    )
    left, right = (_bracket(sign, table, size, role) for sign in "[]")
    return beside([left, _space(0.12 * size), table, _space(0.12 * size), right])


def _condition(when: Piece | None, size: float, role: str) -> Box:
    if when is None:
        return _text(tr("otherwise"), size, role)
    return beside([_text(f"{tr('if')} ", size, role), _set(when, size, role)])


def _marked(piece: pieces.Marked, size: float, role: str) -> Box:
    box = _set(piece.inside, size, piece.role or role)
    return box if piece.asks is None else box.linked(piece.asks)


def _text(text: str, size: float, role: str, *, italic: bool = False) -> Box:
    width = _metrics(size, italic).horizontalAdvance(text)
    return Box(width, _ASCENT * size, _DESCENT * size, (Glyphs(0, 0, text, size, italic, role),))


def _space(width: float) -> Box:
    return Box(width, 0, 0)


@lru_cache(maxsize=64)
def _metrics(size: float, italic: bool) -> QFontMetricsF:
    return QFontMetricsF(formula_font(size, italic=italic))


_SETTERS: dict[type, Callable[[Any, float, str], Box]] = {
    pieces.Letters: _letters,
    pieces.Sign: _sign,
    pieces.Row: _row,
    pieces.Fraction: _fraction,
    pieces.Raised: _raised,
    pieces.Lowered: _lowered,
    pieces.Root: _root,
    pieces.Fence: _fence,
    pieces.Cases: _cases,
    pieces.Matrix: _matrix,
    pieces.Marked: _marked,
}
