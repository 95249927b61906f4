"""Initialisers: how the first numbers of a parameter come to be, in the conventions of `torch.nn.init`.

`scale` multiplies what the initialiser draws, so it is the value of a constant, the standard deviation of a normal
distribution, the bound of a uniform one, and the gain of Xavier's (Glorot's) and He's. He's are those for relu.

A shape of two axes is (inputs, outputs) in the layout `in_out`, and (outputs, inputs), as in `nn.Linear`, in `out_in`.
Further axes multiply both, as in a convolution. A shape of one axis counts as as many inputs as outputs, a scalar as
one of each.

Glorot, Bengio, Understanding the Difficulty of Training Deep Feedforward Neural Networks, 2010. He, Zhang, Ren, Sun,
Delving Deep into Rectifiers, 2015.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..errors import ValueMismatch
from ..ops import Attribute, shape_text
from ..sentence import Sentence, say
from .values import Value, as_value

GIVEN = "given"  # the value was typed, loaded or computed elsewhere
LARGEST = 2**24  # numbers in one parameter
_Draw = Callable[[Any, tuple[int, ...], int, int], NDArray[Any]]  # random numbers, shape, inputs, outputs


def _normal(deviation: Callable[[int, int], float]) -> _Draw:
    return lambda rng, shape, inputs, outputs: deviation(inputs, outputs) * rng.standard_normal(shape)


def _uniform(bound: Callable[[int, int], float]) -> _Draw:
    return lambda rng, shape, inputs, outputs: bound(inputs, outputs) * rng.uniform(-1, 1, shape)


_DRAW: dict[str, _Draw] = {
    "constant": lambda rng, shape, inputs, outputs: np.ones(shape),
    "normal": _normal(lambda inputs, outputs: 1.0),
    "uniform": _uniform(lambda inputs, outputs: 1.0),
    "xavier_normal": _normal(lambda inputs, outputs: math.sqrt(2 / (inputs + outputs))),
    "xavier_uniform": _uniform(lambda inputs, outputs: math.sqrt(6 / (inputs + outputs))),
    "he_normal": _normal(lambda inputs, outputs: math.sqrt(2 / inputs)),
    "he_uniform": _uniform(lambda inputs, outputs: math.sqrt(6 / inputs)),
}
_ABOUT: dict[str, Sentence] = {
    "constant": say("Every entry is scale."),
    "normal": say("Normal: mean 0, standard deviation scale."),
    "uniform": say("Uniform from −scale to scale."),
    "xavier_normal": say("Normal: mean 0, standard deviation scale · √(2 / (inputs + outputs))."),
    "xavier_uniform": say("Uniform within ± scale · √(6 / (inputs + outputs))."),
    "he_normal": say("Normal: mean 0, standard deviation scale · √(2 / inputs)."),
    "he_uniform": say("Uniform within ± scale · √(6 / inputs)."),
}

ATTRIBUTES = (
    Attribute("initialiser", GIVEN, "choice", (GIVEN, *_DRAW)),
    Attribute("shape", (), "sizes", least=0),
    Attribute("scale", 1.0, "number"),
    Attribute("layout", "in_out", "choice", ("in_out", "out_in")),
    Attribute("seed", 0, "whole", least=0),
)


def draw(attributes: Mapping[str, Any]) -> Value | None:
    """The numbers that `attributes` describe, the same for the same seed; None for a value that is given.

    >>> draw({"initialiser": "constant", "shape": (2,), "scale": 0.5, "layout": "in_out", "seed": 0})
    array([0.5, 0.5])
    """
    if attributes["initialiser"] == GIVEN:
        return None
    shape = attributes["shape"]
    if math.prod(shape) > LARGEST:
        message = say("the shape {shape} has more than {limit} entries", shape=shape_text(shape), limit=LARGEST)
        raise ValueMismatch(message)
    inputs, outputs = fans(shape, attributes["layout"])
    rng = np.random.default_rng(attributes["seed"])
    with np.errstate(over="ignore"):
        drawn = _DRAW[attributes["initialiser"]](rng, shape, inputs, outputs)
        return as_value(attributes["scale"] * drawn)


def fans(shape: tuple[int, ...], layout: str) -> tuple[int, int]:
    """How many inputs and outputs weights of this shape join, at least one of each.

    >>> fans((784, 50), "in_out"), fans((50, 784), "out_in"), fans((16, 3, 5, 5), "out_in"), fans((10,), "in_out")
    ((784, 50), (784, 50), (75, 400), (10, 10))
    """
    if len(shape) < 2:
        return (max(1, *shape, 1),) * 2
    first, second, *rest = shape
    inputs, outputs = (first, second) if layout == "in_out" else (second, first)
    field = math.prod(rest)
    return max(1, inputs * field), max(1, outputs * field)


def matter(attributes: Mapping[str, Any]) -> tuple[str, ...]:
    """The attributes that the value depends on, as they stand."""
    chosen = attributes["initialiser"]
    if chosen == GIVEN:
        return ("initialiser",)
    if chosen == "constant":
        return ("initialiser", "shape", "scale")
    layout = ("layout",) if chosen.startswith("he_") else ()
    return ("initialiser", "shape", "scale", *layout, "seed")


def about(attributes: Mapping[str, Any]) -> Sentence | None:
    """What the chosen initialiser does."""
    return _ABOUT.get(attributes["initialiser"])
