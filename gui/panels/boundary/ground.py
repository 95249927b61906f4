"""The colours behind the points: each place in the colour of what is predicted there, stronger where it is surer."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from graph_engine.training import Predictor

from ...heat import Scale
from ...theme import Tokens
from ...theme.ramp import STEPS, ramp, rgb
from ...theme.series import series

Limits = tuple[float, float, float, float]  # left, bottom, right, top
_ROOM = 0.12  # around the points
_ALIKE = 5.0  # one input goes at most so many times as far as the other
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


def widened(limits: Limits, wide: float) -> Limits:
    """A rectangle `wide` times as wide as high around another, where both units may be taken for one."""
    left, bottom, right, top = limits
    across, up = right - left, top - bottom
    if not comparable(limits):
        return limits
    more_across, more_up = max(0.0, up * wide - across) / 2, max(0.0, across / wide - up) / 2
    return left - more_across, bottom - more_up, right + more_across, top + more_up


def comparable(limits: Limits) -> bool:
    """Whether both inputs go about as far."""
    left, bottom, right, top = limits
    return 1 / _ALIKE <= (right - left) / (top - bottom) <= _ALIKE


def refined(numbers: NDArray[Any], times: int) -> NDArray[Any]:
    """So many fields for each, down and across (the last axes), with numbers between those of their neighbours."""
    for axis in (-2, -1):
        count = numbers.shape[axis]
        at = np.clip((np.arange(count * times) + 0.5) / times - 0.5, 0, count - 1)
        before = np.minimum(at.astype(np.intp), max(0, count - 2))
        share = (at - before)[:, None] if axis == -2 else at - before
        after = np.minimum(before + 1, count - 1)
        numbers = np.take(numbers, before, axis) * (1 - share) + np.take(numbers, after, axis) * share
    return numbers


def regions(asked: Predictor, scores: NDArray[Any], thick: float = 1.6) -> tuple[NDArray[np.intp], NDArray[Any]]:
    """Of each field its class, and how much of the line between two regions lies on it, from 0 to 1.

    The line is so many fields `thick`. The scores of each class stand one after the other, over all fields.
    """
    threshold = None if asked.guess is None else asked.guess.threshold
    if threshold is not None:
        return (scores[0] > threshold).astype(np.intp), _line(scores[0] - threshold, thick)
    classes, best, second = np.zeros(scores.shape[1:], np.intp), scores[0], np.full(scores.shape[1:], -np.inf)
    for number, score in enumerate(scores[1:], 1):
        second = np.maximum(second, np.minimum(best, score))
        classes[score > best] = number
        best = np.maximum(best, score)
    edge = np.zeros(scores.shape[1:])
    for score in scores if len(scores) > 2 else scores[:1]:
        edge = np.maximum(edge, _line(score - np.where(score < best, best, second), thick))
    return classes, edge


def _line(gap: NDArray[Any], thick: float) -> NDArray[Any]:
    """A line where a number changes its sign, without stairs: fields count by their distance from it."""
    slope = np.hypot(*np.gradient(gap))
    return np.clip(thick / 2 + 0.5 - np.abs(gap) / np.maximum(slope, 1e-300), 0, 1)


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


def class_ground(classes: NDArray[Any], edge: NDArray[Any], sure: NDArray[Any], tokens: Tokens) -> NDArray[np.uint8]:
    """Red, green, blue and strength of each field. Edges of regions are drawn."""
    count = int(classes.max()) + 1
    palette = np.array([rgb(series(tokens, number)) for number in range(count)], np.uint8)
    strength = _WEAKEST + sure * (_STRONGEST - _WEAKEST)
    strength = np.rint(strength + edge * (_EDGE - strength)).astype(np.uint8)
    return np.concatenate([palette[classes], strength[..., None]], axis=2)


def colours_of(numbers: NDArray[Any], scale: Scale, tokens: Tokens) -> NDArray[np.uint8]:
    """Red, green and blue of each number."""
    shades = np.nan_to_num(scale.shade(numbers))
    return np.asarray(ramp(tokens)[np.rint(shades * STEPS).astype(int) + STEPS], np.uint8)
