"""Three arms that wind around the origin, their angles scattered by 0.2."""

import numpy as np

from ..declare import built_in, shares


def rows(samples, rng):
    counts = shares(samples, 3)
    radius = np.concatenate([np.arange(count) / max(count, 1) for count in counts])
    targets = np.repeat([0.0, 1.0, 2.0], counts)
    angle = 4 * targets + 4 * radius + 0.2 * rng.standard_normal(samples)
    return np.stack([radius * np.sin(angle), radius * np.cos(angle)], axis=1), targets


DATA = built_in(
    rows, label="spiral", features=("x", "y"), classes=("first arm", "second arm", "third arm"), samples=300, place=6
)
