"""What the inspector says: formulas as pieces to set, numbers as rich text in the colours of their roles."""

from __future__ import annotations

from html import escape

import numpy as np

from graph_engine.explain import (
    Question,
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
from ..session import Results, Session
from ..theme import Tokens
from .asking import asking
from .edge_numbers import EdgeNumbers, edge_numbers, headings, large_jacobian

_ROWS, _COLUMNS = 8, 5
_FEW = 3  # rows of each of many arrays: laying them out takes time
_LETTERS = 30  # of a row of numbers in the narrowest panel that is not scrolled
_MOST_SOURCES = 24
_SHORT = 16  # letters of what stands before a number; what is longer may wrap


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
    known, graph = session.known, session.document.graph
    told = [known.value(held) for held in (id, *graph.inputs(id).values())]
    computed = not graph.node(id).is_source and all(value is not None for value in told)
    return [named_equation(session.results.evaluation, id, result=False)] if computed else []


def local_rule(session: Session, edge: Edge) -> list[Piece]:
    """The local derivative of one wire, as formula and with the numbers put in."""
    if session.known.has_local(edge):
        return [local_put_in(session.results.evaluation, edge)]
    return [local_equation(session.document.graph.node(edge.target), edge.port)]


def node_html(session: Session, id: str, t: Tokens) -> str:
    graph, results, known = session.document.graph, session.results, session.known
    node, rows = graph.node(id), []
    value = known.value(id)
    if value is not None:
        rows.append((tr("value"), number(value, t.forward, Question("value", id))))
    gradient = known.gradient(id)
    if results.tangents is not None:
        rows += _tangent_row(session, id, t)
    elif gradient is not None and results.target is not None:
        target = graph.node(results.target).name
        rows.append((f"∂{escape(target)}/∂{escape(node.name)}", number(gradient, t.backward, Question("gradient", id))))
    elif results.target is not None and value is not None and results.gradient(id) is None:
        rows.append((tr("gradient"), escape(tr("{name} does not depend on it", name=graph.node(results.target).name))))
    return table(rows, t)


def _tangent_row(session: Session, id: str, t: Tokens) -> list[tuple[str, str]]:
    """In forward mode: ∂node/∂source, or that nothing moves it."""
    graph, tangents = session.document.graph, session.results.tangents
    assert tangents is not None
    name, source = graph.node(id).name, graph.node(tangents.source).name
    if id not in tangents.nodes:
        return [(tr("tangent"), escape(tr("it does not depend on {name}", name=source)))]
    tangent = session.known.tangent(id)
    if tangent is None:
        return []
    shown = number(tangent, t.backward, Question("tangent", id))
    return [(f"∂{escape(name)}/∂{escape(source)}", shown)]


def edge_html(session: Session, edge: Edge, t: Tokens) -> str:
    found = edge_numbers(session, edge, session.known)
    rows = [
        (key, number(value, colour, asks))
        for key, value, colour, asks in _told(session.results, found, t)
        if value is not None
    ]
    if found.local_shape:
        rows.insert(1, (tr("local"), escape(large_jacobian(found.local_shape))))
    return table(rows, t)


def edges_html(session: Session, id: str, t: Tokens) -> str:
    """The wires into the node (out of a source), as a small table whose names lead on."""
    graph, known = session.document.graph, session.known
    outward = graph.node(id).is_source
    wires = graph.edges_out(id) if outward else graph.edges_in(id)
    if not wires:
        return ""
    head = "".join(f'<td align="right">{escape(heading)}</td>' for heading in headings(session.results))
    lines = [f'<tr style="color:{t.muted}"><td>{escape(tr("wires"))}</td>{head}</tr>']
    for edge in wires:
        found = edge_numbers(session, edge, known)
        other = edge.target if outward else edge.source
        label = f"→ {graph.node(other).name}" if outward else f"{graph.node(other).name} → {edge.port}"
        cells = "".join(
            f'<td align="right">{"" if value is None else asking(escape(brief(value)), colour, asks)}</td>'
            for _, value, colour, asks in _told(session.results, found, t)
        )
        lines.append(f"<tr><td>{_leading(other, label, t)}</td>{cells}</tr>")
    return f'<table width="100%" cellpadding="3" cellspacing="0">{"".join(lines)}</table>'


def several_html(session: Session, t: Tokens) -> str:
    """Of several nodes at once: each with its value and its gradient, its name leads to it."""
    graph, known = session.document.graph, session.known
    chosen = sorted(session.selection.nodes & {node.id for node in graph.nodes}, key=natural)
    heads = "".join(f'<td align="right">{escape(word)}</td>' for word in (tr("value"), tr("gradient")))
    lines = [f'<tr style="color:{t.muted}"><td></td>{heads}</tr>']
    for id in chosen[:_MOST_SOURCES]:
        told = (
            (known.value(id), t.forward, Question("value", id)),
            (known.gradient(id), t.backward, Question("gradient", id)),
        )
        shown = ("" if value is None else asking(escape(brief(value)), colour, asks) for value, colour, asks in told)
        cells = "".join(f'<td align="right">{number}</td>' for number in shown)
        lines.append(f"<tr><td>{_leading(id, graph.node(id).name, t)}</td>{cells}</tr>")
    if len(chosen) > _MOST_SOURCES:
        more = escape(tr("… and {n} more", n=len(chosen) - _MOST_SOURCES))
        lines.append(f'<tr><td colspan="3" style="color:{t.muted}">{more}</td></tr>')
    return f'<table width="100%" cellpadding="3" cellspacing="0">{"".join(lines)}</table>'


def _leading(id: str, text: str, t: Tokens) -> str:
    """Words that lead to a node."""
    return f'<a href="{escape(id)}" style="color:{t.text}; text-decoration:none">{escape(text)}</a>'


def _told(results: Results, found: EdgeNumbers, t: Tokens) -> tuple[tuple[str, Value | None, str, Question], ...]:
    """The numbers of a wire: what each is called, its colour, and what it answers to."""
    colours = t.forward, t.local, t.backward, t.backward
    numbers = found.value, found.local, found.upstream, found.gradient
    return tuple(zip(headings(results), numbers, colours, found.asks.values(), strict=True))


def sources_html(session: Session, t: Tokens) -> str:
    """With nothing selected: how the target answers to each source."""
    graph, results, known = session.document.graph, session.results, session.known
    if results.tangents is not None:
        return _tangents_html(session, t)
    if results.target is None:
        return ""
    target = graph.node(results.target).name
    found = [node for node in graph.nodes if node.is_source and node.id in known.seen.gradients]
    sources = sorted(found, key=lambda node: natural(node.id))
    rows = []
    for node in sources[:_MOST_SOURCES]:
        gradient = known.gradient(node.id)
        if gradient is not None:
            shown = number(gradient, t.backward, Question("gradient", node.id), _FEW)
            rows.append((f"∂{escape(target)}/∂{escape(node.name)}", shown))
    if len(sources) > _MOST_SOURCES:
        rows.append((escape(tr("… and {n} more", n=len(sources) - _MOST_SOURCES)), ""))
    value = known.value(results.target)
    if value is not None:
        rows.insert(0, (escape(target), number(value, t.forward, Question("value", results.target))))
    return table(rows, t)


def _tangents_html(session: Session, t: Tokens) -> str:
    """In forward mode, with nothing selected: how each node answers to the source."""
    graph, moved = session.document.graph, session.playhead.seen().tangents
    nodes = [graph.node(id) for id in graph.order() if id in moved]
    rows = [row for node in nodes[:_MOST_SOURCES] for row in _tangent_row(session, node.id, t)]
    if len(nodes) > _MOST_SOURCES:
        rows.append((escape(tr("… and {n} more", n=len(nodes) - _MOST_SOURCES)), ""))
    return table(rows, t)


def table(rows: list[tuple[str, str]], t: Tokens) -> str:
    """Words and numbers in two columns; the entries of an array stand below, across both."""
    styles = [f"color:{t.muted}" + ("; white-space:nowrap" if len(left) <= _SHORT else "") for left, _ in rows]
    cells = [
        f'<tr><td style="{style}">{left}</td><td>{beside}</td></tr>'
        + (f'<tr><td colspan="2">{mark}{below}</td></tr>' if mark else "")
        for style, (left, right) in zip(styles, rows, strict=True)
        for beside, mark, below in [right.partition("<table")]
    ]
    return f'<table cellpadding="4" cellspacing="0">{"".join(cells)}</table>' if cells else ""


def number(value: Value, colour: str, asks: Question | None = None, most: int = _ROWS) -> str:
    """A number in the colour of its role, an array as an excerpt; each of them a link that asks why."""
    if np.ndim(value) == 0:
        return f"<b>{asking(escape(exact(float(value))), colour, asks)}</b>"
    array = np.asarray(value)
    if array.ndim > 2 or not array.size:
        return asking(escape(one_line(value)), colour, asks)
    rows = _matrix(array, colour, asks, most)
    return f'{asking(escape(brief(value)), colour, asks)}<table cellpadding="2" cellspacing="0">{rows}</table>'


def _matrix(array: np.ndarray, colour: str, asks: Question | None, most: int) -> str:
    """The first rows of a matrix, and as many columns as have room, as table rows."""
    shown = [[short(float(f"{float(x):.4g}")) for x in row[:_COLUMNS]] for row in np.atleast_2d(array)[:most]]
    columns = _with_room(shown)
    more = ["…"] if array.shape[-1] > columns else []
    rows = []
    for place, row in enumerate(shown):
        cells = [
            asking(text, colour, asks and asks.at((place, column)[2 - array.ndim :]))
            for column, text in enumerate(row[:columns])
        ] + more
        rows.append("<tr>" + "".join(f'<td align="right">{cell}&nbsp;</td>' for cell in cells) + "</tr>")
    return "".join(rows) + ("<tr><td>⋮</td></tr>" if len(array) > most and array.ndim == 2 else "")


def _with_room(rows: list[list[str]]) -> int:
    """How many columns fit beside each other."""
    widths = [max(map(len, column)) + 1 for column in zip(*rows, strict=True)]
    return max((n for n in range(1, len(widths) + 1) if sum(widths[:n]) <= _LETTERS), default=1)
