"""CSV: a table as text. Inputs are all columns but the last, which is the target, unless others are chosen."""

from __future__ import annotations

import csv
import math
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path
from typing import Any

import numpy as np

from ...errors import ValueMismatch
from ...sentence import say
from ..declare import DataSet
from .choice import MAX_ENTRIES, Choice, data_set

Line = tuple[int, list[str]]  # its number, and its cells
_DELIMITERS = {"comma": ",", "semicolon": ";", "tab": "\t", "space": " "}
_LOOK = 8192  # characters that the delimiter is guessed from


def read(path: Path, choice: Choice) -> DataSet:
    name = choice.file
    try:
        with path.open(encoding="utf-8-sig" if choice.encoding == "utf-8" else choice.encoding, newline="") as file:
            delimiter = _DELIMITERS.get(choice.delimiter) or _guessed(file.read(_LOOK))
            file.seek(0)
            rows = csv.reader(file, delimiter=delimiter, skipinitialspace=delimiter == " ", strict=True)
            numbered = ((rows.line_num, row) for row in rows if any(cell.strip() for cell in row))
            return _read(numbered, choice)
    except UnicodeError:
        template = "{file} is not {encoding} text; choose another encoding"
        raise ValueMismatch(say(template, file=name, encoding=choice.encoding)) from None
    except csv.Error as error:
        raise ValueMismatch(say("{file} is not a table: {reason}", file=name, reason=error)) from None


def _read(lines: Iterator[Line], choice: Choice) -> DataSet:
    name, heading = choice.file, next(lines, (1, []))[1] if choice.header else []
    wanted = islice(lines, choice.samples or None)
    first = next(wanted, None)
    if first is None:
        raise ValueMismatch(say("{file} has no rows", file=name))
    width = len(heading) if choice.header else len(first[1])
    names = [cell.strip() for cell in heading] or [str(number + 1) for number in range(width)]
    targets = _chosen(choice.targets, names, name) or [width - 1]
    inputs = _chosen(choice.inputs, names, name) or [n for n in range(width) if n not in targets]
    if not inputs:
        raise ValueMismatch(say("{file} has one column; a data set needs inputs and targets", file=name))
    given, answers = list[Any](), list[Line]()  # numbers are kept as numbers, row by row: text takes ten times as much
    for line, row in chain([first], wanted):
        if len(row) != width:
            template = "{file}, line {line}: {found} columns, but there should be {width}"
            raise ValueMismatch(say(template, file=name, line=line, found=len(row), width=width))
        if (len(given) + 1) * max(len(inputs), len(targets)) > MAX_ENTRIES:
            template = "{file} has more than {limit} numbers; ask for fewer samples"
            raise ValueMismatch(say(template, file=name, limit=MAX_ENTRIES))
        given.append(np.array(_numbers(line, row, inputs, names, choice)))
        answers.append((line, [_cell(row, column, line, names, choice) for column in targets]))
    shown = tuple(names[n] for n in inputs)
    return data_set(name, np.array(given), _answers(answers, [names[n] for n in targets], choice), shown, choice)


def _guessed(text: str) -> str:
    """The delimiter that the first line has most of."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(_DELIMITERS.values(), key=lambda mark: (first.count(mark), mark == ","))


def _chosen(text: str, names: list[str], file: str) -> list[int]:
    """Columns by name, or by number from 1 on, with commas between."""
    found = []
    for part in filter(None, (part.strip() for part in text.split(","))):
        if part in names:
            found.append(names.index(part))
        elif part.isdecimal() and 1 <= int(part) <= len(names):
            found.append(int(part) - 1)
        else:
            shown = ", ".join(names[:12]) + (", …" if len(names) > 12 else "")
            template = "{file} has no column “{column}”; it has {names}"
            raise ValueMismatch(say(template, file=file, column=part[:40], names=shown[:200]))
    return found


def _numbers(line: int, row: list[str], columns: list[int], names: list[str], choice: Choice) -> list[float]:
    return [_number(_cell(row, column, line, names, choice), names[column], line, choice) for column in columns]


def _number(text: str, column: str, line: int, choice: Choice) -> float:
    try:
        number = float(text)
    except ValueError:
        number = math.inf
    if "_" in text or not math.isfinite(number):
        template = "{file}, line {line}, column “{column}”: “{text}” is not a number"
        raise ValueMismatch(say(template, file=choice.file, line=line, column=column[:40], text=text[:40]))
    return number


def _answers(lines: list[Line], names: list[str], choice: Choice) -> Any:
    """Targets as numbers, or as text where they are classes."""
    if choice.answers != "classes":
        try:
            places = range(len(names))
            return np.array([[_number(row[n], names[n], line, choice) for n in places] for line, row in lines])
        except ValueMismatch:
            if choice.answers == "numbers":
                raise
    return np.array([row for _, row in lines])


def _cell(row: list[str], column: int, line: int, names: list[str], choice: Choice) -> str:
    text = row[column].strip()
    if not text or text.lower() in ("na", "n/a", "nan", "null", "?"):
        template = "{file}, line {line}, column “{column}”: a value is missing"
        raise ValueMismatch(say(template, file=choice.file, line=line, column=names[column][:40]))
    return text
