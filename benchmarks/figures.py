"""A graph to look at as plain data: what every node editor of the comparison builds."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """Node i stands at `places[i]`; the first `leaves` are sources, each other reads the two nodes of `inputs[i]`."""

    leaves: int
    places: tuple[tuple[float, float], ...]
    inputs: tuple[tuple[int, int], ...]  # of the nodes after the leaves


def figure(nodes: int, seed: int = 0) -> Figure:
    """`nodes` in columns of a square, nearly two wires for each, most of them short."""
    rng = random.Random(seed)
    tall = max(5, math.isqrt(nodes))
    leaves = max(2, min(tall, nodes // 10))
    places = tuple((float(190 * (n // tall)), float(120 * (n % tall))) for n in range(nodes))
    inputs = tuple((n - 1, rng.randrange(max(0, n - 3 * tall), n)) for n in range(leaves, nodes))
    return Figure(leaves, places, inputs)
