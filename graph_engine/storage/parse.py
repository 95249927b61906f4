"""Bytes → JSON tree, refusing what is not plain, bounded JSON with a line number."""

from __future__ import annotations

import json
import math
import re
from typing import Any

from ..errors import FileProblem
from ..sentence import Sentence, say
from .format import MAX_BYTES, MAX_DEPTH

# Possessive, so that neither a long string nor one without an end costs more than one look at each letter.
_STRING = r'"(?:[^"\\]++|\\.)*+"?'
_STRINGS_AND_BRACKETS = re.compile(rf"{_STRING}|[\[\]{{}}]|\n", re.DOTALL)
_KEYS_AND_BRACES = re.compile(rf"(?P<string>{_STRING})\s*+(?P<colon>:)?|[{{}}]", re.DOTALL)


class _Unwanted(Exception):
    """Fine for Python's parser and not for us; `token` is how it stands in the text."""

    def __init__(self, sentence: Sentence, token: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.token = token


class _Twins(Exception):
    """A key stands twice in one object."""


def parse(data: bytes) -> dict[str, Any]:
    """The JSON object in `data`, or `FileProblem`."""
    if len(data) > MAX_BYTES:
        raise FileProblem(say("the file is too large; the limit is {limit} bytes", limit=MAX_BYTES))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise FileProblem(say("the file is not UTF-8 text"), line=line) from None
    _check_depth(text)
    tree = _load(text)
    if not isinstance(tree, dict):
        raise FileProblem(say("this is JSON, but not a Gradcanvas file: it must be an object in { }"), line=1)
    return tree


def _load(text: str) -> Any:
    try:
        return json.loads(
            text, object_pairs_hook=_unique, parse_constant=_no_constant, parse_float=_finite, parse_int=_whole
        )
    except json.JSONDecodeError as error:
        template = "this is not JSON: {reason} at column {column}"
        raise FileProblem(say(template, reason=error.msg, column=error.colno), line=error.lineno) from None
    except _Unwanted as error:
        raise FileProblem(error.sentence, line=_line_of(text, error.token)) from None
    except _Twins:
        raise _twins(text) from None


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


def _line_of(text: str, token: str) -> int | None:
    """The line where `token` first stands outside of strings."""
    for match in re.finditer(rf"{_STRING}|{re.escape(token)}", text, re.DOTALL):
        if match[0] == token:
            return text.count("\n", 0, match.start()) + 1
    return None


def _twins(text: str) -> FileProblem:
    """What to say of a text in which a key stands twice in one object: which, and the line of the second."""
    objects: list[set[str]] = []
    for match in _KEYS_AND_BRACES.finditer(text):
        if match[0] == "{":
            objects.append(set())
        elif match[0] == "}":
            objects.pop()
        elif match["colon"]:
            key = json.loads(match["string"])
            if key in objects[-1]:
                line = text.count("\n", 0, match.start()) + 1
                return FileProblem(say("the key “{key}” stands twice in one object", key=key), line=line)
            objects[-1].add(key)
    raise AssertionError("the parser met a key twice in an object of this text")


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _Twins
    return found


def _no_constant(word: str) -> Any:
    raise _Unwanted(say("a bare {word} is not JSON; write it in quotes", word=word), word)


def _finite(text: str) -> float:
    number = float(text)
    if math.isinf(number):
        template = '{number} is too large for float64; write "Infinity" if that is meant'
        raise _Unwanted(say(template, number=_shorten(text)), text)
    return number


def _whole(text: str) -> float | int:
    return int(text) if len(text) < 300 else _finite(text)


def _shorten(text: str) -> str:
    return text if len(text) <= 24 else text[:23] + "…"
