"""Scalar graphs: forward and reverse, the gradient of every node, right after an edit."""

from __future__ import annotations

import sys
from importlib import import_module

from .peers import ours, straight_line
from .recipe import Recipe, recipe
from .report import Row
from .timing import best

SIZES = (100, 1_000, 10_000)
PEERS = {"micrograd": "", "pytorch": "", "autograd": ""}
_SLOWEST = {"autograd": 1_000, "pytorch": 10_000}  # larger ones run out of stack or patience


def rows() -> list[Row]:
    sys.setrecursionlimit(1_000_000)
    found: list[Row] = []
    for size in SIZES:
        plan = recipe(size)
        graph, ids = ours.build(plan)
        our_time = best(ours.after_an_edit(graph, ids[-1]))
        floor = best(straight_line.compiled(plan))
        found.append(Row("forward + reverse", f"{size:,} nodes", our_time, "straight-line Python", floor, "≤ 3×"))
        found += [row for name in PEERS if (row := _against(name, plan, size, our_time)) is not None]
    return found


def _against(name: str, plan: Recipe, size: int, our_time: float) -> Row | None:
    if size > _SLOWEST.get(name, size):
        return None
    try:
        peer = import_module(f"benchmarks.peers.{name}")
    except ImportError:
        return None
    return Row("forward + reverse", f"{size:,} nodes", our_time, name, best(peer.run(plan), seconds=0.4, least=2))
