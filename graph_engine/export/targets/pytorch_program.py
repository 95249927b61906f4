"""A PyTorch program: the graph as a module, and its training set-up as a script. It checks itself when it runs."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from typing import Any

import numpy as np

from ...document import Document
from ...errors import ExportError
from ...evaluate import Work
from ...graph import KEPT, Node
from ...ops.regularizing import dropout
from ...sentence import say
from ...training.modes import learning
from ..declare import target
from ..program.course import Course, course_of
from ..program.numbers import number_source, quoted, table_source
from ..program.texts import table, title_of
from ..program.torch_calls import Call, call_source, own_function
from ..program.torch_texts import CHECK, HEAD, HELPERS
from ..program.torch_training import training_part

_mask: Callable[..., Any] = dropout.mask


def make(document: Document) -> str:
    course = course_of(document)
    _refuse_mixed(course)
    roles = _roles(course)
    calls = {work.node: _call(course, work, roles) for work in course.work}
    functions = [own_function(work.op, calls[work.node]) for work in course.work]
    module = _module(course, calls, roles)
    own = [function for function in functions if function]
    part = training_part(course)
    head = HEAD.format(title=title_of(document), remark=textwrap.fill(part.remark, 118))
    parts = [head, *_helpers([*own, module]), *own, module]
    parts += [CHECK, *filter(None, [part.functions])]
    inputs = {course.names[node.id]: course.value(node.id) for node in course.sources if roles[node.id] == "input"}
    parts.append(f"# The numbers of the graph.\n{table_source('INPUTS', inputs)}")
    parts.append(f"TARGET = {None if course.target is None else quoted(course.name(course.target))}")
    parts += [table_source("VALUES", course.values()), table_source("GRADIENTS", course.slopes())]
    parts += filter(None, [part.tables])
    start = 'train() if sys.argv[1:] == ["train"] else sys.exit(check())' if part.functions else "sys.exit(check())"
    parts.append(f'if __name__ == "__main__":\n    {start}')
    return "\n\n\n".join(parts) + "\n"


def _roles(course: Course) -> dict[str, str]:
    """What each source is in the module: an input of `forward`, a weight, or held as it is."""
    statistics = learning(course.graph).statistics
    kinds = {"parameter": "weight", "constant": "held"}
    return {n.id: "held" if n.id in statistics else kinds.get(n.kind, "input") for n in course.sources}


def _call(course: Course, work: Work, roles: dict[str, str]) -> Call:
    names = course.names
    wired = {port: source for port, source in zip(work.op.ports, work.feeds, strict=True) if source is not None}
    inputs = {port: _read(names[s], roles.get(s, "")) for port, s in wired.items()}
    axes = {port: np.ndim(course.value(source)) for port, source in wired.items()}
    return Call(inputs, axes, work.attributes, names[work.node])


def _read(name: str, role: str) -> str:
    return f"self.{name}" if role in ("weight", "held") else name


def _module(course: Course, calls: dict[str, Call], roles: dict[str, str]) -> str:
    names = course.names
    arguments = [names[node.id] for node in course.sources if roles[node.id] == "input"]
    lines = [
        "class Network(nn.Module):",
        '    """The graph. Called with its inputs, it gives the value of every node by name."""',
        "",
        "    def __init__(self):",
        "        super().__init__()",
        '        self.mode = "graph"  # as the graph stands; or "train", or "judge"',
        *[f"        {line}" for line in _masks(course)],
        *[_held(course, node, roles[node.id]) for node in course.sources if roles[node.id] != "input"],
        "",
        f"    def forward({', '.join(['self', *arguments])}):",
    ]
    lines += [f"        {names[w.node]} = {call_source(w.op, calls[w.node])}" for w in course.work]
    found = [f"{quoted(node.name)}: {_read(names[node.id], roles[node.id])}" for node in course.sources]
    found += [f"{quoted(course.name(work.node))}: {names[work.node]}" for work in course.work]
    return "\n".join([*lines, *(f"    {line}" for line in table("values", found)), "        return values"])


def _held(course: Course, node: Node, role: str) -> str:
    name, numbers = course.names[node.id], number_source(course.value(node.id)).replace("\n", "\n    ")
    if role == "weight":
        return f"        self.{name} = nn.Parameter(tensor({numbers}))"
    return f"        self.register_buffer({quoted(name)}, tensor({numbers}))"


def _masks(course: Course) -> list[str]:
    """What each dropout multiplied by in the graph: PyTorch draws other random numbers."""
    masks = {}
    for work in course.work:
        if work.op.key == "dropout" and work.attributes["training"]:
            x = np.asarray(course.evaluation.inputs_of(work)[0])
            settings = {name: work.attributes[name] for name in ("rate", "training", "seed")}
            masks[course.names[work.node]] = np.asarray(_mask(x, **settings))
    if not any(work.op.key == "dropout" for work in course.work):
        return []
    entries = (f"{quoted(name)}: tensor({number_source(mask)})" for name, mask in masks.items())
    return f"self.kept = {{{', '.join(entries)}}}".split("\n")


def _helpers(sources: list[str]) -> list[str]:
    text = "\n".join(sources)
    needed = {name for name in HELPERS if re.search(rf"(?<![.\w]){name}\(", text)}
    if "cross_entropy" in needed:
        needed.add("rows")
    return [source for name, source in HELPERS.items() if name in needed]


def _refuse_mixed(course: Course) -> None:
    arrays = [np.asarray(course.value(node.id)) for node in course.sources]
    if all(dtype in {array.dtype for array in arrays if array.ndim} for dtype in KEPT):
        message = say("PyTorch does not mix float32 and float64; give all arrays of the graph one of the two")
        raise ExportError(message)


TARGET = target(make, label="PyTorch program", suffix=".torch.py", place=11)
