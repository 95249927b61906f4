"""The process that works beside the window, spoken to as the window does."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

import graph_engine as ge
from graph_engine.differentiate import check_edges, check_sources, error_by_step, local_error_by_step
from graph_engine.graph import Edge
from graph_engine.jobs import verdict_from_json
from graph_engine.storage import to_bytes

ROOT = Path(__file__).resolve().parents[3]


def text_of(document):
    return to_bytes(document).decode("utf-8")


@pytest.fixture
def process():
    started = subprocess.Popen(
        [sys.executable, "-m", "graph_engine.jobs"], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    yield started
    started.stdin.close()
    assert started.wait(20) == 0, "it ends with its input"
    started.stdout.close()


def ask(process, number, kind, **request):
    process.stdin.write(json.dumps({"job": number, "kind": kind, **request}) + "\n")
    process.stdin.flush()


def answers(process, number, kind):
    """What is found, until it is done."""
    found = []
    while True:
        answer = json.loads(process.stdout.readline())
        if (answer["job"], answer["kind"]) != (number, kind):
            continue
        if answer["event"] == "found":
            found.append(answer["found"])
        elif answer["event"] in ("done", "failed"):
            return found, answer


@pytest.mark.parametrize("name", ["apple_tax", "classifier"])
def test_the_verdicts_are_the_very_ones_of_the_engine(process, name):
    document = ge.example(name).open()
    evaluation = ge.evaluate(document.graph)
    ask(process, 1, "check", document=text_of(document), target=document.target)
    found, last = answers(process, 1, "check")
    assert last["event"] == "done"
    expected = [*check_edges(evaluation), *check_sources(evaluation, document.target)]
    assert [verdict_from_json(record) for record in found] == expected


def test_the_curves_are_those_of_the_engine(process):
    document = ge.example("classifier").open()
    graph, target = document.graph, document.target
    evaluation = ge.evaluate(graph)
    ids = {node.name: node.id for node in graph.nodes}
    wire = Edge(ids["W"], ids["scores"], "W")
    for number, what, expected in (
        (1, ids["W"], error_by_step(evaluation, target, ids["W"], (1, 2))),
        (2, list(wire), local_error_by_step(evaluation, wire, (1, 2))),
    ):
        ask(process, number, "curve", document=text_of(document), target=target, what=what, element=[1, 2])
        ([record], _) = answers(process, number, "curve")
        assert [tuple(point) for point in record["points"]] == expected


def test_the_newer_of_two_requests_wins_and_nothing_is_lost_of_it(process):
    large, small = ge.Graph(), ge.example("apple_tax").open()
    x = large.add("variable", "x", value=np.arange(1.0, 4.0))
    for place in range(300):
        x = large.add("sin", f"s{place}", x=x)
    target = large.add("sum", "sum", x=x)
    document = ge.Document(large, {node.id: (0.0, 0.0) for node in large.nodes}, target)
    ask(process, 1, "check", document=text_of(document), target=target)
    assert json.loads(process.stdout.readline())["event"] == "begun"
    ask(process, 2, "check", document=text_of(small), target=small.target)
    found, _ = answers(process, 2, "check")
    assert len(found) == 7


def test_what_can_not_be_read_is_said_and_the_next_request_is_answered(process):
    ask(process, 1, "check", document="{", target=None)
    _, last = answers(process, 1, "check")
    assert last["event"] == "failed"
    assert "JSON" in last["reason"]
    document = ge.example("two_paths").open()
    ask(process, 2, "check", document=text_of(document), target=None)
    assert answers(process, 2, "check")[1]["event"] == "done"


def test_numbers_that_json_lacks_come_through():
    record = {"what": ["a", "b", "x"], "element": [0, 1], "passed": False, "analytic": "NaN", "numerical": 1, "mean": 0}
    verdict = verdict_from_json({**record, "relative": "Infinity", "kinks": 0})
    assert np.isnan(verdict.analytic)
    assert verdict.relative == np.inf
    assert verdict.what == Edge("a", "b", "x")
