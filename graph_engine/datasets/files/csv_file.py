"""CSV: a table as text. Inputs are all columns but the last, which is the target, unless others are chosen."""

from __future__ import annotations

import csv
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np

from ...errors import ValueMismatch
from ...sentence import say
from ..declare import DataSet
from .choice import Choice, data_set

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
            names = next(numbered, (1, []))[1] if choice.header else []
            table = list(islice(numbered, choice.samples or None))
    except UnicodeError:
        template = "{file} is not {encoding} text; choose another encoding"
        raise ValueMismatch(say(template, file=name, encoding=choice.encoding)) from None
    except csv.Error as error:
        raise ValueMismatch(say("{file} is not a table: {reason}", file=name, reason=error)) from None
    if not table:
        raise ValueMismatch(say("{file} has no rows", file=name))
    width = len(names) if choice.header else len(table[0][1])
    names = [cell.strip() for cell in names] or [str(number + 1) for number in range(width)]
    for line, row in table:
        if len(row) != width:
            template = "{file}, line {line}: {found} columns, but there should be {width}"
            raise ValueMismatch(say(template, file=name, line=line, found=len(row), width=width))
    targets = _chosen(choice.targets, names, name) or [width - 1]
    inputs = _chosen(choice.inputs, names, name) or [n for n in range(width) if n not in targets]
    if not inputs:
        raise ValueMismatch(say("{file} has one column; a data set needs inputs and targets", file=name))
    given = _numbers(table, inputs, names, choice)
    answers = _answers(table, targets, names, choice)
    return data_set(name, given, answers, tuple(names[n] for n in inputs), choice)


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
            raise ValueMismatch(say(template, file=file, column=part, names=shown))
    return found


def _numbers(table: list[tuple[int, list[str]]], columns: list[int], names: list[str], choice: Choice) -> Any:
    found = np.empty((len(table), len(columns)))
    for place, (line, row) in enumerate(table):
        for number, column in enumerate(columns):
            try:
                found[place, number] = float(_cell(row, column, line, names, choice))
            except ValueError:
                template = "{file}, line {line}, column “{column}”: “{text}” is not a number"
                values = {"line": line, "column": names[column], "text": row[column].strip()[:40]}
                raise ValueMismatch(say(template, file=choice.file, **values)) from None
    return found


def _answers(table: list[tuple[int, list[str]]], columns: list[int], names: list[str], choice: Choice) -> Any:
    """Targets as numbers, or as text where they are classes."""
    if choice.answers != "classes":
        try:
            return _numbers(table, columns, names, choice)
        except ValueMismatch:
            if choice.answers == "numbers":
                raise
    return np.array([[_cell(row, column, line, names, choice) for column in columns] for line, row in table])


def _cell(row: list[str], column: int, line: int, names: list[str], choice: Choice) -> str:
    text = row[column].strip()
    if not text or text.lower() in ("na", "n/a", "nan", "null", "?"):
        template = "{file}, line {line}, column “{column}”: a value is missing"
        raise ValueMismatch(say(template, file=choice.file, line=line, column=names[column]))
    return text
