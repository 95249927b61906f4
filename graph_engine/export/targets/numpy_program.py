"""A NumPy program: layer classes with forward and backward, as textbooks write them. It checks itself when it runs."""

from __future__ import annotations

from ...document import Document
from ...evaluate import Work
from ...ops import by_key
from ..declare import target
from ..program.course import Course, course_of
from ..program.layer_of import class_name, layer_of, settings_of
from ..program.numbers import quoted, table_source
from ..program.texts import COMPARE_NUMPY, NUMPY_HEAD, SUM_TO, table, title_of


def make(document: Document) -> str:
    course = course_of(document)
    classes, calls = _layers(course)
    parts = [NUMPY_HEAD.format(title=title_of(document))]
    if any("sum_to(" in source for source in classes.values()):
        parts.append(SUM_TO)
    parts += [*classes.values(), _passes(course, calls), COMPARE_NUMPY]
    sources = {node.name: course.value(node.id) for node in course.sources}
    parts.append(f"# The numbers of the graph.\n{table_source('SOURCES', sources)}")
    parts.append(table_source("VALUES", course.values()))
    parts.append(table_source("GRADIENTS", course.slopes()))
    parts.append('if __name__ == "__main__":\n    sys.exit(main())')
    return "\n\n\n".join(parts) + "\n"


def _layers(course: Course) -> tuple[dict[str, str], dict[str, str]]:
    """The source of each class by its name, and what makes the layer of each node."""
    classes: dict[str, str] = {}
    calls: dict[str, str] = {}
    known: dict[str, str] = {}  # source → name
    broadcasting = {work.op.key for work in course.work if work.op.elementwise and len(set(course.shapes(work))) > 1}
    for work in course.work:
        layer = layer_of(work.op, work.attributes, _wired(work), work.op.key in broadcasting)
        name = known.get(layer.source)
        if name is None:
            name, number = layer.name, 1
            while name in classes:
                number += 1
                name = f"{layer.name}{number}"
            known[layer.source] = name
            classes[name] = layer.source.replace(f"class {layer.name}:", f"class {name}:", 1)
        calls[work.node] = f"{name}({settings_of(work.op, work.attributes)})"
    return classes, calls


def _wired(work: Work) -> tuple[str, ...]:
    return tuple(port for port, source in zip(work.op.ports, work.feeds, strict=True) if source is not None)


def _passes(course: Course, calls: dict[str, str]) -> str:
    names = course.names
    lines = ["def passes(data):", '    """Both passes: the value of every node, and what reverse mode makes of it."""']
    lines += [f"    {names[node.id]} = data[{quoted(node.name)}]" for node in course.sources]
    lines += ["", "    # forward"]
    for work in course.work:
        name = names[work.node]
        lines.append(f"    {name}_layer = {calls[work.node]}")
        lines.append(f"    {name} = {name}_layer.forward({', '.join(_arguments(work, names))})")
    lines += _backward(course) if course.target is not None else []
    values = [f"{quoted(course.name(work.node))}: {names[work.node]}" for work in course.work]
    reached = () if course.gradients is None else course.gradients.nodes
    slopes = [f"{quoted(course.name(id))}: d_{names[id]}" for id in reached]
    return "\n".join(
        [*lines, "", *table("values", values), *table("gradients", slopes), "    return values, gradients"]
    )


def _arguments(work: Work, names: dict[str, str]) -> list[str]:
    """The inputs of a layer, by position as long as none is left open."""
    found, gap = [], False
    for port, source in zip(work.op.ports, work.feeds, strict=True):
        if source is None:
            gap = not work.op.elementwise and class_name(work.op.key) != "Concatenate"
        else:
            found.append(f"{port}={names[source]}" if gap else names[source])
    return found


def _backward(course: Course) -> list[str]:
    names, target = course.names, course.target
    assert target is not None
    lines = ["", "    # backward", f"    d_{names[target]} = np.ones_like({names[target]})"]
    arrived: dict[str, list[str]] = {}
    for work in course.back:
        feeds = [source for source in work.feeds if source is not None]
        received = []
        for source in feeds:
            name = f"d_{names[source]}"
            if course.arrivals[source] > 1:
                name = f"{name}_part{len(arrived.setdefault(source, [])) + 1}"
                arrived[source].append(name)
            received.append(name)
        name = names[work.node]
        comma = "," if len(feeds) == 1 and by_key(work.op.key).key == "concatenate" else ""
        lines.append(f"    {', '.join(received)}{comma} = {name}_layer.backward(d_{name})")
        for source in dict.fromkeys(feeds):
            if len(arrived.get(source, ())) == course.arrivals[source] > 1:
                lines.append(f"    d_{names[source]} = {' + '.join(arrived[source])}")
    return lines


TARGET = target(make, label="NumPy program", suffix=".py", place=10)
