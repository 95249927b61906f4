"""Questions are forgotten with the numbers that they are about."""

from __future__ import annotations

import pytest

import graph_engine as ge
from graph_engine.document import Document, edits
from graph_engine.explain import Question
from graph_engine.graph import Edge
from gui.session import Session
from gui.session.inquiry import Aim

X_TO_Y, Y_TO_Z = Edge("n1", "n2", "x"), Edge("n2", "n3", "x")


@pytest.fixture
def session(qapp):
    graph = ge.Graph()
    y = graph.add("square", "y", x=graph.add("variable", "x", value=[1.0, 2.0, 3.0]))
    target = graph.add("sum", "z", x=y)
    return Session(Document(graph, {node.id: (0.0, 0.0) for node in graph.nodes}, target))


@pytest.mark.parametrize("value", [[1.0], 5.0, [[1.0, 2.0, 3.0]]])
@pytest.mark.parametrize(
    ("question", "aim"),
    [
        (Question("value", "n1", (2,)), None),
        (Question("value", "n2", (2,)), None),
        (Question("gradient", "n1", (2,)), None),
        (Question("gradient", "n1", (0,)), Aim("n2", (2,))),
        (Question("carried", X_TO_Y, (2,)), None),
        (Question("local", X_TO_Y, (2,)), None),
        (Question("local", Y_TO_Z, (2,)), None),
    ],
)
def test_a_question_about_an_entry_ends_when_the_array_gets_another_shape(session, question, aim, value):
    assert session.inquiry.ask(question, aim=aim)
    session.do(edits.SetValue("n1", value), "Another shape")
    assert session.inquiry.trail == ()
    session.history.undo()
    assert session.inquiry.ask(question, aim=aim)


def test_a_question_stays_while_its_number_does(session):
    question = Question("gradient", "n1", (2,))
    assert session.inquiry.ask(question)
    session.do(edits.SetValue("n1", [1.0, 2.0, 5.0]), "Another number")
    assert session.inquiry.trail == (question,)
    assert session.inquiry.answer().value == 10.0
