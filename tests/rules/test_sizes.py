"""Files, functions and classes stay small enough to read. The lists of sinners only shrink."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

LINES_OF_A_FILE, LINES_OF_A_FUNCTION, METHODS_OF_A_CLASS = 400, 60, 25
LONG_FILES: set[str] = set()
LONG_FUNCTIONS: set[str] = set()
LARGE_CLASSES: set[str] = set()

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("graph_engine", "gui", "benchmarks", "tests")


@cache
def trees():
    paths = sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py"))
    return {path.relative_to(ROOT).as_posix(): ast.parse(path.read_text(encoding="utf-8")) for path in paths}


def long_files():
    for path in trees():
        lines = len((ROOT / path).read_text(encoding="utf-8").splitlines())
        if lines > LINES_OF_A_FILE:
            yield path, lines


def long_functions():
    for path, tree in trees().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > LINES_OF_A_FUNCTION:
                    yield f"{path}::{node.name}", lines


def large_classes():
    for path, tree in trees().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                methods = [m.name for m in node.body if isinstance(m, ast.FunctionDef)]
                # Names with capitals are overridden methods of Qt.
                public = [name for name in methods if not name.startswith("_") and name.islower()]
                if len(public) > METHODS_OF_A_CLASS:
                    yield f"{path}::{node.name}", len(public)


def check(found, sinners, limit, what):
    sizes = dict(found)
    new = {place: size for place, size in sizes.items() if place not in sinners}
    assert not new, f"more than {limit} {what}; split it by what its parts do: {new}"
    assert sinners <= set(sizes), f"no longer too large, take it off the list: {sorted(sinners - set(sizes))}"


def test_no_file_is_too_long():
    check(long_files(), LONG_FILES, LINES_OF_A_FILE, "lines in a file")


def test_no_function_is_too_long():
    check(long_functions(), LONG_FUNCTIONS, LINES_OF_A_FUNCTION, "lines in a function")


def test_no_class_has_too_many_public_methods():
    check(large_classes(), LARGE_CLASSES, METHODS_OF_A_CLASS, "public methods in a class")


def test_the_search_finds_the_files_it_is_meant_to_measure():
    assert {"graph_engine/graph/graph.py", "tests/rules/test_sizes.py"} <= set(trees())
