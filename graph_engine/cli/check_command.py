"""`gradcanvas check`: every gradient and every local derivative against central differences."""

from __future__ import annotations

import argparse

from ..differentiate import Verdict, check_edges, check_sources
from ..errors import GraphError
from ..graph import Edge, Graph
from ..sentence import say
from .loading import evaluated, load, target_of, value_arguments

HELP = "gradient check: derivatives against central differences; exit 1 when one fails, naming the worst"


def arguments(parser: argparse.ArgumentParser) -> None:
    value_arguments(parser)


def run(chosen: argparse.Namespace) -> int:
    document = load(chosen)
    evaluation = evaluated(document)
    target = target_of(document, evaluation, chosen.target)
    if target is None:
        raise GraphError(say("there is nothing to differentiate: no node that computes something has a value"))
    verdicts = [*check_sources(evaluation, target), *check_edges(evaluation)]
    name = document.graph.node(target).name
    rows = [_row(document.graph, verdict, name) for verdict in verdicts]
    width = max((len(row[0]) for row in rows), default=0)
    for what, rest in rows:
        print(f"{what.ljust(width)}  {rest}")
    failed = [verdict for verdict in verdicts if not verdict.passed]
    if failed:
        # A wrong rule shows at its own edge; gradients further back only inherit it.
        edges = [verdict for verdict in failed if isinstance(verdict.what, Edge)]
        worst = max(edges or failed, key=lambda verdict: verdict.relative)
        what, rest = _row(document.graph, worst, name)
        print(f"failed: {len(failed)} of {len(verdicts)}; worst is {what}: {rest}")
        return 1
    print(f"passed: {len(verdicts)} derivatives")
    return 0


def _row(graph: Graph, verdict: Verdict, target: str) -> tuple[str, str]:
    if isinstance(verdict.what, Edge):
        edge = verdict.what
        what = f"{graph.node(edge.source).name} → {graph.node(edge.target).name} ({edge.port})"
    else:
        what = f"∂{target}/∂{graph.node(verdict.what).name}"
    at = f" at {list(verdict.element)}" if verdict.element else ""
    mark = "ok    " if verdict.passed else "FAILED"
    numbers = f"analytic {verdict.analytic:.10g}, numerical {verdict.numerical:.10g}"
    return what, f"{mark} {numbers}{at}, relative error {verdict.relative:.1e}"
