"""What the lens says above the list, as rich text: the sum and the gradient, the factored form, what it costs."""

from __future__ import annotations

from html import escape

import numpy as np

from graph_engine.explain import Question, brief, exact, one_line, short
from graph_engine.graph import Value

from ...i18n import tr
from ...theme import Tokens
from ...theme.fonts import FORMULA
from ..asking import asking
from .found import UNKNOWN, FoundPaths, many

_LONGEST = 110  # letters of a factored form


def summary_html(found: FoundPaths, t: Tokens) -> str:
    graph = found.evaluation.graph
    quotient = f"∂{graph.node(found.target).name}/∂{graph.node(found.source).name}"
    lines = [f"<b>{escape(paths_text(found.count))}</b>"]
    if found.total is None:
        lines.append(escape(tr("too many to add up one by one; reverse mode adds them up as it goes")))
        lines.append(f"{escape(quotient)} = {_gradient(found, t)}")
    else:
        total = _number(found, found.total, t) if found.arrived else UNKNOWN
        verdict = f" &nbsp;{_verdict(found, t)}" if found.arrived else ""
        lines.append(f"{escape(tr('sum of the products'))} = {total}")
        lines.append(f"{escape(quotient)} = {_gradient(found, t)}{verdict}")
    if not found.arrived:
        lines.append(f'<span style="color:{t.muted}">{escape(found.known.waiting)}</span>')
    if np.ndim(found.seed) and found.count:
        note = tr("the upstream gradient is ones, in the shape {shape}", shape=brief(found.seed))
        lines.append(f'<span style="color:{t.muted}">{escape(note)}</span>')
    if found.arrived and found.factored[0]:
        lines.append(_factored(found, t))
    return "<br>".join(lines)


def costs_html(found: FoundPaths, t: Tokens) -> str:
    """What each way of computing it costs."""
    ahead, back = found.costs
    ways = (tr("path by path"), tr("forward mode"), tr("reverse mode"))
    head = "".join(f'<td align="right">{escape(way)}</td>' for way in ways)
    rows = [f'<tr style="color:{t.muted}"><td></td>{head}</tr>']
    for name, numbers in (
        (tr("sweeps"), ("–", many(ahead.sweeps), many(back.sweeps))),
        (tr("multiplications"), (many(found.paths.factors), many(ahead.operations), many(back.operations))),
    ):
        cells = "".join(f'<td align="right">{number}</td>' for number in numbers)
        rows.append(f'<tr><td style="color:{t.muted}">{escape(name)}</td>{cells}</tr>')
    return f'<table width="100%" cellpadding="1" cellspacing="0">{"".join(rows)}</table>'


def paths_text(count: int) -> str:
    if count == 0:
        return tr("no path")
    return tr("one path") if count == 1 else tr("{n} paths", n=many(count))


def _factored(found: FoundPaths, t: Tokens) -> str:
    """The factored form in names, then in numbers."""
    cut = (text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…" for text in found.factored)
    names, numbers = map(escape, cut)
    shown = f"= {numbers}" if names == numbers else f"= {names}<br>= {numbers}"
    return f"<span style=\"font-family:'{FORMULA[0]}'; font-size:15px; color:{t.local}\">{shown}</span>"


def _verdict(found: FoundPaths, t: Tokens) -> str:
    size = short(float(f"{found.apart:.2g}"))
    if not found.agree:
        return f'<b style="color:{t.error}">✗ {escape(tr("{size} apart", size=size))}</b>'
    rounding = tr("equal but for rounding, {size}", size=size)
    return f'<b style="color:{t.good}">✓ {escape(rounding if found.apart else tr("equal"))}</b>'


def _gradient(found: FoundPaths, t: Tokens) -> str:
    return _number(found, found.gradient, t) if found.arrived else UNKNOWN


def _number(found: FoundPaths, value: Value, t: Tokens) -> str:
    text = exact(float(value)) if np.ndim(value) == 0 else one_line(value)
    return f"<b>{asking(escape(text), t.backward, Question('gradient', found.source), found.aim)}</b>"
