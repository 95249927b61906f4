"""Numbers as source: readable while they are few, packed where they are many; every bit is kept."""

from __future__ import annotations

import base64
import textwrap
import zlib
from collections.abc import Mapping
from typing import Any

import numpy as np

from ...graph import Value

FEW = 100  # entries that are written out
_WIDTH = 110


def number_source(value: Value) -> str:
    """A scalar or an array of few entries as a nested list; of many, a call of the program's own `unpack`."""
    array = np.asarray(value)
    if array.dtype == np.float64 and array.ndim == 0:
        return _scalar(float(array))
    name = repr(array.dtype.name)
    if array.size <= FEW:
        plain = _nested(array.tolist())
        return plain if array.dtype == np.float64 and array.size else f"number({plain}, {name}, {array.shape})"
    little = array.astype(array.dtype.newbyteorder("<"))
    packed = base64.b64encode(zlib.compress(little.tobytes(), 9)).decode("ascii")
    lines = "\n".join(f'        "{line}"' for line in textwrap.wrap(packed, _WIDTH))
    return f"unpack(\n        {name},\n        {array.shape},\n{lines},\n    )"


def table_source(name: str, entries: Mapping[str, Value]) -> str:
    """A dictionary of numbers by the names of nodes."""
    lines = [f"    {quoted(key)}: {number_source(value)}," for key, value in entries.items()]
    return "\n".join([f"{name} = {{", *lines, "}"]) if lines else f"{name} = {{}}"


def quoted(text: str) -> str:
    """A string as source, in double quotes where nothing speaks against it.

    >>> print(quoted("tax"), quoted("it's"), quoted('a "name"'))
    "tax" "it's" 'a "name"'
    """
    source = repr(text)
    return f'"{text}"' if source == f"'{text}'" and '"' not in text else source


def _nested(entries: Any) -> str:
    if not isinstance(entries, list):
        return _scalar(entries)
    inner = [_nested(entry) for entry in entries]
    text = f"[{', '.join(inner)}]"
    if len(text) <= _WIDTH - 10:
        return text
    joined = ",\n".join(textwrap.indent(line, "        ") for line in inner) if isinstance(entries[0], list) else ""
    return f"[\n{joined},\n    ]" if joined else f"[\n{_wrapped(inner)}\n    ]"


def _wrapped(entries: list[str]) -> str:
    return textwrap.fill(", ".join(entries) + ",", _WIDTH, initial_indent=" " * 8, subsequent_indent=" " * 8)


def _scalar(number: float) -> str:
    return repr(number) if np.isfinite(number) else f'float("{number}")'
