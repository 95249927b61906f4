"""Ten digits drawn with strokes on 8 × 8 pixels, each with a shift, size, slant, thickness and noise of its own.

Generated, not written by anyone: the strokes below are the drawing, and the seed varies them.
"""

import numpy as np

from ...sentence import say
from ..declare import built_in, shares

SIDE = 8
# Corners of the strokes of each digit, x to the right and y down, in a box from 0 to 1.
_LOOP = [(0.5, 0.0), (0.15, 0.2), (0.1, 0.5), (0.15, 0.8), (0.5, 1.0), (0.85, 0.8), (0.9, 0.5), (0.85, 0.2), (0.5, 0.0)]
_STROKES = (
    [_LOOP],
    [[(0.25, 0.25), (0.55, 0.0), (0.55, 1.0)], [(0.3, 1.0), (0.8, 1.0)]],
    [[(0.12, 0.22), (0.4, 0.0), (0.75, 0.08), (0.82, 0.32), (0.1, 1.0), (0.9, 1.0)]],
    [[(0.12, 0.1), (0.5, 0.0), (0.82, 0.22), (0.45, 0.46)], [(0.45, 0.46), (0.88, 0.72), (0.5, 1.0), (0.1, 0.88)]],
    [[(0.65, 1.0), (0.65, 0.0), (0.08, 0.68), (0.95, 0.68)]],
    [[(0.85, 0.0), (0.2, 0.0), (0.15, 0.45), (0.6, 0.4), (0.88, 0.68), (0.6, 1.0), (0.1, 0.92)]],
    [[(0.7, 0.0), (0.3, 0.3), (0.12, 0.7), (0.4, 1.0), (0.8, 0.85), (0.82, 0.6), (0.5, 0.48), (0.15, 0.68)]],
    [[(0.08, 0.0), (0.9, 0.0), (0.4, 1.0)]],
    [
        [(0.5, 0.47), (0.18, 0.25), (0.5, 0.0), (0.82, 0.25), (0.5, 0.47)],
        [(0.5, 0.47), (0.12, 0.75), (0.5, 1.0), (0.88, 0.75), (0.5, 0.47)],
    ],
    [[(0.85, 0.32), (0.5, 0.52), (0.18, 0.4), (0.2, 0.15), (0.6, 0.0), (0.88, 0.3), (0.7, 0.7), (0.3, 1.0)]],
)


def rows(samples, rng):
    counts = shares(samples, 10)
    inputs = [_drawn(strokes, count, rng) for strokes, count in zip(_STROKES, counts, strict=True)]
    return np.concatenate(inputs), np.repeat(np.arange(10.0), counts)


def _drawn(strokes, count, rng):
    """So many pictures of one digit, a row of pixels from 0 to 1 each."""
    starts = np.array([point for stroke in strokes for point in stroke[:-1]])
    ends = np.array([point for stroke in strokes for point in stroke[1:]])
    size = np.stack([rng.uniform(3.6, 5.2, count), rng.uniform(5.4, 6.6, count)], axis=1)
    slant = rng.normal(0.0, 0.16, (count, 1))
    middle = 3.5 + rng.uniform(-0.7, 0.7, (count, 2))
    thickness = rng.uniform(0.45, 0.8, (count, 1))
    a, b = (_placed(points, size, slant, middle) for points in (starts, ends))
    y, x = np.divmod(np.arange(SIDE * SIDE), SIDE)
    distance = _to_segments(np.stack([x, y], axis=1).astype(float), a, b)
    ink = np.clip(thickness + 0.5 - distance, 0, 1)
    return np.clip(ink + rng.normal(0, 0.08, ink.shape), 0, 1)


def _placed(points, size, slant, middle):
    """Corners on the pixels of each picture: (count, corners, 2)."""
    leaning = points[:, 0] + slant * (0.5 - points[:, 1])
    bent = np.stack([leaning, np.broadcast_to(points[:, 1], leaning.shape)], axis=-1)
    return (bent - 0.5) * size[:, None, :] + middle[:, None, :]


def _to_segments(pixels, a, b):
    """How far each pixel is from the nearest stroke: (count, pixels)."""
    nearest = np.full((len(a), len(pixels)), np.inf)
    for start, end in zip(np.moveaxis(a, 1, 0), np.moveaxis(b, 1, 0), strict=True):
        way_x, way_y = np.hsplit(end - start, 2)
        x, y = pixels[:, 0] - start[:, :1], pixels[:, 1] - start[:, 1:]
        along = np.clip((x * way_x + y * way_y) / (way_x * way_x + way_y * way_y), 0, 1)
        x, y = x - along * way_x, y - along * way_y
        nearest = np.minimum(nearest, x * x + y * y)
    return np.sqrt(nearest)


DATA = built_in(
    rows,
    label="drawn digits 8×8, generated",
    features=tuple(
        say("row {row}, column {column}", row=row + 1, column=column + 1)
        for row in range(SIDE)
        for column in range(SIDE)
    ),
    classes=tuple("0123456789"),
    samples=2000,
    place=8,
)
