"""A formula of your own, with derivatives that you state yourself: right or wrong, the gradient check will tell.

The inputs are those of x, y and w that the formula names, and those that the derivatives by them name. A derivative may
use z, the value of the formula; one that is left empty is 0.
"""

from functools import lru_cache
from typing import Annotated

import numpy as np

from ...expression import calculate, names_in, read_formula
from ..declare import elementwise

PORTS = ("x", "y", "w")
Formula = Annotated[str, "x", "y", "w"]
Derivative = Annotated[str, "x", "y", "w", "z"]  # may be left empty


@lru_cache(maxsize=1024)
def _read(text):
    return read_formula(text, (*PORTS, "z"))


def _calculate(text, values):
    found = calculate(_read(text), values)
    dtype = next((v.dtype for v in values.values() if hasattr(v, "dtype")), None)  # none: it is being written down
    return found if dtype is None or type(found) is not float else np.asarray(found, dtype)


def needs(*, formula, **derivatives):
    texts = (derivatives.get(f"d{port}") for port in names_in(_read(formula)))
    named = names_in(_read(formula)).union(*(names_in(_read(text)) for text in texts if text))
    return tuple(port for port in PORTS if port in named)


def forward(x=None, y=None, w=None, *, formula: Formula = "x*y", dx: Derivative = "y", dy: Derivative = "x",
            dw: Derivative = ""):  # fmt: skip
    return _calculate(formula, {"x": x, "y": y, "w": w})


def partials(x=None, y=None, w=None, *, out, formula: Formula = "x*y", **derivatives):
    values = {"x": x, "y": y, "w": w, "z": out}
    moves = names_in(_read(formula))
    return tuple(
        _fitting(_calculate(derivatives[f"d{port}"], values), out) if port in moves and derivatives[f"d{port}"] else 0.0
        for port in PORTS
    )


def _fitting(derivative, out):
    """NaN in place of a derivative that is larger than what it is of: it names an input that the formula does not."""
    here, there = getattr(derivative, "shape", ()), getattr(out, "shape", ())
    fits = len(here) <= len(there) and all(a in (1, b) for a, b in zip(here[::-1], there[::-1], strict=False))
    return derivative if fits else np.nan


OP = elementwise(
    forward,
    partials,
    needs=needs,
    examples=[(0.7, -1.2, None), (np.array([0.5, 2.0]), np.array([[1.0], [-0.3]]), None)],
    variants=[{"formula": "sin(x) * y^2 / 2", "dx": "cos(x) * y^2 / 2", "dy": "2*z/y"}],
    symbol="ƒ",
    label="own formula",
    aliases=("custom", "user", "formula", "lambda"),
)
