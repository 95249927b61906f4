"""Formulas typed into a document that has nodes already."""

from __future__ import annotations

import pytest

from graph_engine.document import Document, from_formula, weave
from graph_engine.errors import FormulaError, Refused
from graph_engine.evaluate import evaluate


def added(document, text, **options):
    woven = weave(document, text, **options)
    woven.edit.apply(document)
    return woven


def value(document, id):
    return evaluate(document.graph).value(id)


def test_names_that_are_there_are_used():
    document = from_formula("e = (a + b) * (b + 1)")
    woven = added(document, "a * e + c")
    assert sorted(document.graph.node(id).name for id in woven.added) == ["add 3", "c", "multiply"]
    assert value(document, woven.result) == 5.0


def test_a_number_is_shared_only_with_a_constant_that_holds_it():
    document = Document()
    one = document.graph.add("variable", "2", value=5.0)
    document.positions[one] = (0.0, 0.0)
    woven = added(document, "x + 2")
    assert len(woven.added) == 3
    assert len(added(document, "y + 1").added) == 3
    assert len(added(document, "y + x + 1").added) == 2


def test_the_fed_node_stands_for_the_only_new_name():
    document = from_formula("a + b")
    fed = document.graph.id_of("a")
    woven = added(document, "u * u + b", feed=fed)
    assert fed in woven.held
    assert not document.graph.has_name("u")


@pytest.mark.parametrize(("text", "why"), [("u * v", "which of"), ("b + 1", "no name")])
def test_it_must_be_clear_what_the_fed_node_stands_for(text, why):
    document = from_formula("a + b")
    with pytest.raises(FormulaError, match=why):
        weave(document, text, feed=document.graph.id_of("a"))


def test_a_result_takes_no_name_that_is_taken():
    with pytest.raises(Refused, match="“e” already"):
        weave(from_formula("e = a + b"), "e = a * 2")


def test_it_can_be_taken_back():
    document = from_formula("a + b")
    before = list(document.graph.edges), dict(document.positions)
    woven = weave(document, "exp(a * b)")
    inverse = woven.edit.apply(document)
    inverse.apply(document)
    assert (list(document.graph.edges), document.positions) == before
