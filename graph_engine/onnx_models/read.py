"""A model of known ops as a document: laid out, ready to be evaluated, differentiated and trained.

Numbers that the model holds become parameters where they have axes, else constants; its inputs become variables. What
has no like here is refused with the name of the op and of the node.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from ..document import Document, placed
from ..errors import FileProblem, GradcanvasError
from ..graph import LONGEST, Graph
from ..sentence import brief, say
from .library import library
from .readers import FLOATS, READERS
from .translation import Translation, Unknown, Wanted

MOST_NODES, MOST_BYTES = 20_000, 2**28
_EXTERNAL = 1


def from_onnx(data: bytes, title: str = "") -> Document:
    """The document behind a model's bytes, or `FileProblem`."""
    onnx = library(FileProblem)
    if len(data) > MOST_BYTES:
        raise FileProblem(say("the model has more than {limit} MB", limit=MOST_BYTES // 2**20))
    try:
        return _document(onnx, data, title)
    except FileProblem as problem:
        raise FileProblem(brief(problem.sentence)) from None
    except Exception as error:  # a bent model can be wrong in ways that protobuf and the checker let pass, or raise
        raise FileProblem(say("this is not an ONNX model: {reason}", reason=_reason(error))) from None


def _document(onnx: Any, data: bytes, title: str) -> Document:
    model = _parsed(onnx, data)
    made = model.graph
    if len(made.node) > MOST_NODES:
        raise FileProblem(
            say("the model has {n} nodes; at most {limit} can be read", n=len(made.node), limit=MOST_NODES)
        )
    translation = Translation(Graph(), onnx)
    for tensor in made.initializer:
        translation.held[tensor.name] = _array(onnx, tensor)
    for given in made.input:
        if given.name not in translation.held:
            _add_input(translation, given)
    for node in made.node:
        _add_node(translation, node)
    if not len(translation.graph):
        raise FileProblem(say("the model is empty"))
    document = Document(translation.graph, title=(made.name or title)[:LONGEST], description=made.doc_string[:LONGEST])
    return placed(document)


def _parsed(onnx: Any, data: bytes) -> Any:
    model = onnx.load_model_from_string(data)
    if any(tensor.data_location == _EXTERNAL for tensor in model.graph.initializer):
        raise FileProblem(say("the model keeps numbers in other files; save it as one file"))
    onnx.checker.check_model(model)
    return model


def _reason(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:200]


def _array(onnx: Any, tensor: Any) -> Any:
    try:
        return onnx.numpy_helper.to_array(tensor)
    except Exception as error:  # sizes that contradict each other come in many kinds
        raise FileProblem(say("“{name}”: its numbers can't be read ({reason})", name=tensor.name,
                              reason=type(error).__name__)) from None  # fmt: skip


def _add_input(translation: Translation, given: Any) -> None:
    """A variable in the shape that the model declares, 1 where that is open; its numbers are drawn."""
    kind = given.type.tensor_type
    if kind.elem_type not in FLOATS and kind.elem_type not in (6, 7):  # whole numbers may be class numbers
        raise FileProblem(say("the input “{name}” does not hold numbers", name=given.name))
    shape = tuple(max(1, dim.dim_value) for dim in kind.shape.dim)
    if np.prod(shape, dtype=float) > 2**24:
        raise FileProblem(
            say("the input “{name}” has the shape {shape}, which is too large", name=given.name, shape=shape)
        )
    drawn = np.random.default_rng(0).standard_normal(shape) if kind.elem_type in FLOATS else np.zeros(shape)
    value = drawn.astype(np.float32) if kind.elem_type == 1 and shape else drawn
    translation.place(given.name, translation.add("variable", given.name, value=value))


def _add_node(translation: Translation, node: Any) -> None:
    name = node.name or (node.output[0] if node.output else node.op_type)
    read = READERS.get(node.op_type) if node.domain in ("", "ai.onnx") else None
    if read is None:
        raise FileProblem(say("the node “{name}”: there is no like of ONNX's {op} here", name=name, op=node.op_type))
    try:
        read(translation, Wanted(node, name, translation))
    except Unknown as error:
        template = "the node “{name}” ({op}): {reason}"
        raise FileProblem(say(template, name=name, op=node.op_type, reason=error.sentence)) from None
    except GradcanvasError as error:
        raise FileProblem(say("{op}: {reason}", op=node.op_type, reason=error.sentence)) from None
