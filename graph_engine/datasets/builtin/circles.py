"""A circle of radius 1 and one of radius ½ inside it, with noise of standard deviation 0.08."""

import numpy as np

from ..declare import built_in, shares


def rows(samples, rng):
    outer, inner = (np.linspace(0, 2 * np.pi, count, endpoint=False) for count in shares(samples, 2))
    angle, targets = np.concatenate([outer, inner]), np.repeat([0.0, 1.0], shares(samples, 2))
    inputs = np.stack([np.cos(angle), np.sin(angle)], axis=1) * np.where(targets == 0, 1.0, 0.5)[:, None]
    return inputs + 0.08 * rng.standard_normal((samples, 2)), targets


DATA = built_in(rows, label="circles", features=("x", "y"), classes=("outer", "inner"), samples=200, place=5)
