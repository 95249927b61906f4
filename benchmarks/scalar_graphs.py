"""Scalar graphs: forward and reverse, the gradient of every node, right after an edit and in a loop."""

from __future__ import annotations

import sys
from importlib import import_module

from graph_engine import Graph

from .peers import ours, straight_line
from .recipe import Recipe, recipe
from .report import Row
from .timing import best

SIZES = (100, 1_000, 10_000, 100_000)
PEERS = {"micrograd": "", "pytorch": "", "autograd": ""}
_LARGEST = {"autograd": 1_000, "pytorch": 10_000}  # larger ones run out of stack or patience
_LARGEST_IN_A_LOOP = 10_000  # compiling more takes many seconds, of the floor as of ours


def rows() -> list[Row]:
    sys.setrecursionlimit(1_000_000)
    found: list[Row] = []
    for size in SIZES:
        plan = recipe(size)
        graph, ids = ours.build(plan)
        our_time = best(ours.after_an_edit(graph, ids[-1]))
        if size <= _LARGEST_IN_A_LOOP:
            found += _against_the_floor(plan, graph, ids[-1], size, our_time)
        found += [row for name in PEERS if (row := _against(name, plan, size, our_time)) is not None]
    return found


def _against_the_floor(plan: Recipe, graph: Graph, target: str, size: int, edited: float) -> list[Row]:
    """Straight-line Python written out for the same graph: what no program on plain floats can be faster than."""
    floor = best(straight_line.compiled(plan))
    looped = best(ours.in_a_loop(graph, target))
    what = f"{size:,} nodes"
    return [
        Row("forward + reverse, edited", what, edited, "straight-line Python", floor, "≤ 3×"),
        Row("forward + reverse, in a loop", what, looped, "straight-line Python", floor, "≤ 1.2×"),
    ]


def _against(name: str, plan: Recipe, size: int, our_time: float) -> Row | None:
    if size > _LARGEST.get(name, size):
        return None
    try:
        peer = import_module(f"benchmarks.peers.{name}")
    except ImportError:
        return None
    return Row(
        "forward + reverse, edited", f"{size:,} nodes", our_time, name, best(peer.run(plan), seconds=0.4, least=1)
    )
