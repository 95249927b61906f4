"""Which node is differentiated: the one chosen, else the last one with a value that feeds nothing."""

from __future__ import annotations

from ..evaluate import Evaluation
from .document import Document


def effective_target(document: Document, evaluation: Evaluation) -> str | None:
    """The id to differentiate from; None while the chosen node has no value, or nothing is computed."""
    if document.target is not None:
        return document.target if evaluation.value(document.target) is not None else None
    graph = document.graph
    ready = [id for id in graph.sinks() if not graph.node(id).is_source and evaluation.value(id) is not None]
    return ready[-1] if ready else None
