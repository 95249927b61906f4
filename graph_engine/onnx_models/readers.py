"""What becomes of each op of a model: the node of the same meaning, or a few."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

import numpy as np

from ..sentence import say
from .translation import Translation, Unknown, Wanted

Reader = Callable[[Translation, Wanted], None]
_PORTS = "abcdefhi"
FLOATS = frozenset({1, 10, 11})  # float32, float16 and float64, as ONNX numbers its types


def _same(kind: str, *ports: str, **attributes: tuple[str, Any]) -> Reader:
    """One node; `attributes` are ours by theirs and its default."""

    def read(_: Translation, wanted: Wanted) -> None:
        if len(wanted) != len(ports):
            raise Unknown(say("it has {n} inputs instead of {wanted}", n=len(wanted), wanted=len(ports)))
        chosen = {ours: wanted.attribute(theirs, default) for ours, (theirs, default) in attributes.items()}
        wanted.end(kind, attributes=chosen, **{port: wanted.input(place) for place, port in enumerate(ports)})

    return read


def _folded(kind: str) -> Reader:
    """Max, Min and Sum take any number of inputs: one node after another."""

    def read(_: Translation, wanted: Wanted) -> None:
        found = wanted.input(0)
        if len(wanted) == 1:
            wanted.same(found)
        for place in range(1, len(wanted)):
            other = wanted.input(place)
            if place == len(wanted) - 1:
                wanted.end(kind, x=found, y=other)
            else:
                found = wanted.part(kind, x=found, y=other)

    return read


def _pow(_: Translation, wanted: Wanted) -> None:
    exponent = wanted.numbers(1)
    if exponent is None or len(exponent) != 1:
        raise Unknown(say("its exponent is not one number"))
    wanted.end("power", attributes={"n": exponent[0]}, x=wanted.input(0))


def _gemm(translation: Translation, wanted: Wanted) -> None:
    wanted.insist("alpha", 1.0)
    wanted.insist("beta", 1.0)
    x = wanted.input(0)
    if wanted.attribute("transA", 0):
        x = wanted.part("transpose", x=x)
    layout = "out_in" if wanted.attribute("transB", 0) else "in_out"
    inputs = {"x": x, "W": wanted.input(1)}
    if not wanted.has(2):
        wanted.end("affine", attributes={"layout": layout}, **inputs)
    elif len(translation.shape(wanted.input(2))) == 1:
        wanted.end("affine", attributes={"layout": layout}, **inputs, b=wanted.input(2))
    else:
        product = wanted.part("affine", attributes={"layout": layout}, **inputs)
        wanted.end("add", x=product, y=wanted.input(2))


def _transpose(_: Translation, wanted: Wanted) -> None:
    axes = wanted.attribute("perm", None)
    wanted.end("transpose", attributes={"axes": axes}, x=wanted.input(0))


def _reshape(translation: Translation, wanted: Wanted) -> None:
    wanted.insist("allowzero", 0)
    sizes = wanted.numbers(1, "shape")
    if sizes is None:
        raise Unknown(say("it does not say which shape"))
    x = wanted.input(0)
    if 0 in sizes:
        before = translation.shape(x)
        if any(size == 0 and place >= len(before) for place, size in enumerate(sizes)):
            raise Unknown(say("its shape keeps an axis that its input does not have"))
        sizes = [before[place] if size == 0 else size for place, size in enumerate(sizes)]
    wanted.end("reshape", attributes={"shape": [int(size) for size in sizes]}, x=x)


def _flatten(translation: Translation, wanted: Wanted) -> None:
    x, axis = wanted.input(0), wanted.attribute("axis", 1)
    shape = translation.shape(x)
    rows = int(np.prod(shape[:axis], dtype=int))
    wanted.end("reshape", attributes={"shape": [rows, -1]}, x=x)


def _squeeze(translation: Translation, wanted: Wanted) -> None:
    x, axes = wanted.input(0), wanted.numbers(1, "axes")
    shape = translation.shape(x)
    gone = {int(axis) % len(shape) for axis in axes} if axes else {i for i, size in enumerate(shape) if size == 1}
    if any(shape[place] != 1 for place in gone):
        raise Unknown(say("it takes away an axis whose size is not 1"))
    wanted.end("reshape", attributes={"shape": [size for i, size in enumerate(shape) if i not in gone]}, x=x)


def _unsqueeze(translation: Translation, wanted: Wanted) -> None:
    x, axes = wanted.input(0), wanted.numbers(1, "axes") or []
    shape = list(translation.shape(x))
    for place in sorted(int(axis) % (len(shape) + len(axes)) for axis in axes):
        shape.insert(place, 1)
    wanted.end("reshape", attributes={"shape": shape}, x=x)


def _concat(_: Translation, wanted: Wanted) -> None:
    if not 2 <= len(wanted) <= len(_PORTS):
        raise Unknown(say("it has {n} inputs; 2 to {most} can be read", n=len(wanted), most=len(_PORTS)))
    inputs = {port: wanted.input(place) for place, port in enumerate(_PORTS[: len(wanted)])}
    wanted.end("concatenate", attributes={"axis": wanted.attribute("axis", 0)}, **inputs)


def _reduced(kind: str) -> Reader:
    def read(_: Translation, wanted: Wanted) -> None:
        axes = wanted.numbers(1, "axes")
        if not axes and wanted.attribute("noop_with_empty_axes", 0):
            wanted.end("identity", x=wanted.input(0))
            return
        axis = [int(place) for place in axes] if axes else None
        keeps = bool(wanted.attribute("keepdims", 1))
        wanted.end(kind, attributes={"axis": axis, "keepdims": keeps}, x=wanted.input(0))

    return read


def _softmax(translation: Translation, wanted: Wanted) -> None:
    wanted.end("softmax", x=_over_last_axis(translation, wanted))


def _log_softmax(translation: Translation, wanted: Wanted) -> None:
    wanted.end("log", x=wanted.part("softmax", x=_over_last_axis(translation, wanted)))


def _over_last_axis(translation: Translation, wanted: Wanted) -> str:
    x = wanted.input(0)
    axis, count = wanted.attribute("axis", -1), len(translation.shape(x))
    if axis not in (-1, count - 1):
        raise Unknown(say("it works along the axis {axis}; here that is the last one", axis=axis))
    return x


def _softmax_with_loss(translation: Translation, wanted: Wanted) -> None:
    wanted.insist("reduction", b"mean", "mean")
    wanted.insist("ignore_index", None)
    if wanted.has(2):
        raise Unknown(say("weights of classes have no like here"))
    if len(translation.shape(wanted.input(0))) != 2:
        raise Unknown(say("its scores are not rows of a batch"))
    wanted.end("softmax_with_loss", x=wanted.input(0), t=wanted.input(1))


def _batch_normalization(_: Translation, wanted: Wanted) -> None:
    wanted.insist("training_mode", 0)
    inputs = {port: wanted.input(i) for i, port in enumerate(("x", "gamma", "beta", "mean", "variance"))}
    epsilon = float(np.float64(str(np.float32(wanted.attribute("epsilon", 1e-5)))))
    wanted.end("batch_normalization", attributes={"training": False, "epsilon": epsilon}, **inputs)


def _dropout(_: Translation, wanted: Wanted) -> None:
    ratio = wanted.numbers(1, "ratio") or [0.5]
    wanted.end("dropout", attributes={"rate": ratio[0], "training": False}, x=wanted.input(0))


def _constant(translation: Translation, wanted: Wanted) -> None:
    found = wanted.attribute("value", None)
    if found is not None:
        array = translation.onnx.numpy_helper.to_array(found)
    else:
        names = ("value_float", "value_floats", "value_int", "value_ints")
        given = [value for name in names if (value := wanted.attribute(name, None)) is not None]
        if not given:
            raise Unknown(say("it holds no numbers"))
        array = np.asarray(given[0])
    translation.held[wanted.proto.output[0]] = array


def _cast(translation: Translation, wanted: Wanted) -> None:
    """All floats are alike here; whole numbers are the class numbers of a loss."""
    if wanted.attribute("to", 0) not in FLOATS:
        translation.rounded.add(wanted.proto.output[0])
    wanted.same(wanted.input(0))


READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "Abs": _same("absolute", "x"),
        "Add": _same("add", "x", "y"),
        "BatchNormalization": _batch_normalization,
        "Cast": _cast,
        "Concat": _concat,
        "Constant": _constant,
        "Cos": _same("cos", "x"),
        "Div": _same("divide", "x", "y"),
        "Dropout": _dropout,
        "Elu": _same("elu", "x", alpha=("alpha", 1.0)),
        "Exp": _same("exp", "x"),
        "Flatten": _flatten,
        "Gemm": _gemm,
        "Identity": _same("identity", "x"),
        "LeakyRelu": _same("leaky_relu", "x", slope=("alpha", 0.01)),
        "Log": _same("log", "x"),
        "LogSoftmax": _log_softmax,
        "MatMul": _same("dot", "x", "W"),
        "Max": _folded("maximum"),
        "Min": _folded("minimum"),
        "Mul": _same("multiply", "x", "y"),
        "Neg": _same("negate", "x"),
        "Pow": _pow,
        "Reciprocal": _same("reciprocal", "x"),
        "ReduceMax": _reduced("max"),
        "ReduceMean": _reduced("mean"),
        "ReduceSum": _reduced("sum"),
        "Relu": _same("relu", "x"),
        "Reshape": _reshape,
        "Sigmoid": _same("sigmoid", "x"),
        "Sin": _same("sin", "x"),
        "Softmax": _softmax,
        "SoftmaxCrossEntropyLoss": _softmax_with_loss,
        "Softplus": _same("softplus", "x"),
        "Sqrt": _same("sqrt", "x"),
        "Squeeze": _squeeze,
        "Sub": _same("subtract", "x", "y"),
        "Sum": _folded("add"),
        "Tanh": _same("tanh", "x"),
        "Transpose": _transpose,
        "Unsqueeze": _unsqueeze,
    }
)
