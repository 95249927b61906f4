"""Gives each channel mean 0 and variance 1 over the batch, then scales by γ and shifts by β.

In evaluation it uses the running statistics instead; `running_statistics` says how they move after a training step.
Axis 1 is the channel, as in PyTorch's BatchNorm; a batch of vectors is (batch, channels).
Ioffe and Szegedy, Batch Normalization, 2015.
"""

import math

import numpy as np

from ...errors import ValueMismatch
from ...sentence import say
from ..declare import arraywise, shape_text


def _axes(x):
    return tuple(axis for axis in range(x.ndim) if axis != 1)


def _along(channels, x):
    """A vector of one number per channel, laid along axis 1 of x."""
    return np.reshape(channels, (1, -1) + (1,) * (x.ndim - 2))


def _mean(x):
    """The mean of each channel, in a shape that broadcasts against x; NaN for an empty batch, without a warning."""
    return np.sum(x, _axes(x), keepdims=True) / _count(x)


def _count(x):
    """How many entries each channel has."""
    return math.prod(x.shape[axis] for axis in _axes(x))


def _batch_statistics(x):
    centre = _mean(x)
    return centre.reshape(-1), _mean((x - centre) ** 2).reshape(-1)


def _own(mean, variance, training):
    """Whether the statistics are those of the batch itself, and so move with x."""
    return training or mean is None or variance is None


def _normal(x, mean, variance, training, epsilon):
    """x normalised, and one over the standard deviation, both in the shape of x."""
    centre, spread = _batch_statistics(x) if _own(mean, variance, training) else (mean, variance)
    inverse = _along(1 / np.sqrt(spread + epsilon), x)
    return (x - _along(centre, x)) * inverse, inverse


def forward(x, gamma, beta, mean=None, variance=None, *, training: bool = True, epsilon: float = 1e-5):
    return _normal(x, mean, variance, training, epsilon)[0] * _along(gamma, x) + _along(beta, x)


def shape(x, gamma, beta, mean=None, variance=None, *, training: bool = True, epsilon: float = 1e-5):
    if len(x) < 2:
        message = say("x is {x}, but batch normalization needs (batch, channels) or more axes", x=shape_text(x))
        raise ValueMismatch(message, port="x")
    for port, s in (("gamma", gamma), ("beta", beta), ("mean", mean), ("variance", variance)):
        if s is not None and s != (x[1],):
            template = "{port} is {found} but x is {x}; {port} must be ({channels},)"
            message = say(template, port=port, found=shape_text(s), x=shape_text(x), channels=x[1])
            raise ValueMismatch(message, port=port)
    return x


def running_statistics(x, mean, variance, momentum=0.1):
    """The running mean and (unbiased) variance after one batch, as PyTorch moves them; an empty batch moves nothing."""
    count = _count(x)
    if not count:
        return mean, variance
    with np.errstate(all="ignore"):
        centre, spread = _batch_statistics(x)
        unbiased = spread * count / max(1, count - 1)
        return (1 - momentum) * mean + momentum * centre, (1 - momentum) * variance + momentum * unbiased


def _through(moved, x, normal, mean, variance, training):
    """What normalising does to a tangent or, being symmetric, to a gradient, up to the inverse deviation."""
    if not _own(mean, variance, training):
        return moved
    return moved - _mean(moved) - normal * _mean(moved * normal)


def vjp_x(g, x, gamma, beta, mean=None, variance=None, *, out, training: bool = True, epsilon: float = 1e-5):
    normal, inverse = _normal(x, mean, variance, training, epsilon)
    return _through(g * _along(gamma, x), x, normal, mean, variance, training) * inverse


def vjp_gamma(g, x, gamma, beta, mean=None, variance=None, *, out, training: bool = True, epsilon: float = 1e-5):
    return np.sum(g * _normal(x, mean, variance, training, epsilon)[0], _axes(x))


def vjp_beta(g, x, gamma, beta, mean=None, variance=None, *, out, training: bool = True, epsilon: float = 1e-5):
    return np.sum(g, _axes(x))


def vjp_mean(g, x, gamma, beta, mean=None, variance=None, *, out, training: bool = True, epsilon: float = 1e-5):
    if _own(mean, variance, training):
        return np.zeros(x.shape[1])
    _, inverse = _normal(x, mean, variance, training, epsilon)
    return -np.sum(g * _along(gamma, x) * inverse, _axes(x))


def vjp_variance(g, x, gamma, beta, mean=None, variance=None, *, out, training: bool = True, epsilon: float = 1e-5):
    if _own(mean, variance, training):
        return np.zeros(x.shape[1])
    normal, inverse = _normal(x, mean, variance, training, epsilon)
    return -0.5 * np.sum(g * _along(gamma, x) * normal * inverse**2, _axes(x))


def jvp_x(tangent, x, gamma, beta, mean=None, variance=None, *, out, training: bool = True, epsilon: float = 1e-5):
    normal, inverse = _normal(x, mean, variance, training, epsilon)
    return _through(tangent, x, normal, mean, variance, training) * inverse * _along(gamma, x)


def jvp_gamma(tangent, x, gamma, beta, mean=None, variance=None, *, out, training: bool = True, epsilon: float = 1e-5):
    return _normal(x, mean, variance, training, epsilon)[0] * _along(tangent, x)


def jvp_beta(tangent, x, gamma, beta, mean=None, variance=None, *, out, training: bool = True, epsilon: float = 1e-5):
    return np.broadcast_to(_along(tangent, x), x.shape)


def jvp_mean(tangent, x, gamma, beta, mean=None, variance=None, *, out, training: bool = True, epsilon: float = 1e-5):
    if _own(mean, variance, training):
        return np.zeros(x.shape)
    _, inverse = _normal(x, mean, variance, training, epsilon)
    return -_along(tangent * gamma, x) * inverse * np.ones_like(x)


def jvp_variance(
    tangent, x, gamma, beta, mean=None, variance=None, *, out, training: bool = True, epsilon: float = 1e-5
):
    if _own(mean, variance, training):
        return np.zeros(x.shape)
    normal, inverse = _normal(x, mean, variance, training, epsilon)
    return -0.5 * _along(tangent * gamma, x) * normal * inverse**2


def rules(*, training: bool = True, epsilon: float = 1e-5):
    if training:
        return "gamma / √(variance + ε) · (g − Σ g / n − x̂ · Σ (g · x̂) / n)", "Σ g · x̂", "Σ g", "0", "0"
    slope = "gamma / √(variance + ε)"
    return f"g · {slope}", "Σ g · x̂", "Σ g", f"−Σ g · {slope}", "−½ Σ g · gamma · x̂ / (variance + ε)"


_X = np.array([[1.0, -2.0], [0.3, 4.0], [-1.5, 0.7], [2.2, 0.1]])
_G, _B = np.array([1.2, 0.8]), np.array([0.1, -0.3])

OP = arraywise(
    forward,
    shape,
    vjps=(vjp_x, vjp_gamma, vjp_beta, vjp_mean, vjp_variance),
    jvps=(jvp_x, jvp_gamma, jvp_beta, jvp_mean, jvp_variance),
    formula="gamma · (x − mean) / √(variance + ε) + beta",
    rules=rules,
    examples=[(_X, _G, _B, None, None), (_X, _G, _B, np.array([0.2, 0.4]), np.array([1.5, 2.5]))],
    variants=[{"training": False}],
    limits={"epsilon": (0.0, None)},
    symbol="BN",
    label="batch normalization",
    aliases=("batchnorm", "batch norm", "normalise", "批归一化"),
)
