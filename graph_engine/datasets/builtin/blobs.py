"""Three round clouds, normally distributed with standard deviation ½ around corners of a triangle."""

import numpy as np

from ..declare import built_in, shares

_CENTRES = np.array([[0.0, 1.5], [-1.3, -0.75], [1.3, -0.75]])


def rows(samples, rng):
    numbers = np.repeat([0, 1, 2], shares(samples, 3))
    return _CENTRES[numbers] + 0.5 * rng.standard_normal((samples, 2)), numbers.astype(float)


DATA = built_in(
    rows, label="Gaussian blobs", features=("x", "y"), classes=("top", "left", "right"), samples=150, place=7
)
