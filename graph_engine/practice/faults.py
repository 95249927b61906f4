"""Wrong backward rules as data: each is a slip that people make when they write one by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from ..ops import Op
from ..sentence import Sentence, say

Break = Callable[[Op], Op]


@dataclass(frozen=True, eq=False)
class Fault:
    """One way to get a backward rule wrong. `ops` says where it fits; without any it is the sum at a fan-out."""

    key: str
    name: Sentence
    why: Sentence  # what is right instead, told when it was found
    ops: tuple[str, ...] = ()
    wrong: Break = lambda op: op

    @property
    def at_fan_out(self) -> bool:
        return not self.ops


def _partials(rule: Callable[..., tuple[Any, ...]]) -> Break:
    """Other local derivatives in place of the op's own."""
    return lambda op: replace(op, partials=rule)


def _scaled(by: Callable[[Any], float]) -> Break:
    """All derivatives of a loss times a factor that depends on how many it averages over."""

    def wrong(op: Op) -> Op:
        def pull(rule: Any) -> Any:
            return rule and (lambda g, x, *rest, **named: rule(g, x, *rest, **named) * by(count(op.key, x)))

        return replace(op, vjps=tuple(map(pull, op.vjps)), jvps=tuple(map(pull, op.jvps)))

    return wrong


def count(loss: str, x: Any) -> int:
    """Over how many samples or entries a loss averages."""
    array = np.asarray(x)
    if loss in OVER_ENTRIES:
        return max(1, array.size)
    return max(1, array.shape[0]) if array.ndim > 1 else 1


def _diagonal(op: Op) -> Op:
    return replace(
        op,
        vjps=(lambda g, x, *, out: g * out * (1 - out),),
        jvps=(lambda tangent, x, *, out: tangent * out * (1 - out),),
    )


OVER_ENTRIES = ("mean_squared_error", "sigmoid_with_loss")
AVERAGING = ("softmax_with_loss", "half_squared_error", "cross_entropy", "hinge", *OVER_ENTRIES)

ALL: tuple[Fault, ...] = (
    Fault(
        "swapped",
        say("the inputs of a product are not swapped"),
        say("In a product the derivative by one input is the other input: ∂(x·y)/∂x = y, ∂(x·y)/∂y = x."),
        ("multiply",),
        _partials(lambda x, y, *, out: (x, y)),
    ),
    Fault(
        "overwritten",
        say("contributions are overwritten instead of added"),
        say("Where a value is used more than once, the gradients that come back add up: += and not =."),
    ),
    Fault(
        "batch_forgotten",
        say("the division by the batch is forgotten"),
        say("The loss is a mean, so its gradient is divided by the number of samples as well: (y − t) / batch."),
        AVERAGING,
        _scaled(float),
    ),
    Fault(
        "batch_twice",
        say("the batch is divided by twice"),
        say("The loss has divided by the batch already; nothing before it may divide once more."),
        AVERAGING,
        _scaled(lambda n: 1 / n),
    ),
    Fault(
        "sign_lost",
        say("the sign is lost in a difference"),
        say("In x − y the second input is subtracted: ∂(x − y)/∂y = −1."),
        ("subtract",),
        _partials(lambda x, y, *, out: (1.0, 1.0)),
    ),
    Fault(
        "sign_lost_negate",
        say("the sign is lost in a negation"),
        say("In −x the derivative is −1: the upstream gradient turns its sign."),
        ("negate",),
        _partials(lambda x, *, out: (1.0,)),
    ),
    Fault(
        "sign_lost_quotient",
        say("the sign is lost in a quotient"),
        say("A larger divisor makes the quotient smaller: ∂(x/y)/∂y = −x/y²."),
        ("divide",),
        _partials(lambda x, y, *, out: (1 / y, out / y)),
    ),
    Fault(
        "sign_lost_reciprocal",
        say("the sign is lost in a reciprocal"),
        say("1/x falls as x grows: its derivative is −1/x², which is −y²."),
        ("reciprocal",),
        _partials(lambda x, *, out: (out * out,)),
    ),
    Fault(
        "sigmoid_output",
        say("the sigmoid's derivative is taken to be its output"),
        say("The derivative of the sigmoid is y(1 − y), at most a quarter, and not y."),
        ("sigmoid",),
        _partials(lambda x, *, out: (out,)),
    ),
    Fault(
        "tanh_output",
        say("the square is missing in the derivative of tanh"),
        say("The derivative of tanh is 1 − y², and not 1 − y."),
        ("tanh",),
        _partials(lambda x, *, out: (1 - out,)),
    ),
    Fault(
        "relu_open",
        say("relu lets every gradient through"),
        say("Where relu has stopped a negative value it stops the gradient too: its derivative there is 0."),
        ("relu",),
        _partials(lambda x, *, out: (np.ones_like(out) * 1.0,)),
    ),
    Fault(
        "square_factor",
        say("the factor 2 of a square is forgotten"),
        say("The exponent comes down as a factor: the derivative of x² is 2x."),
        ("square",),
        _partials(lambda x, *, out: (x * 1.0,)),
    ),
    Fault(
        "power_factor",
        say("the exponent does not come down as a factor"),
        say("The derivative of xⁿ is n·xⁿ⁻¹: the exponent comes down and becomes one less."),
        ("power",),
        _partials(lambda x, *, out, n: (x ** (n - 1.0),)),
    ),
    Fault(
        "exponent_argument",
        say("the derivative of exp is taken to be 1"),
        say("exp is its own derivative: multiply by its output."),
        ("exp",),
        _partials(lambda x, *, out: (np.ones_like(out) * 1.0,)),
    ),
    Fault(
        "softmax_diagonal",
        say("softmax is treated like a sigmoid, entry by entry"),
        say("Every output of softmax depends on every input: its Jacobian is diag(y) − y yᵀ, not only y(1 − y)."),
        ("softmax",),
        _diagonal,
    ),
)
BY_KEY = {fault.key: fault for fault in ALL}


def faults_of(op: Op) -> tuple[Fault, ...]:
    """The ways in which the rule of one op is got wrong."""
    return tuple(fault for fault in ALL if op.key in fault.ops)
