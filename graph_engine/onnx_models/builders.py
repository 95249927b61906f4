"""What becomes of each op in a model: one node where ONNX has its like, else a few."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..expression import Symbol, symbols
from ..ops import Op
from .draft import Call, Draft

Builder = Callable[[Draft, Call], None]
_INT64 = 7  # as ONNX numbers its types


def builder_of(op: Op) -> Builder | None:
    """How an op is written; None for one that can't be."""
    if op.key in _BUILDERS:
        return _BUILDERS[op.key]
    return _by_its_rule(op) if op.elementwise else None


def _one(name: str, *ports: str, **names: str) -> Builder:
    """A single node; `names` says what its attributes are called in the graph."""
    return lambda draft, call: draft.end(
        name, *(call[port] for port in ports), **{theirs: call.attributes[ours] for theirs, ours in names.items()}
    )


# -- elementwise, by the rule itself -----------------------------------------------------------------------------------

_HEADS = {
    "add": "Add", "subtract": "Sub", "multiply": "Mul", "divide": "Div", "negative": "Neg", "power": "Pow",
    "greater": "Greater", "less": "Less", "equal": "Equal", "greater_equal": "GreaterOrEqual", "where": "Where",
    "maximum": "Max", "minimum": "Min", "absolute": "Abs", "sign": "Sign", "exp": "Exp", "log": "Log", "sqrt": "Sqrt",
    "sin": "Sin", "cos": "Cos", "tanh": "Tanh",
}  # fmt: skip
_REWRITTEN: dict[str, Callable[[Any], Symbol]] = {
    "square": lambda x: Symbol("multiply", (x, x)),
    "expm1": lambda x: Symbol("subtract", (Symbol("exp", (x,)), 1.0)),
    "log1p": lambda x: Symbol("log", (Symbol("add", (1.0, x)),)),
}


def _by_its_rule(op: Op) -> Builder:
    def build(draft: Draft, call: Call) -> None:
        given = dict(zip(call.inputs, symbols(*call.inputs), strict=True))
        value = op.forward(*(given.get(port) for port in op.ports), **call.attributes)
        draft.end("Identity", _written(draft, call, value))

    return build


def _written(draft: Draft, call: Call, node: Any) -> str:
    if not isinstance(node, Symbol):
        return draft.number(float(node))
    if not node.args:
        return call[node.head]
    if node.head in _REWRITTEN:
        return _written(draft, call, _REWRITTEN[node.head](*node.args))
    return draft.do(_HEADS[node.head], *(_written(draft, call, arg) for arg in node.args))


# -- layers ------------------------------------------------------------------------------------------------------------


def _affine(draft: Draft, call: Call) -> None:
    across, bias = call.attributes["layout"] == "out_in", [call["b"]] if "b" in call.inputs else []
    if call.ndim("x") == 2:
        draft.end("Gemm", call["x"], call["W"], *bias, transB=int(across))
        return
    W = draft.do("Transpose", call["W"], perm=[1, 0]) if across else call["W"]
    product = draft.do("MatMul", call["x"], W, last=not bias)
    if bias:
        draft.end("Add", product, *bias)


def _transpose(draft: Draft, call: Call) -> None:
    axes, count = call.attributes["axes"], call.ndim("x")
    draft.end("Transpose", call["x"], perm=[axis % count for axis in axes] if axes else list(range(count))[::-1])


def _reshape(draft: Draft, call: Call) -> None:
    draft.end("Reshape", call["x"], draft.whole(*call.attributes["shape"]))


def _concatenate(draft: Draft, call: Call) -> None:
    draft.end("Concat", *call.inputs.values(), axis=call.attributes["axis"])


def _softmax(draft: Draft, call: Call) -> None:
    draft.end("Softmax", call["x"], axis=-1)


def _reduced(name: str) -> Builder:
    def build(draft: Draft, call: Call) -> None:
        axis, keepdims = call.attributes["axis"], call.attributes["keepdims"]
        if axis == () or not call.ndim("x"):
            draft.end("Identity", call["x"])
            return
        axes = list(range(call.ndim("x"))) if axis is None else list(axis)
        _reduce(draft, name, call["x"], axes, keepdims=bool(keepdims), last=True)

    return build


def _reduce(draft: Draft, name: str, x: str, axes: list[int], *, keepdims: bool = False, last: bool = False) -> str:
    """ReduceSum takes its axes as an input, the others still as an attribute."""
    if name == "ReduceSum":
        return draft.do(name, x, draft.whole(*axes), keepdims=int(keepdims), last=last)
    return draft.do(name, x, axes=axes, keepdims=int(keepdims), last=last)


def _batch_normalization(draft: Draft, call: Call) -> None:
    """With running statistics as ONNX has it; by the batch's own where there are none."""
    if {"mean", "variance"} <= call.inputs.keys():
        ports = ("x", "gamma", "beta", "mean", "variance")
        draft.end("BatchNormalization", *(call[port] for port in ports), epsilon=call.attributes["epsilon"])
        return
    axes = [axis for axis in range(call.ndim("x")) if axis != 1]
    centred = draft.do("Sub", call["x"], _reduce(draft, "ReduceMean", call["x"], axes, keepdims=True))
    spread = _reduce(draft, "ReduceMean", draft.do("Mul", centred, centred), axes, keepdims=True)
    deviation = draft.do("Sqrt", draft.do("Add", spread, draft.number(call.attributes["epsilon"])))
    along = draft.whole(1, -1, *(1 for _ in axes[1:]))
    gamma, beta = (draft.do("Reshape", call[port], along) for port in ("gamma", "beta"))
    draft.end("Add", draft.do("Mul", draft.do("Div", centred, deviation), gamma), beta)


def _l2_penalty(draft: Draft, call: Call) -> None:
    squares, axes = draft.do("Mul", call["W"], call["W"]), list(range(call.ndim("W")))
    total = _reduce(draft, "ReduceSum", squares, axes) if axes else squares
    draft.end("Mul", total, draft.number(0.5 * call.attributes["strength"]))


# -- losses ------------------------------------------------------------------------------------------------------------


def _mean(draft: Draft, x: str, count: int) -> None:
    """Ends in the mean over all `count` axes."""
    if count:
        _reduce(draft, "ReduceMean", x, list(range(count)), last=True)
    else:
        draft.end("Identity", x)


def _rows(draft: Draft, call: Call, scores: str) -> str:
    """Targets as rows; class numbers become one-hot."""
    if call.ndim("t") == call.ndim(scores):
        return call["t"]
    classes = draft.do("Cast", call["t"], to=_INT64)
    return _one_hot(draft, classes, call.shapes[scores][-1])


def _one_hot(draft: Draft, classes: str, count: int) -> str:
    apart = draft.do("Unsqueeze", classes, draft.whole(-1))
    return draft.do("CastLike", draft.do("Equal", apart, draft.whole(*range(count))), draft.number(0.0))


def _softmax_with_loss(draft: Draft, call: Call) -> None:
    if call.ndim("t") < call.ndim("x") == 2:
        classes = draft.do("Cast", call["t"], to=_INT64)
        draft.end("SoftmaxCrossEntropyLoss", call["x"], classes, reduction="mean")
        return
    rows = draft.do("Mul", _rows(draft, call, "x"), draft.do("LogSoftmax", call["x"], axis=-1))
    _loss_over_rows(draft, rows, call.ndim("x"))


def _cross_entropy(draft: Draft, call: Call) -> None:
    rows = _rows(draft, call, "y")
    nothing = draft.do("Equal", rows, draft.number(0.0))
    logs = draft.do("Log", draft.do("Where", nothing, draft.number(1.0), call["y"]))
    _loss_over_rows(draft, draft.do("Mul", rows, logs), call.ndim("y"))


def _loss_over_rows(draft: Draft, products: str, count: int) -> None:
    """Minus the sum of each row, averaged over the rows."""
    _mean(draft, draft.do("Neg", _reduce(draft, "ReduceSum", products, [-1])), count - 1)


def _hinge(draft: Draft, call: Call) -> None:
    chosen = draft.do("ArgMax", call["t"], axis=-1, keepdims=0) if call.ndim("t") == call.ndim("x") else None
    classes = draft.do("Cast", call["t"], to=_INT64) if chosen is None else chosen
    right = _one_hot(draft, classes, call.shapes["x"][-1])
    score = _reduce(draft, "ReduceSum", draft.do("Mul", call["x"], right), [-1], keepdims=True)
    over = draft.do("Add", draft.do("Sub", call["x"], score), draft.number(call.attributes["margin"]))
    wrong = draft.do("Mul", draft.do("Relu", over), draft.do("Sub", draft.number(1.0), right))
    _mean(draft, _reduce(draft, "ReduceSum", wrong, [-1]), call.ndim("x") - 1)


def _squares(draft: Draft, call: Call) -> str:
    difference = draft.do("Sub", call["y"], call["t"])
    return draft.do("Mul", difference, difference)


def _mean_squared_error(draft: Draft, call: Call) -> None:
    _mean(draft, _squares(draft, call), call.ndim("y"))


def _half_squared_error(draft: Draft, call: Call) -> None:
    halves, count = draft.do("Mul", _squares(draft, call), draft.number(0.5)), call.ndim("y")
    summed = list(range(1, count)) if count > 1 else list(range(count))
    rows = _reduce(draft, "ReduceSum", halves, summed) if summed else halves
    _mean(draft, rows, 1 if count > 1 else 0)


def _sigmoid_with_loss(draft: Draft, call: Call) -> None:
    x, t = call["x"], call["t"]
    apart = draft.do("Exp", draft.do("Neg", draft.do("Abs", x)))
    logs = draft.do("Log", draft.do("Add", draft.number(1.0), apart))
    linear = draft.do("Sub", draft.do("Relu", x), draft.do("Mul", x, t))
    _mean(draft, draft.do("Add", linear, logs), call.ndim("x"))


_BUILDERS: dict[str, Builder] = {
    "add": _one("Add", "x", "y"),
    "affine": _affine,
    "absolute": _one("Abs", "x"),
    "batch_normalization": _batch_normalization,
    "concatenate": _concatenate,
    "cos": _one("Cos", "x"),
    "cross_entropy": _cross_entropy,
    "divide": _one("Div", "x", "y"),
    "dot": _one("MatMul", "x", "W"),
    "dropout": _one("Identity", "x"),
    "exp": _one("Exp", "x"),
    "half_squared_error": _half_squared_error,
    "hinge": _hinge,
    "identity": _one("Identity", "x"),
    "l2_penalty": _l2_penalty,
    "leaky_relu": _one("LeakyRelu", "x", alpha="slope"),
    "log": _one("Log", "x"),
    "max": _reduced("ReduceMax"),
    "maximum": _one("Max", "x", "y"),
    "mean": _reduced("ReduceMean"),
    "mean_squared_error": _mean_squared_error,
    "minimum": _one("Min", "x", "y"),
    "multiply": _one("Mul", "x", "y"),
    "negate": _one("Neg", "x"),
    "reciprocal": _one("Reciprocal", "x"),
    "relu": _one("Relu", "x"),
    "reshape": _reshape,
    "sigmoid": _one("Sigmoid", "x"),
    "sigmoid_with_loss": _sigmoid_with_loss,
    "sin": _one("Sin", "x"),
    "softmax": _softmax,
    "softmax_with_loss": _softmax_with_loss,
    "sqrt": _one("Sqrt", "x"),
    "subtract": _one("Sub", "x", "y"),
    "sum": _reduced("ReduceSum"),
    "tanh": _one("Tanh", "x"),
    "transpose": _transpose,
}
