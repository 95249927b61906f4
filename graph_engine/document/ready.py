"""Layers arrive ready: parameters in the shapes that what is wired asks for, and shapes that follow a changed size."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import numpy as np

from ..errors import GradcanvasError, Refused
from ..evaluate import Evaluation, evaluate
from ..graph import Edge, Value, make_node
from ..sentence import Sentence, say
from . import compose
from .compose_values import initialise
from .document import Document
from .edits import AddNode, Connect, Edit, SetGroups, Together
from .groups import home, in_order

_LAYERS = {"affine", "dot"}
_WIDTH = 3  # outputs of a layer where nothing asks for a number of them
_LEFT, _UNDER, _APART = 230.0, 70.0, 96.0  # where its parameters stand
_MOST = 100  # rounds of fitting


def lacks_parameters(document: Document, id: str) -> bool:
    """Whether the node is a layer with an open port for its weights."""
    return document.graph.node(id).kind in _LAYERS and "W" not in document.graph.inputs(id)


def can_be_given(document: Document, id: str, evaluation: Evaluation) -> bool:
    """Whether it lacks parameters, and what feeds it says which shapes they have."""
    return lacks_parameters(document, id) and bool(_shape(evaluation.value(document.graph.inputs(id).get("x", ""))))


def can_be_refitted(document: Document, id: str, evaluation: Evaluation) -> bool:
    """Whether it is a layer that fails, with weights of its own that may take another shape."""
    return id in evaluation.failures and outputs(document, id) is not None


def outputs(document: Document, id: str) -> int | None:
    """How many outputs a layer has whose weights are a parameter of its own; None for anything else."""
    graph, node = document.graph, document.graph.node(id)
    weights = graph.inputs(id).get("W") if node.kind in _LAYERS else None
    if weights is None or graph.node(weights).kind != "parameter":
        return None
    shape = _shape(graph.node(weights).value)
    return shape[0 if node.attributes.get("layout") == "out_in" else 1] if len(shape) == 2 else None


def give_all(document: Document, ids: Iterable[str]) -> tuple[Together, list[Sentence]]:
    """Parameters for each layer among `ids` that lacks them, in the order of work; also why some get none."""
    trial = compose.extract(document, document.positions)
    chosen = set(ids)
    done: list[Edit] = []
    refused: list[Sentence] = []
    for id in [id for id in trial.graph.order() if id in chosen and lacks_parameters(trial, id)]:
        try:
            edit = give_parameters(trial, id, evaluate(trial.graph))
        except Refused as error:
            refused.append(error.sentence)
        else:
            edit.apply(trial)
            done += edit.edits
    return Together(tuple(done)), refused


def give_parameters(document: Document, id: str, evaluation: Evaluation, *, size: int | None = None) -> Together:
    """Wires new parameters to the open ports of a layer, in shapes that fit what feeds it and what it feeds.

    `size` is the number of its outputs; without it, what follows decides.
    """
    wanted = _wanted(document, id, evaluation, size)
    graph, (x, y) = document.graph, document.positions[id]
    seed = sum(other.kind == "parameter" for other in graph.nodes)
    parts: list[Edit] = []
    added: list[str] = []
    number = len(graph)
    for place, (port, attributes) in enumerate(wanted.items()):
        number += 1
        while f"n{number}" in graph:
            number += 1
        new = make_node(f"n{number}", "parameter", graph.fresh_name(port), None, {"seed": seed, **attributes})
        parts.append(AddNode(new, (x - _LEFT, y + _UNDER + place * _APART)))
        added.append(new.id)
    group = home(document.groups, id)
    if group is not None:
        around = document.groups[group]
        parts.append(SetGroups(((group, replace(around, members=in_order([*around.members, *added]))),)))
    parts += [Connect(Edge(new, id, port)) for new, port in zip(added, wanted, strict=True)]
    return Together(tuple(parts))


def _wanted(document: Document, id: str, evaluation: Evaluation, size: int | None) -> dict[str, dict[str, Any]]:
    """The settings of the parameters that a layer lacks, by port."""
    graph, node = document.graph, document.graph.node(id)
    if not lacks_parameters(document, id):
        raise Refused(say("“{node}” has no open port for parameters", node=node.name), node=id)
    fed = _shape(evaluation.value(graph.inputs(id).get("x", "")))
    if not fed:
        template = "“{node}” needs rows of numbers at x before its parameters have a shape"
        raise Refused(say(template, node=node.name), node=id)
    outputs = size or _asked(document, id, evaluation) or _WIDTH
    layout = node.attributes.get("layout", "in_out")
    shape = (outputs, fed[-1]) if layout == "out_in" else (fed[-1], outputs)
    wanted: dict[str, dict[str, Any]] = {"W": {"shape": shape, "initialiser": "xavier_normal", "layout": layout}}
    if node.kind == "affine" and "b" not in graph.inputs(id):
        wanted["b"] = {"initialiser": "constant", "shape": (outputs,), "scale": 0.0}
    return wanted


def _shape(value: Value | None) -> tuple[int, ...]:
    """The shape of a value; () for a scalar and for what has none."""
    return () if value is None else np.shape(value)


def _asked(document: Document, id: str, evaluation: Evaluation) -> int | None:
    """How many outputs what follows asks for: a layer with weights, or the targets of a loss."""
    graph = document.graph
    bias = _shape(evaluation.value(graph.inputs(id).get("b", "")))
    if bias:
        return bias[-1]
    for edge in graph.edges_out(id):
        node, wired = graph.node(edge.target), graph.inputs(edge.target)
        if node.kind in _LAYERS and edge.port == "x" and "W" in wired:
            weights = _shape(evaluation.value(wired["W"]))
            return weights[1 if node.attributes.get("layout") == "out_in" else 0] if len(weights) == 2 else None
        if "t" in wired and edge.port != "t":
            targets = _shape(evaluation.value(wired["t"]))
            return targets[-1] if len(targets) > 1 else None
        if node.op.elementwise and len(node.ports) == 1:
            return _asked(document, edge.target, evaluation)
    return None


def resize(document: Document, id: str, size: int) -> tuple[Together, list[Sentence]]:
    """Gives a layer another number of outputs, and what follows the shapes that fit; also what no longer does."""
    graph, node = document.graph, document.graph.node(id)
    weights = graph.inputs(id).get("W")
    if node.kind not in _LAYERS or weights is None or graph.node(weights).kind != "parameter":
        raise Refused(say("“{node}” has no weights of its own", node=node.name), node=id)
    given = _shape(graph.node(weights).value)
    shape = (size, *given[1:]) if node.attributes.get("layout") == "out_in" else (*given[:-1], size)
    return _fitted(document, [_reshaped(document, weights, shape)])


def refit(document: Document) -> tuple[Together, list[Sentence]]:
    """Gives parameters of layers that do not fit the shapes that do; also says what still does not fit."""
    return _fitted(document, [])


def _fitted(document: Document, first: list[Edit]) -> tuple[Together, list[Sentence]]:
    trial = compose.extract(document, document.positions)
    done: list[Edit] = []
    for edit in first:
        edit.apply(trial)
        done.append(edit)
    for _ in range(_MOST):
        evaluation = evaluate(trial.graph)
        mends = (_mended(trial, id, evaluation) for id in evaluation.failures)
        mend = next((edit for edit in mends if edit is not None), None)
        if mend is None:
            return Together(tuple(done)), [problem.sentence for problem in evaluation.failures.values()]
        mend.apply(trial)
        done.append(mend)
    return Together(tuple(done)), [problem.sentence for problem in evaluate(trial.graph).failures.values()]


def _mended(document: Document, id: str, evaluation: Evaluation) -> Edit | None:
    """The edit that lets a layer take what feeds it; None where its parameters are not to blame."""
    graph, node, wired = document.graph, document.graph.node(id), document.graph.inputs(id)
    if node.kind not in _LAYERS or not {"x", "W"} <= wired.keys():
        return None
    x, weights = _shape(evaluation.value(wired["x"])), graph.node(wired["W"])
    given = _shape(weights.value)
    if not x or weights.kind != "parameter" or len(given) != 2:
        return None
    flipped = node.attributes.get("layout") == "out_in"
    inner, outer = given[::-1] if flipped else given
    across = x[-1]
    if inner != across:
        return _reshaped(document, weights.id, (outer, across) if flipped else (across, outer))
    bias = graph.node(wired["b"]) if "b" in wired else None
    if bias is not None and bias.kind == "parameter" and _shape(bias.value) != (outer,):
        return _reshaped(document, bias.id, (outer,))
    return None


def _reshaped(document: Document, id: str, shape: tuple[int, ...]) -> Edit:
    """A parameter drawn anew in another shape; one whose value was given gets an initialiser."""
    node = document.graph.node(id)
    changes: dict[str, Any] = {"shape": shape}
    if node.attributes["initialiser"] == "given":
        changes["initialiser"] = "xavier_normal" if len(shape) == 2 else "constant"
        if len(shape) == 1:
            changes["scale"] = 0.0
    try:
        return initialise(document, id, **changes)
    except GradcanvasError as error:
        raise Refused(error.sentence, node=id) from None
