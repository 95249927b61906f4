"""Bytes → JSON tree, refusing what is not plain, bounded JSON with a line number."""

from __future__ import annotations

import json
import math
import re
from typing import Any

from ..errors import FileProblem
from ..sentence import say
from .format import MAX_BYTES, MAX_DEPTH

_STRINGS_AND_BRACKETS = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}]|\n', re.DOTALL)


def parse(data: bytes) -> dict[str, Any]:
    """The JSON object in `data`, or `FileProblem`."""
    if len(data) > MAX_BYTES:
        template = "the file has {size} bytes; the limit is {limit}"
        raise FileProblem(say(template, size=len(data), limit=MAX_BYTES))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise FileProblem(say("the file is not UTF-8 text"), line=line) from None
    _check_depth(text)
    try:
        tree = json.loads(text, object_pairs_hook=_unique, parse_constant=_no_constant, parse_float=_finite, parse_int=_whole)
    except json.JSONDecodeError as error:
        template = "this is not JSON: {reason} at column {column}"
        raise FileProblem(say(template, reason=error.msg, column=error.colno), line=error.lineno) from None
    if not isinstance(tree, dict):
        raise FileProblem(say("this is JSON, but not a Gradcanvas file: it must be an object in { }"), line=1)
    return tree


def _check_depth(text: str) -> None:
    depth, line = 0, 1
    for match in _STRINGS_AND_BRACKETS.finditer(text):
        token = match[0]
        if token == "\n":
            line += 1
        elif token in "[{":
            depth += 1
            if depth > MAX_DEPTH:
                raise FileProblem(say("brackets are nested more than {limit} deep", limit=MAX_DEPTH), line=line)
        elif token in "]}":
            depth -= 1


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise FileProblem(say("the key “{key}” stands twice in one object", key=key))
        found[key] = value
    return found


def _no_constant(word: str) -> Any:
    raise FileProblem(say("a bare {word} is not JSON; write it in quotes", word=word))


def _finite(text: str) -> float:
    number = float(text)
    if math.isinf(number):
        raise FileProblem(say("{number} is too large for float64; write \"Infinity\" if that is meant", number=_shorten(text)))
    return number


def _whole(text: str) -> float | int:
    return int(text) if len(text) < 300 else _finite(text)


def _shorten(text: str) -> str:
    return text if len(text) <= 24 else text[:23] + "…"
