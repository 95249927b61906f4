"""What the inspector says: formulas as pieces to set, numbers as rich text in the colours of their roles."""

from __future__ import annotations

from html import escape

import numpy as np

from graph_engine.explain import (
    brief,
    exact,
    local_equation,
    local_put_in,
    named_equation,
    one_line,
    rule_equation,
    short,
)
from graph_engine.expression import Piece, pieces
from graph_engine.graph import Edge, Node, Value, natural

from ..i18n import tr
from ..session import Session
from ..theme import Tokens
from .edge_numbers import edge_numbers, large_jacobian

_ROWS, _COLUMNS = 8, 5
_MOST_SOURCES = 24


def rules(node: Node) -> list[Piece]:
    """z = x × y, then one line for each local derivative."""
    if node.is_source:
        return []
    lines = [rule_equation(node), *(local_equation(node, port) for port in spoken_of(node))]
    if not node.op.elementwise:
        lines.append(pieces.Marked(pieces.Letters(tr("g is the upstream gradient"), "upright"), "muted"))
    return lines


def spoken_of(node: Node) -> list[str]:
    """The inputs that its formula speaks of."""
    needed = node.op.needs
    return [port.name for port in node.ports if needed is None or not port.optional]


def worked(session: Session, id: str) -> list[Piece]:
    """The formula of a node in the names of what feeds it, and with the numbers put in."""
    known = id in session.playhead.seen().values and session.results.value(id) is not None
    return [named_equation(session.results.evaluation, id, result=False)] if known else []


def local_rule(session: Session, edge: Edge) -> list[Piece]:
    """The local derivative of one wire, as formula and with the numbers put in."""
    if edge.target in session.playhead.seen().values:
        return [local_put_in(session.results.evaluation, edge)]
    return [local_equation(session.document.graph.node(edge.target), edge.port)]


def node_html(session: Session, id: str, t: Tokens) -> str:
    graph, results, seen = session.document.graph, session.results, session.playhead.seen()
    node, rows = graph.node(id), []
    value = results.value(id) if node.is_source or id in seen.values else None
    if value is not None:
        rows.append((tr("value"), number(value, t.forward)))
    gradient = results.gradient(id) if id in seen.gradients else None
    if gradient is not None and results.target is not None:
        target = graph.node(results.target).name
        rows.append((f"∂{escape(target)}/∂{escape(node.name)}", number(gradient, t.backward)))
    elif results.target is not None and value is not None and results.gradient(id) is None:
        rows.append((tr("gradient"), escape(tr("{name} does not depend on it", name=graph.node(results.target).name))))
    return table(rows, t)


def edge_html(session: Session, edge: Edge, t: Tokens) -> str:
    found = edge_numbers(session, edge, session.playhead.seen())
    rows = [
        (tr(key), number(value, colour))
        for key, value, colour in (
            ("value", found.value, t.forward),
            ("local", found.local, t.local),
            ("upstream", found.upstream, t.backward),
            ("gradient", found.gradient, t.backward),
        )
        if value is not None
    ]
    if found.local_shape:
        rows.insert(1, (tr("local"), escape(large_jacobian(found.local_shape))))
    return table(rows, t)


def edges_html(session: Session, id: str, t: Tokens) -> str:
    """The wires into the node (out of a source), as a small table whose names lead on."""
    graph, seen = session.document.graph, session.playhead.seen()
    outward = graph.node(id).is_source
    wires = graph.edges_out(id) if outward else graph.edges_in(id)
    if not wires:
        return ""
    head = "".join(f'<th align="right">{escape(tr(k))}</th>' for k in ("value", "local", "upstream", "gradient"))
    lines = [f'<tr style="color:{t.muted}"><th align="left">{escape(tr("wires"))}</th>{head}</tr>']
    for edge in wires:
        found = edge_numbers(session, edge, seen)
        other = edge.target if outward else edge.source
        label = f"→ {graph.node(other).name}" if outward else f"{graph.node(other).name} → {edge.port}"
        cells = "".join(
            f'<td align="right" style="color:{colour}">{"" if value is None else escape(brief(value))}</td>'
            for value, colour in (
                (found.value, t.forward),
                (found.local, t.local),
                (found.upstream, t.backward),
                (found.gradient, t.backward),
            )
        )
        link = f'<a href="{escape(other)}" style="color:{t.text}; text-decoration:none">{escape(label)}</a>'
        lines.append(f"<tr><td>{link}</td>{cells}</tr>")
    return f'<table width="100%" cellpadding="4" cellspacing="0">{"".join(lines)}</table>'


def sources_html(session: Session, t: Tokens) -> str:
    """With nothing selected: how the target answers to each source."""
    graph, results, seen = session.document.graph, session.results, session.playhead.seen()
    if results.target is None:
        return ""
    target = graph.node(results.target).name
    sources = sorted((n for n in graph.nodes if n.is_source and n.id in seen.gradients), key=lambda n: natural(n.id))
    rows = []
    for node in sources[:_MOST_SOURCES]:
        gradient = results.gradient(node.id)
        if gradient is not None:
            rows.append((f"∂{escape(target)}/∂{escape(node.name)}", number(gradient, t.backward)))
    if len(sources) > _MOST_SOURCES:
        rows.append((escape(tr("… and {n} more", n=len(sources) - _MOST_SOURCES)), ""))
    value = results.value(results.target) if results.target in seen.values else None
    if value is not None:
        rows.insert(0, (escape(target), number(value, t.forward)))
    return table(rows, t)


def table(rows: list[tuple[str, str]], t: Tokens) -> str:
    cells = [
        f'<tr><td style="color:{t.muted}; white-space:nowrap">{left}</td><td>{right}</td></tr>' for left, right in rows
    ]
    return f'<table cellpadding="4" cellspacing="0">{"".join(cells)}</table>' if cells else ""


def number(value: Value, colour: str) -> str:
    if np.ndim(value) == 0:
        return f'<b style="color:{colour}">{escape(exact(float(value)))}</b>'
    array = np.asarray(value)
    if array.ndim > 2 or not array.size:
        return f'<span style="color:{colour}">{escape(one_line(value))}</span>'
    rows = _matrix(np.atleast_2d(array))
    return f'{escape(brief(value))}<table cellpadding="2" cellspacing="0" style="color:{colour}">{rows}</table>'


def _matrix(array: np.ndarray) -> str:
    """The first rows and columns of a matrix as table rows."""
    rows = []
    for row in array[:_ROWS]:
        cells = [short(float(f"{float(x):.4g}")) for x in row[:_COLUMNS]] + (["…"] if len(row) > _COLUMNS else [])
        rows.append("<tr>" + "".join(f'<td align="right">{cell}&nbsp;</td>' for cell in cells) + "</tr>")
    return "".join(rows) + ("<tr><td>⋮</td></tr>" if len(array) > _ROWS else "")
