"""What apples cost: price of one, how many, and the tax, against the sum to pay."""

import numpy as np

from ..declare import built_in

_TAXES = np.array([1.1, 1.08, 1.05])


def rows(samples, rng):
    price = rng.integers(8, 16, samples) * 10.0
    inputs = np.stack([price, rng.integers(1, 10, samples), rng.choice(_TAXES, samples)], axis=1)
    inputs[0] = 100, 2, 1.1
    return inputs, inputs.prod(axis=1, keepdims=True)


DATA = built_in(rows, label="apple prices", features=("apple price", "apple count", "tax"), samples=50, place=1)
