"""Exclusive or: the four corners of a square, opposite ones of one class. More samples scatter around them."""

import numpy as np

from ..declare import built_in

_CORNERS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])


def rows(samples, rng):
    corner = np.arange(samples) % 4
    inputs = _CORNERS[corner]
    inputs[4:] += 0.1 * rng.standard_normal((max(0, samples - 4), 2))
    return inputs, np.array([0.0, 1.0, 1.0, 0.0])[corner]


DATA = built_in(rows, label="XOR", features=("a", "b"), classes=("equal", "different"), samples=4, place=3)
