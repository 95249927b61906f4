"""Every lesson is complete in both languages, and can be walked to its end by conditions alone."""

from __future__ import annotations

import json
import math
from dataclasses import replace

import pytest

import graph_engine as ge
from graph_engine import ops
from graph_engine.document import effective_target
from graph_engine.explain import trace
from graph_engine.graph import SOURCES_BY_KEY, Edge
from graph_engine.lessons import LANGUAGES, Ask, Now, expected, is_met, lesson_from_json, lessons

EVERY = pytest.mark.parametrize("lesson", lessons(), ids=lambda lesson: lesson.name)
GOOD = {
    "title": {"en": "A", "zh_CN": "甲"},
    "about": {"en": "A", "zh_CN": "甲"},
    "start": {"formula": "y = x^2"},
    "steps": [{"say": {"en": "Look", "zh_CN": "看"}, "wait": {"answer": {"gradient": "x"}}}],
}


class Walker:
    """Does what the steps wait for, on a document."""

    def __init__(self, lesson) -> None:
        self.document = lesson.start()
        self.node, self.edge, self.position = None, None, None
        self.begin()

    def begin(self) -> None:
        nodes = list(self.document.graph.nodes)
        self.counts = {kind: sum(n.kind == kind for n in nodes) for kind in {n.kind for n in nodes}}
        self.values = {n.name: n.value for n in nodes if n.is_source}

    def now(self) -> Now:
        evaluation = ge.evaluate(self.document.graph)
        target = effective_target(self.document, evaluation)
        steps = trace(evaluation, target)
        resting = self.position is None
        position = len(steps) if resting else self.position
        return Now(
            self.document, evaluation, target, steps, position, resting, self.node, self.edge, self.counts, self.values
        )

    def id(self, name):
        graph = self.document.graph
        if name.startswith("@"):
            return [node.id for node in graph.nodes if node.kind == name[1:]][-1]
        return graph.id_of(name)

    def do(self, wait) -> None:
        graph = self.document.graph
        match wait.kind:
            case "select" if len(wait.of) == 1:
                self.node, self.edge = self.id(wait.of[0]), None
            case "select":
                self.node, self.edge = None, Edge(self.id(wait.of[0]), self.id(wait.of[1]), wait.of[2])
            case "set":
                graph.set_value(self.id(wait.of[0]), 0.125 if wait.to is None else wait.to)
            case "add":
                graph.add(wait.of[0])
            case "connect":
                target = self.id(wait.of[1])
                free = [port for port in graph.node(target).op.ports if port not in graph.inputs(target)]
                graph.connect(Edge(self.id(wait.of[0]), target, free[0] if wait.of[2] == "*" else wait.of[2]))
            case "step":
                now = self.now()
                self.position = {"forward": now.trace.forward, "end": len(now.trace)}[wait.of[0]]
            case "target":
                self.document.target = self.id(wait.of[0])


@EVERY
def test_it_can_be_walked_to_its_end(lesson):
    walker = Walker(lesson)
    for step in lesson.steps:
        walker.begin()
        if step.wait.kind == "answer":
            assert not is_met(step.wait, walker.now())
            assert abs(expected(step.wait.ask, walker.now().evaluation, walker.now().target)) < 1e6
        elif step.wait.kind != "read":
            met_before = is_met(step.wait, walker.now())
            assert not met_before or step.wait.kind in ("step", "select"), f"nothing to do: {step.text['en']}"
            walker.do(step.wait)
            assert is_met(step.wait, walker.now()), step.text["en"]


def unwire(graph):
    graph.disconnect(Edge("n1", "n2", "x"))


def rename(graph):
    graph.replace(replace(graph.node("n1"), name="another"))


def reshape(graph):
    graph.set_value("n1", 5.0)


@pytest.mark.parametrize("change", [unwire, rename, reshape])
@pytest.mark.parametrize(
    "ask",
    [
        Ask("value", ("x", "s", "x"), (1,)),
        Ask("gradient", ("x",), (1,)),
        Ask("carried", ("x", "s", "x"), (1,)),
        Ask("local", ("x", "s", "x"), (1,)),
        Ask("forward", ("x", "s"), (1,)),
    ],
    ids=lambda ask: ask.kind,
)
def test_a_number_that_is_not_there_any_more_is_said_to_be_gone(ask, change):
    graph = ge.Graph()
    target = graph.add("square", "s", x=graph.add("variable", "x", value=[1.0, 2.0]))
    assert math.isfinite(expected(ask, ge.evaluate(graph), target))
    change(graph)
    if change is unwire and ask.kind == "value":  # of the source, which needs no wire
        assert expected(ask, ge.evaluate(graph), target) == 2.0
    else:
        with pytest.raises(ge.GraphError, match="is not there any more"):
            expected(ask, ge.evaluate(graph), target)


def test_without_a_target_there_are_no_gradients_to_ask_for():
    graph = ge.Graph()
    graph.add("variable", "x", value=1.0)
    with pytest.raises(ge.GraphError, match="is not there any more"):
        expected(Ask("gradient", ("x",)), ge.evaluate(graph), None)


@EVERY
def test_both_languages_are_complete(lesson):
    for text in (lesson.title, lesson.about, *(step.text for step in lesson.steps)):
        assert set(text) == set(LANGUAGES)
        assert all(text.values())
        assert any("\u4e00" <= letter <= "\u9fff" for letter in text["zh_CN"])
        assert not any("\u4e00" <= letter <= "\u9fff" for letter in text["en"])


def test_there_are_a_dozen_and_their_names_tell_their_order():
    assert len(lessons()) >= 12
    assert [lesson.name for lesson in lessons()] == sorted(lesson.name for lesson in lessons())
    assert all(len(lesson.steps) >= 5 for lesson in lessons())
    kinds = {key for key in (*SOURCES_BY_KEY, *(op.key for op in ops.ALL))}
    for lesson in lessons():
        for step in lesson.steps:
            assert all(name[1:] in kinds for name in step.wait.of if name.startswith("@"))


def test_numbers_told_in_the_text_are_those_of_the_engine():
    """Facts that the lessons state in words."""
    named = {lesson.name: lesson for lesson in lessons()}
    walker = Walker(named["10_two_layer_network"])
    now = walker.now()
    gradient = ge.gradients(now.evaluation, now.target).nodes[walker.id("w45")]
    assert 0.9 - gradient == pytest.approx(0.873, abs=1e-3)
    assert now.evaluation.value(now.target) == pytest.approx(0.01810390383656677)
    walker = Walker(named["09_gradient_check"])
    values = []
    for x in (2.001, 1.999):
        walker.document.graph.set_value(walker.id("x"), x)
        values.append(walker.now().evaluation.value(walker.id("y")))
    assert values == pytest.approx([8.012006001, 7.988005999], abs=1e-12)
    assert (values[0] - values[1]) / 0.002 == pytest.approx(12.000001)


@pytest.mark.parametrize(
    "change",
    [
        {"title": {"en": "A"}},
        {"title": {"en": "A", "zh_CN": ""}},
        {"start": {"example": "nonsense"}},
        {"start": {"formula": "1 +"}},
        {"start": {}},
        {"start": {"formula": "y = x^2", "values": {"q": 1}}},
        {"steps": []},
        {"steps": [{"say": {"en": "A", "zh_CN": "甲"}, "wait": {"dance": "x"}}]},
        {"steps": [{"say": {"en": "A", "zh_CN": "甲"}, "wait": {"answer": {"colour": "x"}}}]},
        {"steps": [{"say": {"en": "A", "zh_CN": "甲"}, "wait": {"step": "middle"}}]},
        {"steps": [{"say": {"en": "A"}}]},
        {"more": 1},
    ],
)
def test_what_is_wrong_with_a_lesson_is_said(change):
    assert lesson_from_json("good", json.loads(json.dumps(GOOD))).steps[0].wait.ask.of == ("x",)
    with pytest.raises(ge.FileProblem, match="lesson “bad”: "):
        lesson_from_json("bad", {**GOOD, **change})
