"""Every example in a docstring of the engine is true."""

import doctest
import pkgutil
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest

import graph_engine

HAS_TORCH = find_spec("torch") is not None
MODULES = [
    "graph_engine",
    *(
        m.name
        for m in pkgutil.walk_packages(graph_engine.__path__, "graph_engine.")
        if HAS_TORCH or ".pytorch." not in m.name
    ),
]
WITH_EXAMPLES = [
    name
    for name in MODULES
    if not name.endswith("__main__") and any(t.examples for t in doctest.DocTestFinder().find(import_module(name)))
]


@pytest.mark.parametrize("name", WITH_EXAMPLES)
def test_the_docstrings_of(name):
    result = doctest.testmod(import_module(name))
    assert result.attempted > 0
    assert result.failed == 0


def test_the_ways_into_the_engine_show_an_example():
    assert {"graph_engine", "graph_engine.graph.graph", "graph_engine.evaluate.run"} <= set(WITH_EXAMPLES)


PAGES = {"docs/engine.md": 16, "docs/training.md": 6, "README.md": 9, "README.zh-CN.md": 9}


@pytest.mark.parametrize(("page", "least"), PAGES.items())
def test_the_pages_that_show_the_engine_are_true(page, least):
    path = Path(__file__).resolve().parents[2] / page
    result = doctest.testfile(str(path), module_relative=False, encoding="utf-8")
    assert result.attempted >= least
    assert result.failed == 0
