"""Numbers as people read them: short on the canvas, exact where the last digit matters."""

from __future__ import annotations

import math

import numpy as np

from ..graph import Value
from ..ops import shape_text


def short(value: float) -> str:
    """At most six significant digits.

    >>> short(220.00000000000003), short(-0.5), short(1.3e-13), short(float("inf"))
    ('220', '−0.5', '1.3e−13', '∞')
    """
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    return "NaN" if math.isnan(value) else f"{value:.6g}".replace("-", "−").replace("e+", "e")


def factor(value: float) -> str:
    """A number as it stands in a product: negative ones in brackets."""
    text = short(value)
    return f"({text})" if text.startswith("−") else text


def exact(value: float) -> str:
    """All digits that tell this float from its neighbours.

    >>> exact(220.00000000000003), exact(200.0)
    ('220.00000000000003', '200')
    """
    if not math.isfinite(value):
        return short(value)
    text = repr(float(value))
    return (text[:-2] if text.endswith(".0") else text).replace("-", "−").replace("e+", "e")


def brief(value: Value) -> str:
    """A scalar short, an array as its shape.

    >>> brief(2.0), brief(np.zeros((2, 3)))
    ('2', '(2, 3)')
    """
    return short(float(value)) if np.ndim(value) == 0 else shape_text(np.shape(value))


def compact(value: Value) -> str:
    """For the canvas: four digits below a thousand, six above; an array as its sizes.

    >>> compact(-0.38745561), compact(1234.5), compact(np.zeros(3)), compact(np.zeros((5, 2)))
    ('−0.3875', '1234.5', '[3]', '[5×2]')
    """
    if type(value) is not float and np.ndim(value):
        return f"[{'×'.join(map(str, np.shape(value)))}]"
    number = float(value)
    return f"{number:.4g}".replace("-", "−") if abs(number) < 1000 else short(number)


def full(value: Value) -> str:
    """A scalar exact, an array as an excerpt of its rows."""
    if np.ndim(value) == 0:
        return exact(float(value))
    array = np.asarray(value)
    if not array.size:
        return shape_text(array.shape)
    return np.array2string(
        array, precision=6, suppress_small=True, separator=", ", threshold=40, max_line_width=100
    ).replace("-", "−")


def one_line(value: Value) -> str:
    """A scalar short; an array as its shape and its first entries.

    >>> one_line(np.arange(6.0).reshape(2, 3))
    '(2, 3) [0, 1, 2, 3, …]'
    """
    if np.ndim(value) == 0:
        return short(float(value))
    entries = np.asarray(value).ravel()
    shown = ", ".join(short(float(x)) for x in entries[:4])
    return f"{shape_text(np.shape(value))} [{shown}{', …' if entries.size > 4 else ''}]"
