"""A graph as a model for inference: parameters and constants in it, variables and data as its inputs.

Dropout passes everything, and batch normalisation uses its running statistics. The outputs are the nodes that feed
nothing, and what a loss reads as scores.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from ..document import Document, effective_target
from ..errors import ExportError
from ..evaluate import Evaluation, Work, evaluate
from ..graph import Graph, Node
from ..sentence import say
from ..training.judge import guess_of
from ..training.modes import judging, learning
from .builders import builder_of
from .draft import Call, Draft
from .library import IR, OPSET, library


def to_onnx(document: Document) -> bytes:
    """The model as bytes, or `ExportError`."""
    onnx = library(ExportError)
    graph = judging(document.graph)
    evaluation = evaluate(graph)
    work = [item for item in evaluation.plan.work if evaluation.values[item.slot] is not None]
    if not work:
        raise ExportError(say("there is nothing to export: no node computes a value"))
    draft = Draft(onnx, _dtype(evaluation), taken={node.name for node in graph.nodes})
    inputs = _sources(draft, document.graph, evaluation)
    for item in work:
        _write(draft, evaluation, item)
    outputs = [_described(draft, graph.node(id), evaluation, "") for id in _outputs(document, evaluation, work)]
    name = document.title or "graph"
    made = onnx.helper.make_graph(draft.nodes, name, inputs, outputs, draft.held, doc_string=document.description)
    opsets = [onnx.helper.make_opsetid("", OPSET)]
    model = onnx.helper.make_model(made, opset_imports=opsets, ir_version=IR, producer_name="Gradcanvas")
    onnx.checker.check_model(model, full_check=True)
    data: bytes = model.SerializeToString()
    return data


def _dtype(evaluation: Evaluation) -> Any:
    """The one type of all numbers of the model: ONNX does not mix them."""
    given = (evaluation.value(id) for id in evaluation.plan.source_ids)
    found = {np.asarray(value).dtype for value in given if np.ndim(value if value is not None else 0.0)}
    if len(found) > 1:
        raise ExportError(say("ONNX does not mix float32 and float64; give all arrays of the graph one of the two"))
    return found.pop() if found else np.dtype(np.float64)


def _sources(draft: Draft, graph: Graph, evaluation: Evaluation) -> list[Any]:
    """Holds parameters and constants; the others are inputs."""
    inputs, statistics = [], learning(graph).statistics
    for id in evaluation.plan.source_ids:
        node, value = graph.node(id), evaluation.value(id)
        if value is None:
            continue
        if node.kind in ("parameter", "constant") or id in statistics:
            draft.hold(node.name, np.asarray(value, draft.dtype))
        else:
            inputs.append(_described(draft, node, evaluation, "batch" if node.kind == "data" else ""))
    return inputs


def _described(draft: Draft, node: Node, evaluation: Evaluation, batch: str) -> Any:
    """Name, type and shape; with `batch`, the first axis may have any size."""
    value = evaluation.value(node.id)
    shape: list[Any] = list(np.shape(0.0 if value is None else value))
    if shape and batch:
        shape[0] = batch
    elif not node.is_source:
        shape = [None for _ in shape]  # follow from the inputs
    kind = draft.onnx.helper.np_dtype_to_tensor_dtype(draft.dtype)
    return draft.onnx.helper.make_tensor_value_info(node.name, kind, shape)


def _write(draft: Draft, evaluation: Evaluation, work: Work) -> None:
    graph = evaluation.graph
    build = builder_of(work.op)
    if build is None:
        raise ExportError(say("{kind} can't be exported: ONNX has no counterpart for it", kind=work.op.label))
    wired = {port: source for port, source in zip(work.op.ports, work.feeds, strict=True) if source is not None}
    shapes = {port: np.shape(evaluation.value(source)) for port, source in wired.items()}  # type: ignore[arg-type]
    names = {port: graph.node(source).name for port, source in wired.items()}
    draft.out = graph.node(work.node).name
    build(draft, Call(draft.out, names, shapes, work.attributes))


def _outputs(document: Document, evaluation: Evaluation, work: list[Work]) -> list[str]:
    graph, computed = document.graph, {item.node for item in work}
    found = [item.node for item in work if not any(e.target in computed for e in graph.edges_out(item.node))]
    target = effective_target(document, evaluate(graph))
    guess = None if target is None else guess_of(graph, target)
    if guess is not None and guess.scores in computed:
        found.insert(0, guess.scores)
    return list(dict.fromkeys(found))
