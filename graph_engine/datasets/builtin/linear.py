"""Points along the line y = 2x + 1, with noise of standard deviation 0.2."""

from ..declare import built_in


def rows(samples, rng):
    x = rng.uniform(-2, 2, (samples, 1))
    return x, 2 * x + 1 + 0.2 * rng.standard_normal((samples, 1))


DATA = built_in(rows, label="linear with noise", features=("x",), samples=100, place=2)
