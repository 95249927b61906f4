"""What PyTorch calls each op."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch

F = torch.nn.functional


def _affine(x, W, b=None, *, layout="in_out"):
    return F.linear(x, W if layout == "out_in" else W.T, b)


def _batch_normalization(x, gamma, beta, mean=None, variance=None, *, training=True, epsilon=1e-5):
    if training or mean is None or variance is None:
        return F.batch_norm(x, None, None, gamma, beta, True, 0.1, epsilon)
    along = (1, -1) + (1,) * (x.ndim - 2)
    deviation = torch.sqrt(variance + epsilon).reshape(along)
    return (x - mean.reshape(along)) / deviation * gamma.reshape(along) + beta.reshape(along)


def _concatenate(*parts, axis=0):
    return torch.cat([part for part in parts if part is not None], axis)


def _rows(x, t):
    return t if t.ndim == x.ndim else F.one_hot(t.long(), x.shape[-1]).to(x.dtype)


def _cross_entropy(y, t):
    return -torch.xlogy(_rows(y, t), y).sum() / (y.numel() // y.shape[-1])


def _softmax_with_loss(x, t):
    classes = x.shape[-1]
    return F.cross_entropy(x.reshape(-1, classes), t.reshape(-1, classes) if t.ndim == x.ndim else t.reshape(-1).long())


def _hinge(x, t, *, margin=1.0):
    """Over the wrong classes, averaged over the batch, not divided by the number of classes as PyTorch does."""
    chosen = t.argmax(-1) if t.ndim == x.ndim else t.long()
    excess = torch.relu(x - x.gather(-1, chosen.unsqueeze(-1)) + margin)
    return (excess * (1 - F.one_hot(chosen, x.shape[-1]).to(x.dtype))).sum() / (x.numel() // x.shape[-1])


def _half_squared_error(y, t):
    return F.mse_loss(y, t, reduction="sum") / (2 * (y.shape[0] if y.ndim > 1 else 1))


def _dropout(x, *, rate=0.5, training=True, seed=0):
    """Only for rates that leave no choice; for others, the mask is given as data."""
    if training and 0 < rate < 1:
        raise NotImplementedError("PyTorch draws other random numbers")
    return x * 0 if training and rate >= 1 else x * 1


def _reduced(reduce):
    def twin(x, *, axis=None, keepdims=False):
        if axis == ():
            return x * 1
        return reduce(x, tuple(range(x.ndim)) if axis is None else axis, keepdims) if x.ndim else x * 1

    return twin


TWINS: dict[str, Callable[..., Any]] = {
    "absolute": torch.abs,
    "add": torch.add,
    "affine": _affine,
    "batch_normalization": _batch_normalization,
    "concatenate": _concatenate,
    "cos": torch.cos,
    "cross_entropy": _cross_entropy,
    "divide": torch.div,
    "dot": torch.matmul,
    "dropout": _dropout,
    "elu": lambda x, *, alpha=1.0: F.elu(x, alpha),
    "exp": torch.exp,
    "half_squared_error": _half_squared_error,
    "hinge": _hinge,
    "identity": lambda x: x * 1,
    "l2_penalty": lambda W, *, strength=0.01: 0.5 * strength * (W * W).sum(),
    "leaky_relu": lambda x, *, slope=0.01: F.leaky_relu(x, slope),
    "log": torch.log,
    "max": _reduced(torch.amax),
    "maximum": torch.maximum,
    "mean": _reduced(torch.mean),
    "mean_squared_error": F.mse_loss,
    "minimum": torch.minimum,
    "multiply": torch.mul,
    "negate": torch.neg,
    "power": lambda x, *, n=2.0: x**n,
    "reciprocal": torch.reciprocal,
    "relu": torch.relu,
    "reshape": lambda x, *, shape=(-1,): x.reshape(shape),
    "sigmoid": torch.sigmoid,
    "sigmoid_with_loss": F.binary_cross_entropy_with_logits,
    "sin": torch.sin,
    "softmax": lambda x: torch.softmax(x, -1),
    "softmax_with_loss": _softmax_with_loss,
    # F.softplus is the identity beyond a threshold.
    "softplus": lambda x: torch.logaddexp(x, torch.zeros_like(x)),
    "sqrt": torch.sqrt,
    "square": torch.square,
    "subtract": torch.sub,
    "sum": _reduced(torch.sum),
    "tanh": torch.tanh,
    "transpose": lambda x, *, axes=None: x.permute(tuple(reversed(range(x.ndim))) if axes is None else axes),
}
