"""`gradcanvas paths`: the chain rule drawn out between two nodes."""

from __future__ import annotations

import argparse
from itertools import islice
from pathlib import Path as FilePath

import numpy as np

from ..differentiate import Path, Paths, costs, local_derivative
from ..evaluate import Evaluation
from ..explain import exact, one_line, short
from ..storage import read
from .loading import evaluated, file_argument

HELP = "all paths between two nodes: their products, their sum, how many there are, and the factored form"


def arguments(parser: argparse.ArgumentParser) -> None:
    file_argument(parser)
    parser.add_argument("source", metavar="SOURCE", help="the node to differentiate by")
    parser.add_argument("target", metavar="TARGET", help="the node to differentiate")
    parser.add_argument("--limit", type=int, default=20, metavar="N", help="list at most N paths (default 20)")


def run(chosen: argparse.Namespace) -> int:
    document = read(FilePath(chosen.file))
    graph = document.graph
    evaluation = evaluated(document)
    source, target = graph.id_of(chosen.source), graph.id_of(chosen.target)
    ahead, back = costs(evaluation, target, source)
    found = Paths(evaluation, source, target)
    for path in islice(found, max(0, chosen.limit)):
        print(_line(evaluation, chosen.source, path))
    if found.count > chosen.limit:
        print(f"… and {found.count - chosen.limit} more")
    print(f"paths: {found.count}")
    total = found.total
    print(f"sum: {exact(float(total)) if np.ndim(total) == 0 else one_line(total)}")
    if found.plain:
        print(f"factored: {found.factored()}")
    print(f"operations: forward mode {ahead.operations}, reverse mode {back.operations}")
    return 0


def _line(evaluation: Evaluation, source: str, path: Path) -> str:
    graph = evaluation.graph
    shown = " → ".join([source, *(f"{graph.node(e.target).name}.{e.port}" for e in path.edges)])
    product = one_line(path.product)
    factors = [local_derivative(evaluation, edge) for edge in path.edges]
    if len(factors) > 1 and all(factor is not None and factor.kind == "number" for factor in factors):
        numbers = [factor.value for factor in factors if factor is not None and isinstance(factor.value, float)]
        product = f"{' × '.join(map(short, numbers))} = {product}"
    return f"{shown}: {product}"
