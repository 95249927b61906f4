"""Planted faults change only the backward pass, are found where they were planted, and nothing healthy is accused."""

from __future__ import annotations

import numpy as np
import pytest

import graph_engine as ge
from graph_engine import ops
from graph_engine.practice import (
    FAULTS,
    Exam,
    accused,
    broken,
    broken_gradients,
    judge_pick,
    sites,
    wrong_wires,
)
from graph_engine.storage import to_bytes
from tests.random_graphs import random_graph

EXAMPLES = [example.name for example in ge.examples() if example.name != "mnist"]  # its files are the user's


def with_fault(exam: Exam, planted):
    evaluation = broken(exam.evaluation, planted)
    return evaluation, broken_gradients(evaluation, exam.gradients.target, planted)


def culprits(exam, planted):
    """What may be accused: the wires of the faulty op, or the node where a sum is wrong."""
    return {planted.node} if planted.fault.at_fan_out else wrong_wires(exam.evaluation, exam.gradients, planted)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.key)
def test_every_fault_is_of_known_ops_and_wrong_at_their_own_examples(fault):
    for key in fault.ops:
        op = ops.by_key(key)
        assert op.key == key
        assert fault.wrong(op) is not op
        assert fault.wrong(op).forward is op.forward
    assert fault.name
    assert fault.why


@pytest.mark.parametrize("name", EXAMPLES)
def test_faults_of_examples_are_found_where_they_are(name, exam_of):
    exam = exam_of(name)
    places = sites(exam.evaluation, exam.gradients.target)
    assert places
    assert not accused(exam.evaluation, exam.gradients)
    for planted in places:
        evaluation, found = with_fault(exam, planted)
        assert accused(evaluation, found) == culprits(exam, planted), planted


def test_the_document_and_its_values_stay_as_they_are():
    document = ge.example("apple_tax").open()
    before, evaluation = to_bytes(document), ge.evaluate(document.graph)
    for planted in sites(evaluation, document.target):
        wrong = broken(evaluation, planted)
        assert wrong.values is evaluation.values
        assert (
            broken_gradients(wrong, document.target, planted).nodes != ge.gradients(evaluation, document.target).nodes
        )
    assert ge.gradients(evaluation, document.target).nodes[document.graph.id_of("tax")] == 200
    assert to_bytes(document) == before


def test_a_product_that_is_not_swapped(exam_of):
    exam = exam_of("apple_tax")
    id = exam.evaluation.graph.id_of
    planted = next(p for p in sites(exam.evaluation, id("price")) if p.node == id("apple total"))
    _, found = with_fault(exam, planted)
    assert found.nodes[id("apple price")] == pytest.approx(110)
    assert found.nodes[id("apple count")] == pytest.approx(2.2)
    assert found.nodes[id("tax")] == 200


def test_a_fan_out_that_is_overwritten_keeps_the_last_contribution(exam_of):
    exam = exam_of("two_paths")
    id = exam.evaluation.graph.id_of
    planted = next(p for p in sites(exam.evaluation, id("e")) if p.fault.at_fan_out)
    assert planted.node == id("b")
    evaluation, found = with_fault(exam, planted)
    assert found.nodes[id("b")] == 2
    assert found.edges == exam.gradients.edges
    assert accused(evaluation, found) == {id("b")}


@pytest.mark.parametrize("key", ["batch_forgotten", "batch_twice"])
def test_the_batch(exam_of, key):
    exam = exam_of("classifier")
    id = exam.evaluation.graph.id_of
    planted = next(p for p in sites(exam.evaluation, id("loss")) if p.fault.key == key)
    _, found = with_fault(exam, planted)
    factor = 5 if key == "batch_forgotten" else 1 / 5
    np.testing.assert_allclose(found.nodes[id("W")], factor * exam.gradients.nodes[id("W")])


def test_what_is_said_of_a_pick(exam_of):
    exam = exam_of("apple_tax")
    id = exam.evaluation.graph.id_of
    edge = lambda a, b, port: ge.Edge(id(a), id(b), port)  # noqa: E731
    planted = next(p for p in sites(exam.evaluation, id("price")) if p.node == id("apple total"))

    def said(pick):
        return judge_pick(exam.evaluation, exam.gradients, planted, pick).kind

    assert said(id("apple total")) == "right"
    assert said(edge("apple price", "apple total", "x")) == "right"
    assert said(edge("apple total", "price", "x")) == "near"
    assert said(id("apple price")) == "inherited"
    assert said(id("price")) == "healthy"
    assert said(edge("tax", "price", "y")) == "healthy"


def test_what_is_said_of_a_pick_near_a_fan_out(exam_of):
    exam = exam_of("two_paths")
    id = exam.evaluation.graph.id_of
    planted = next(p for p in sites(exam.evaluation, id("e")) if p.fault.at_fan_out)
    near = judge_pick(exam.evaluation, exam.gradients, planted, ge.Edge(id("b"), id("c"), "y"))
    assert near.kind == "near"
    found = judge_pick(exam.evaluation, exam.gradients, planted, id("b"))
    assert found.kind == "right"
    assert "+= and not =" in found.sentence


@pytest.mark.parametrize("seeds", [range(start, start + 50) for start in range(0, 500, 50)], ids=lambda r: f"{r.start}")
def test_random_graphs_with_and_without_a_fault(seeds):
    for seed in seeds:
        grown, target = random_graph(seed)
        evaluation = ge.evaluate(grown.graph)
        exam = Exam(evaluation, ge.gradients(evaluation, target))
        assert not accused(evaluation, exam.gradients), f"a healthy graph is accused: seed {seed}"
        places = sites(evaluation, target)
        if places:
            planted = places[seed % len(places)]
            found = accused(*with_fault(exam, planted))
            assert found, f"the fault is not found: seed {seed}, {planted}"
            assert found <= culprits(exam, planted), f"something else is accused: seed {seed}, {planted}"
