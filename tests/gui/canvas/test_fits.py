"""What can take a wire."""

from __future__ import annotations

import pytest

from gui.canvas.fits import takes


@pytest.mark.parametrize(
    ("key", "shape", "fits"),
    [
        ("variable", (), False),
        ("constant", None, False),
        ("add", (), True),
        ("exp", (3, 4), True),
        ("dot", (), False),
        ("dot", (100, 784), True),
        ("affine", (), False),
        ("affine", (100, 784), True),
        ("affine", None, True),
        ("softmax_with_loss", (100, 10), True),
        ("mean_squared_error", (100, 10), True),
        ("batch_normalization", (100, 10), True),
        ("sum", (), True),
        ("concatenate", (2, 3), True),
    ],
)
def test_what_takes_a_value_of_that_shape(key, shape, fits):
    assert takes(key, shape) is fits
