from __future__ import annotations

import pytest

import graph_engine as ge
from graph_engine.practice import Exam


@pytest.fixture
def exam_of():
    """The exam of an example, or of a formula with values given by name."""

    def make(what: str, **values: object) -> Exam:
        names = [example.name for example in ge.examples()]
        document = ge.example(what).open() if what in names else ge.from_formula(what)
        for name, value in values.items():
            document.graph.set_value(document.graph.id_of(name), value)
        evaluation = ge.evaluate(document.graph)
        return Exam(evaluation, ge.gradients(evaluation, document.target or document.graph.sinks()[-1]))

    return make
