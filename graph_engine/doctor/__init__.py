"""What keeps a graph from learning, where it starts, and what helps. One rule, one file, found by discovery."""

from __future__ import annotations

import numpy as np

from ..differentiate import Gradients
from ..discover import declared
from ..evaluate import Evaluation
from . import rules
from .declare import Case, Finding, Link, Rule

__all__ = ["RULES", "Case", "Finding", "Link", "Rule", "examine"]

RULES: tuple[Rule, ...] = tuple(declared(rules.__name__, rules.__path__, "RULE"))


def examine(evaluation: Evaluation, gradients: Gradients | None) -> list[Finding]:
    """Everything that stands out, by the gradients of the node that is differentiated.

    >>> from graph_engine.differentiate import gradients
    >>> from graph_engine.evaluate import evaluate
    >>> from graph_engine.graph import Graph
    >>> graph = Graph()
    >>> y = graph.add("relu", "y", x=graph.add("variable", "x", value=-2))
    >>> evaluation = evaluate(graph)
    >>> [str(finding.sentence) for finding in examine(evaluation, gradients(evaluation, y))]
    ['relu “y” is dead: all that comes in is 0 or less, so nothing flows back through it']
    """
    case = Case(evaluation, gradients)
    with np.errstate(all="ignore"):
        return [finding for rule in RULES for finding in rule(case)]
