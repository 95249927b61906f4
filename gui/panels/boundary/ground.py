"""The colours behind the points: each place in the colour of what is predicted there, stronger where it is surer."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from graph_engine.training import Predictor

from ...heat import spanning
from ...theme import Tokens
from ...theme.ramp import STEPS, ramp, rgb
from ...theme.series import series

Limits = tuple[float, float, float, float]  # left, bottom, right, top
_ROOM = 0.12  # around the points
_WEAKEST, _STRONGEST, _EDGE = 18, 100, 190  # of 255


def limits_of(points: NDArray[Any]) -> Limits:
    """A rectangle around points in the plane."""
    low, high = points.min(axis=0), points.max(axis=0)
    room = np.where(high > low, (high - low) * _ROOM, 1.0)
    (left, bottom), (right, top) = low - room, high + room
    return float(left), float(bottom), float(right), float(top)


def grid(limits: Limits, rows: int, columns: int) -> NDArray[Any]:
    """The middles of so many fields, row by row from below."""
    left, bottom, right, top = limits
    across = left + (np.arange(columns) + 0.5) * (right - left) / columns
    up = bottom + (np.arange(rows) + 0.5) * (top - bottom) / rows
    return np.stack([np.tile(across, rows), np.repeat(up, columns)], axis=1)


def certainty(asked: Predictor, scores: NDArray[Any]) -> NDArray[Any]:
    """How sure the choice of each row is, from 0 (a tie) to 1; scores count as logarithms of odds."""
    if asked.guess is not None and asked.guess.threshold is not None:
        flat = scores.reshape(len(scores))
        share = flat if asked.guess.threshold else 1 / (1 + np.exp(-np.clip(flat, -500, 500)))
        return np.clip(np.abs(2 * share - 1), 0, 1)
    if not _are_shares(scores):
        powers = np.exp(scores - scores.max(axis=1, keepdims=True))
        scores = powers / powers.sum(axis=1, keepdims=True)
    even = 1 / scores.shape[1]
    return np.clip((scores.max(axis=1) - even) / (1 - even), 0, 1)


def _are_shares(scores: NDArray[Any]) -> bool:
    return bool((scores >= 0).all() and np.allclose(scores.sum(axis=1), 1, atol=1e-6))


def class_ground(classes: NDArray[Any], sure: NDArray[Any], tokens: Tokens) -> NDArray[np.uint8]:
    """Red, green, blue and strength of each field. Edges of regions are drawn."""
    count = int(classes.max()) + 1
    palette = np.array([rgb(series(tokens, number)) for number in range(count)], np.uint8)
    strength = np.rint(_WEAKEST + sure * (_STRONGEST - _WEAKEST)).astype(np.uint8)
    edge = np.zeros(classes.shape, bool)
    edge[:-1] |= classes[:-1] != classes[1:]
    edge[:, :-1] |= classes[:, :-1] != classes[:, 1:]
    strength[edge] = _EDGE
    return np.concatenate([palette[classes], strength[..., None]], axis=2)


def number_ground(numbers: NDArray[Any], tokens: Tokens) -> NDArray[np.uint8]:
    shades = np.nan_to_num(spanning(numbers).shade(numbers))
    colours = ramp(tokens)[np.rint(shades * STEPS).astype(int) + STEPS]
    return np.concatenate([colours, np.full((*numbers.shape, 1), 255, np.uint8)], axis=2)
