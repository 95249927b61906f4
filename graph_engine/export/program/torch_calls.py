"""What each op is called in a PyTorch program, as source; autograd differentiates it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from ...errors import ExportError
from ...expression import symbols, to_source
from ...ops import Op
from ...sentence import say
from .layer_of import class_name, traced


@dataclass(frozen=True)
class Call:
    """One op on its inputs: their source and number of axes by port, its attributes, and the name of its node."""

    inputs: Mapping[str, str]
    axes: Mapping[str, int]
    attributes: Mapping[str, Any]
    place: str  # the node's variable

    def __getitem__(self, port: str) -> str:
        return self.inputs[port]


def call_source(op: Op, call: Call) -> str:
    """The expression that computes the op."""
    if op.key in _CALLS:
        return _CALLS[op.key](call)
    if op.elementwise:
        return f"{class_name(op.key)}_{call.place}.apply({', '.join(call.inputs.values())})"
    raise ExportError(say("{kind} can't be exported: PyTorch has no counterpart for it", kind=op.label))


def own_function(op: Op, call: Call) -> str | None:
    """An elementwise op that PyTorch has no name for, with the derivatives that the op states; else None."""
    if op.key in _CALLS:
        return None
    ports = tuple(call.inputs)
    value, slopes = traced(op, call.attributes, ports)
    (dout,) = symbols("dout")
    held = ", ".join(ports)
    back = ", ".join(f"sum_to({to_source(dout * s, 'torch')}, {p})" for p, s in zip(ports, slopes, strict=True))
    return "\n".join(
        [
            f"class {class_name(op.key)}_{call.place}(torch.autograd.Function):",
            "    @staticmethod",
            f"    def forward({', '.join(('ctx', *ports))}):",
            f"        out = torch.as_tensor({to_source(value, 'torch')}) * 1.0",
            f"        ctx.save_for_backward({', '.join((*ports, 'out'))})",
            "        return out",
            "",
            "    @staticmethod",
            "    def backward(ctx, dout):",
            f"        {held}{', ' if held else ''}out = ctx.saved_tensors",
            f"        return {back or 'None'}",
        ]
    )


def _infix(sign: str) -> Callable[[Call], str]:
    return lambda call: f"{call['x']} {sign} {call['y']}"


def _function(template: str) -> Callable[[Call], str]:
    """`{x}` stands for an input, `{alpha!r}` for an attribute."""
    return lambda call: template.format(**call.inputs, **call.attributes)


def _affine(call: Call) -> str:
    W = call["W"] if call.attributes["layout"] == "in_out" else f"{call['W']}.T"
    return f"{call['x']} @ {W}" + (f" + {call['b']}" if "b" in call.inputs else "")


def _reduced(function: str) -> Callable[[Call], str]:
    def source(call: Call) -> str:
        axis, keepdims = call.attributes["axis"], call.attributes["keepdims"]
        if not call.axes["x"] or axis == ():
            return f"{call['x']} * 1.0"
        dim = tuple(range(call.axes["x"])) if axis is None else axis
        return f"torch.{function}({call['x']}, dim={dim}, keepdim={keepdims})"

    return source


def _concatenate(call: Call) -> str:
    return f"torch.cat(({', '.join(call.inputs.values())}), dim={call.attributes['axis']})"


def _transpose(call: Call) -> str:
    axes = call.attributes["axes"]
    return f"{call['x']}.permute({tuple(range(call.axes['x']))[::-1] if axes is None else axes})"


def _half_squared_error(call: Call) -> str:
    batch = f"(2 * len({call['y']}))" if call.axes["y"] > 1 else "2"
    return f"(({call['y']} - {call['t']}) ** 2).sum() / {batch}"


def _over_classes(name: str, *settings: str) -> Callable[[Call], str]:
    def source(call: Call) -> str:
        given = "".join(f", {setting}={call.attributes[setting]!r}" for setting in settings)
        return f"{name}({', '.join(call.inputs.values())}{given})"

    return source


def _dropout(call: Call) -> str:
    rate, training = call.attributes["rate"], call.attributes["training"]
    return f"dropout({call['x']}, {rate!r}, {training}, self.mode, self.kept.get({call.place!r}))"


def _batch_normalization(call: Call) -> str:
    own = [f"{port}={call[port]}" for port in ("mean", "variance") if port in call.inputs]
    settings = f"training={call.attributes['training']}, epsilon={call.attributes['epsilon']!r}"
    return f"batch_normalization({', '.join([call['x'], call['gamma'], call['beta'], *own, settings])}, mode=self.mode)"


_CALLS: dict[str, Callable[[Call], str]] = {
    "absolute": _function("{x}.abs()"),
    "add": _infix("+"),
    "affine": _affine,
    "batch_normalization": _batch_normalization,
    "concatenate": _concatenate,
    "cos": _function("torch.cos({x})"),
    "cross_entropy": _over_classes("cross_entropy"),
    "divide": _infix("/"),
    "dot": _function("{x} @ {W}"),
    "dropout": _dropout,
    "elu": _function("F.elu({x}, alpha={alpha!r})"),
    "exp": _function("torch.exp({x})"),
    "half_squared_error": _half_squared_error,
    "hinge": _over_classes("hinge", "margin"),
    "identity": _function("{x} * 1.0"),
    "l2_penalty": _function("0.5 * {strength!r} * ({W} ** 2).sum()"),
    "leaky_relu": _function("F.leaky_relu({x}, {slope!r})"),
    "log": _function("torch.log({x})"),
    "max": _reduced("amax"),
    "maximum": _function("torch.maximum({x}, {y})"),
    "mean": _reduced("mean"),
    "mean_squared_error": _function("F.mse_loss({y}, {t})"),
    "minimum": _function("torch.minimum({x}, {y})"),
    "multiply": _infix("*"),
    "negate": _function("-{x}"),
    "power": _function("{x} ** {n!r}"),
    "reciprocal": _function("1 / {x}"),
    "relu": _function("torch.relu({x})"),
    "reshape": _function("{x}.reshape({shape!r})"),
    "sigmoid": _function("torch.sigmoid({x})"),
    "sigmoid_with_loss": _function("F.binary_cross_entropy_with_logits({x}, {t})"),
    "sin": _function("torch.sin({x})"),
    "softmax": _function("torch.softmax({x}, dim=-1)"),
    "softmax_with_loss": _over_classes("softmax_with_loss"),
    "softplus": _function("torch.logaddexp({x}, torch.zeros_like({x}))"),
    "sqrt": _function("torch.sqrt({x})"),
    "square": _function("{x} ** 2"),
    "subtract": _infix("-"),
    "sum": _reduced("sum"),
    "tanh": _function("torch.tanh({x})"),
    "transpose": _transpose,
}
