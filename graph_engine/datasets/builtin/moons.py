"""Two half circles that reach into each other, with noise of standard deviation 0.1."""

import numpy as np

from ..declare import built_in, shares


def rows(samples, rng):
    upper, lower = (np.linspace(0, np.pi, count) for count in shares(samples, 2))
    x = np.concatenate([np.cos(upper), 1 - np.cos(lower)])
    y = np.concatenate([np.sin(upper), 0.5 - np.sin(lower)])
    inputs = np.stack([x, y], axis=1) + 0.1 * rng.standard_normal((samples, 2))
    return inputs, np.repeat([0.0, 1.0], shares(samples, 2))


DATA = built_in(rows, label="two moons", features=("x", "y"), classes=("upper", "lower"), samples=200, place=4)
