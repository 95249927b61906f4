"""A LaTeX derivation: every value and every application of the chain rule, with the numbers put in."""

from __future__ import annotations

import re

import numpy as np

from ...differentiate import Gradients, local_derivative
from ...document import Document
from ...explain import number_piece, rule_equation, short, trace
from ...explain.equations import gradient_name, held_name, local_piece, node_name
from ...explain.set_lines import set_lines
from ...expression import Piece, derivative, pieces, row, to_latex
from ...graph import Value
from ..declare import target
from ..program.course import Course, course_of
from ..tex import HEAD, TAIL, escaped

SHOWN = 36  # entries of an array that is written out


def make(document: Document) -> str:
    course = course_of(document)
    title = escaped(document.title or "A computation graph")
    text = [HEAD.format(title=title, engine=_engine(course))]
    if document.description:
        text.append(escaped(document.description))
    text += ["\\section{The numbers it starts from}", _given(course)]
    text += ["\\section{Forward}", "Each value follows from those before it.", *_forward(course)]
    text += ["\\section{Local derivatives}", _local(course)]
    if course.gradients is not None:
        text += ["\\section{Backward}", *_backward(course, course.gradients)]
        text += ["\\section{What the derivatives are}", _results(course, course.gradients)]
    return "\n\n".join([*text, TAIL]) + "\n"


def _engine(course: Course) -> str:
    """Names beyond Latin letters need an engine that knows fonts."""
    names = (node.name for node in course.graph.nodes)
    plain = all(name.isascii() for name in (*names, course.document.title, course.document.description))
    return "" if plain else "% !TeX program = xelatex\n"


def _given(course: Course) -> str:
    lines = [
        row(node_name(course.graph, node.id), pieces.EQUALS, _in_full(course.value(node.id), "forward"))
        for node in course.sources
    ]
    return _displayed(lines)


def _forward(course: Course) -> list[str]:
    found, steps = [], {step.node: step for step in trace(course.evaluation, None).steps}
    for number, work in enumerate(course.work, 1):
        node = course.graph.node(work.node)
        found.append(f"\\paragraph{{{number}. {escaped(node.name)}}} {escaped(str(node.op.about))}")
        lines: list[Piece | None] = [rule_equation(node)]
        lines += set_lines(steps[work.node], course.evaluation, None)
        value = course.value(work.node)
        if np.ndim(value) and np.size(value) <= SHOWN:
            lines.append(row(node_name(course.graph, work.node), pieces.EQUALS, _in_full(value, "forward")))
        found.append(_displayed(lines))
    return found


def _local(course: Course) -> str:
    """∂e/∂c = d = 2 for every wire into an elementwise op; the others have rules, which stand in the backward pass."""
    lines: list[Piece] = []
    graph = course.graph
    for work in course.work:
        edges = [edge for edge in work.edges if edge is not None] if work.op.elementwise else []
        names = {port: held_name(graph, source) for port, source in graph.inputs(work.node).items()}
        names["z"] = held_name(graph, work.node)
        for edge in edges:
            left = derivative(held_name(graph, work.node), held_name(graph, edge.source))
            said = [left, pieces.EQUALS, local_piece(work.op, work.attributes, edge.port, names)]
            found = local_derivative(course.evaluation, edge)
            if found is not None and found.kind == "number" and found.value is not None:
                said += [pieces.EQUALS, number_piece(found.value, "local")]
            if list(work.feeds).count(edge.source) > 1:
                said.append(row(pieces.Sign("   ", "plain"), pieces.Letters(f"through {edge.port}", "upright")))
            lines.append(row(*said))
    return _displayed(lines) or "None of the nodes works entry by entry; their rules stand in the backward pass."


def _backward(course: Course, found: Gradients) -> list[str]:
    """The seed, then for each node what it sends back, and the sums where several contributions meet."""
    timeline = trace(course.evaluation, found.target)
    said = []
    for number, step in enumerate(timeline.steps[timeline.forward :], 1):
        name = escaped(course.name(step.node))
        what = {
            "seed": f"The pass starts at {name}: it changes as much as it does itself.",
            "pull": f"{name} sends back its upstream gradient, times its local derivative, to each of its inputs.",
            "sum": f"{name} is used more than once, so its contributions add up.",
        }[step.kind]
        lines = [line for line in set_lines(step, course.evaluation, found) if line is not None]
        for id in dict.fromkeys(edge.source for edge in step.edges):
            gradient = found.nodes[id]
            if np.ndim(gradient) and np.size(gradient) <= SHOWN and (step.kind == "sum" or course.arrivals[id] == 1):
                lines.append(_equals(course, found, id))
        said.append(f"\\paragraph{{{number}.}} {what}\n\n{_displayed(lines)}")
    return said


def _results(course: Course, found: Gradients) -> str:
    return _displayed([_equals(course, found, n.id) for n in course.sources if n.id in found.nodes])


def _equals(course: Course, found: Gradients, id: str) -> Piece:
    name = gradient_name(course.graph, found.target, id)
    return row(name, pieces.EQUALS, _in_full(found.nodes[id], "backward"))


def _in_full(value: Value, role: pieces.Role) -> Piece:
    """A number, a small array as a matrix, a large one as its shape."""
    array = np.asarray(value)
    if array.ndim not in (1, 2) or not 0 < array.size <= SHOWN:
        return number_piece(value, role)
    cells = tuple(tuple(pieces.number(short(float(x))) for x in line) for line in np.atleast_2d(array))
    return pieces.Marked(pieces.Matrix(cells), role)


def _displayed(lines: list[Piece | None] | list[Piece]) -> str:
    shown = [to_latex(line, coloured=True) for line in lines if line is not None]
    shown = [re.sub(r"\s+", " ", text).strip() for text in shown]
    return "\n".join(["\\begin{gather*}", " \\\\\n".join(shown), "\\end{gather*}"]) if shown else ""


TARGET = target(make, label="LaTeX derivation", suffix=".tex", place=20)
