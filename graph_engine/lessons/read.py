"""Lessons from their files, each checked as a whole: both languages, known waits, names that are there."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, get_args

from ..document import Document, from_formula
from ..errors import FileProblem, GradcanvasError
from ..sentence import say
from ..storage import example
from ..storage.examples import folder
from .lesson import LANGUAGES, Ask, Asked, Lesson, Step, Text, Wait, Waiting

_KEYS = {"title", "about", "start", "steps"}
_PLACES = ("forward", "end")


@cache
def lessons() -> tuple[Lesson, ...]:
    """All lessons, in the order of their file names."""
    return tuple(
        lesson_from_json(path.stem, json.loads(path.read_text(encoding="utf-8")))
        for path in sorted((folder() / "lessons").glob("*.json"))
    )


def lesson_from_json(name: str, tree: Any) -> Lesson:
    """One lesson, or `FileProblem` that says what is wrong with it."""
    if not isinstance(tree, Mapping) or set(tree) != _KEYS or not isinstance(tree["steps"], list) or not tree["steps"]:
        raise _wrong(name, "a lesson has title, about, start and steps")
    return Lesson(
        name=name,
        title=_text(name, tree["title"]),
        about=_text(name, tree["about"]),
        steps=tuple(_step(name, step) for step in tree["steps"]),
        start=_start(name, tree["start"]),
    )


def _step(name: str, tree: Any) -> Step:
    if not isinstance(tree, Mapping) or not set(tree) <= {"say", "wait"}:
        raise _wrong(name, f"a step has say and wait: {tree}")
    return Step(_text(name, tree.get("say")), _wait(name, tree.get("wait", {"read": []})))


def _wait(name: str, tree: Mapping[str, Any]) -> Wait:
    kind: Any = next(iter(tree))
    if kind not in get_args(Waiting):
        raise _wrong(name, f"“{kind}” is nothing to wait for")
    if kind == "answer":
        return Wait("answer", ask=_ask(name, tree["answer"]))
    of, to = tree[kind], tree.get("to")
    if kind == "step" and isinstance(of, int):
        return Wait("step", to=of)
    if kind == "step" and of not in _PLACES:
        raise _wrong(name, f"“{of}” is no place on the timeline")
    return Wait(kind, tuple([of] if isinstance(of, str) else of), to)


def _ask(name: str, tree: Mapping[str, Any]) -> Ask:
    kind: Any = next(iter(tree))
    if kind not in get_args(Asked):
        raise _wrong(name, f"“{kind}” can't be asked")
    of, at = tree[kind], tuple(tree.get("at", ()))
    if kind == "number":
        return Ask("number", number=float(of))
    return Ask(kind, tuple([of] if isinstance(of, str) else of), at)


def _text(name: str, tree: Any) -> Text:
    if not isinstance(tree, Mapping) or set(tree) != set(LANGUAGES) or not all(tree.values()):
        raise _wrong(name, f"a text is missing in one of {', '.join(LANGUAGES)}: {tree}")
    return dict(tree)


def _start(name: str, tree: Any) -> Callable[[], Document]:
    if not isinstance(tree, Mapping) or len(tree.keys() & {"example", "formula", "empty"}) != 1:
        raise _wrong(name, f"a lesson starts with an example, a formula or nothing: {tree}")
    try:
        _document(tree)
    except GradcanvasError as error:
        raise _wrong(name, str(error)) from None
    return lambda: _document(tree)


def _document(start: Mapping[str, Any]) -> Document:
    if "example" in start:
        return example(start["example"]).open()
    return _of_formula(start["formula"], start.get("values", {})) if "formula" in start else Document()


def _of_formula(text: str, values: Mapping[str, float]) -> Document:
    document = from_formula(text)
    for source, value in values.items():
        document.graph.set_value(document.graph.id_of(source), value)
    return document


def _wrong(name: str, reason: str) -> FileProblem:
    return FileProblem(say("lesson “{name}”: {reason}", name=name, reason=reason))
