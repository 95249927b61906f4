"""What the inspector says of a group, as rich text: outputs, inputs, derivatives, and the fused node beside it."""

from __future__ import annotations

from html import escape

from graph_engine.differentiate import difference
from graph_engine.document import apart
from graph_engine.document.interface import Interface, interface
from graph_engine.explain import Question, brief

from ..i18n import localize, tr
from ..session import Session
from ..theme import Tokens
from .asking import asking
from .edge_numbers import large_jacobian, summed
from .inspector_text import number, table


def about(session: Session, id: str) -> str:
    """How many nodes it holds, and which op it is where it is one taken apart."""
    document, face = session.document, interface(session.document, id)
    count = tr("Inputs: {inputs} · outputs: {outputs}", inputs=len(face.inputs), outputs=len(face.outputs))
    found = apart.match(document, id)
    if found is None:
        return count
    return f"{count}\n{tr('This is {op}, taken apart.', op=localize(found.node.spec.label))}"


def numbers_html(session: Session, id: str, t: Tokens) -> str:
    """The values and gradients of its outputs, and the difference to the fused node where that stands beside it."""
    face, target, known = interface(session.document, id), session.results.target, session.known
    graph = session.document.graph
    found = []
    for out in face.outputs:
        value, gradient = known.value(out.node), known.gradient(out.node)
        if value is not None:
            found.append((escape(out.name), number(value, t.forward, Question("value", out.node))))
        if gradient is not None and target is not None:
            name = f"∂{escape(graph.node(target).name)}/∂{escape(out.name)}"
            found.append((name, number(gradient, t.backward, Question("gradient", out.node))))
    return table(found + _difference(session, id, face, t), t)


def _difference(session: Session, id: str, face: Interface, t: Tokens) -> list[tuple[str, str]]:
    fused = apart.twin(session.document, id)
    if fused is None or session.known.waiting:
        return []
    sources = [port.source for port in face.inputs if port.source is not None]
    value, gradient = difference(session.results.evaluation, face.outputs[0].node, fused, sources)
    name = session.document.graph.node(fused).name
    text = tr("values differ by {value}, gradients by {gradient}", value=f"{value:.2g}", gradient=f"{gradient:.2g}")
    colour = t.good if max(value, gradient) <= 1e-12 else t.warning
    return [(escape(tr("beside “{name}”", name=name)), f'<span style="color:{colour}">{escape(text)}</span>')]


def ports_html(session: Session, id: str, t: Tokens) -> str:
    """Each input with its value, its local derivatives and the gradient that goes back through it."""
    face, results, known = interface(session.document, id), session.results, session.known
    if not face.inputs:
        return ""
    locals_head = [f"∂{out.name}" for out in face.outputs] if len(face.outputs) > 1 else [tr("local")]
    names = [tr("value"), *locals_head, tr("gradient")]
    head = "".join(f'<th align="right">{escape(name)}</th>' for name in names)
    lines = [f'<tr style="color:{t.muted}"><th align="left">{escape(tr("inputs"))}</th>{head}</tr>']
    for port in face.inputs:
        value = None if port.source is None else known.value(port.source)
        gradient = summed(known, port.edges)
        asks = None if port.source is None else Question("value", port.source)
        cells = [("" if value is None else brief(value), t.forward, asks)]
        for out in face.outputs:
            computed = port.source is not None and out.node in known.seen.values and not known.hidden.edges
            local = results.through(port.edges, out.node) if computed else None
            shown = "" if local is None else large_jacobian(local.shape) if local.value is None else brief(local.value)
            cells.append((shown, t.local, None))
        back = Question("carried", port.edges[0]) if len(port.edges) == 1 else None
        cells.append(("" if gradient is None else brief(gradient), t.backward, back))
        label = escape(port.name)
        if port.source is not None:
            label = f'<a href="{escape(port.source)}" style="color:{t.text}; text-decoration:none">{label}</a>'
        row = "".join(f'<td align="right">{asking(escape(text), colour, back)}</td>' for text, colour, back in cells)
        lines.append(f"<tr><td>{label}</td>{row}</tr>")
    return f'<table width="100%" cellpadding="4" cellspacing="0">{"".join(lines)}</table>'
