"""The gradient check of a document, and the error against the step of one derivative."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from ..differentiate import Verdict, check_edges, check_sources, error_by_step, local_error_by_step
from ..evaluate import Evaluation, evaluate
from ..graph import Edge
from ..practice import FAULTS_BY_KEY, Planted, broken, broken_gradients
from ..storage import from_bytes, number_to_json

Record = dict[str, Any]
_NUMBERS = ("analytic", "numerical", "relative", "mean")


def check(request: Mapping[str, Any]) -> Iterator[Record]:
    """Every wire, then every source of the request's `target`, where it names one; with its `fault`, if it has one."""
    evaluation, planted = _evaluated(request["document"]), _planted(request.get("fault"))
    if planted is not None:
        evaluation = broken(evaluation, planted)
    for verdict in check_edges(evaluation):
        yield verdict_to_json(verdict)
    if request["target"] is not None:
        found = None if planted is None else broken_gradients(evaluation, request["target"], planted)
        for verdict in check_sources(evaluation, request["target"], found=found):
            yield verdict_to_json(verdict)


def curve(request: Mapping[str, Any]) -> Iterator[Record]:
    """How far central differences are off at each step, for `element` of the derivative `what`."""
    evaluation, element = _evaluated(request["document"]), tuple(request["element"])
    what = _what(request["what"])
    if isinstance(what, Edge):
        points = local_error_by_step(evaluation, what, element)
    else:
        points = error_by_step(evaluation, request["target"], what, element)
    yield {"points": [[number_to_json(step), number_to_json(error)] for step, error in points]}


def verdict_to_json(verdict: Verdict) -> Record:
    what = list(verdict.what) if isinstance(verdict.what, Edge) else verdict.what
    numbers = {name: number_to_json(getattr(verdict, name)) for name in _NUMBERS}
    return {"what": what, "element": list(verdict.element), "passed": verdict.passed, "kinks": verdict.kinks, **numbers}


def verdict_from_json(record: Mapping[str, Any]) -> Verdict:
    """The very verdict that was written."""
    numbers = {name: float(record[name]) for name in _NUMBERS}
    element = tuple(int(place) for place in record["element"])
    what, passed, kinks = _what(record["what"]), bool(record["passed"]), int(record["kinks"])
    return Verdict(what=what, element=element, passed=passed, kinks=kinks, **numbers)


def _planted(given: Any) -> Planted | None:
    """A fault that someone is to find: its key, and the node where it is."""
    return None if given is None else Planted(FAULTS_BY_KEY[given[0]], given[1])


def _what(given: Any) -> str | Edge:
    return given if isinstance(given, str) else Edge(*given)


@lru_cache(maxsize=1)
def _evaluated(text: str) -> Evaluation:
    return evaluate(from_bytes(text.encode("utf-8")).graph)
