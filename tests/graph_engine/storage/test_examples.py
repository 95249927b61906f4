from importlib import import_module

import pytest

import graph_engine as ge
from graph_engine.errors import FileProblem


def test_an_example_is_found_with_or_without_its_ending():
    assert ge.example("apple_tax") == ge.example("apple_tax.json")
    assert ge.example("apple_tax").title == "Apple tax"


def test_an_unknown_example_lists_those_there_are():
    with pytest.raises(FileProblem, match=r"there is no example “pears”; there are: apple_tax, apples_and_oranges"):
        ge.example("pears")


def test_missing_examples_are_an_incomplete_installation(tmp_path, monkeypatch):
    examples = import_module("graph_engine.storage.examples")
    monkeypatch.setattr(examples, "folder", lambda: tmp_path)
    with pytest.raises(FileProblem, match="the installation is incomplete"):
        examples.examples.__wrapped__()
