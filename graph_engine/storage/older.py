"""Files of older format versions: known by how they begin, and kept when a newer form takes their place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from ..errors import FileProblem
from ..replace_file import replace_file
from .format import FORMAT, VERSION
from .parse import parse

_BEGINNING = re.compile(
    rb'(?:\xef\xbb\xbf)?\s*+\{\s*+"format"\s*+:\s*+"%s"\s*+,\s*+"version"\s*+:\s*+(\d{1,9})\s*+[,}]' % FORMAT.encode()
)


def older_version(data: bytes) -> int | None:
    """The version of a file that is older than those that are written now; None of any other."""
    begins = _BEGINNING.match(data)
    version = int(begins[1]) if begins else _version_inside(data)
    return version if version is not None and 1 <= version < VERSION else None


def keep_older(path: Path) -> Path | None:
    """Copies an older file beside itself, `graph.json` to `graph.v1.json`, and says where; None if it isn't one.

    Raises `FileProblem` if that is not possible: what would be lost is not to be written over.
    """
    try:
        data = path.read_bytes()
    except OSError:
        return None
    version = older_version(data)
    if version is None:
        return None
    for copy in _names(path, version):
        if not copy.exists():
            replace_file(copy, data)
            return copy
        if copy.is_file() and copy.read_bytes() == data:  # a save that did not come to its end
            return copy
    raise AssertionError("names never end")


def _version_inside(data: bytes) -> int | None:
    try:
        tree = parse(data)
    except FileProblem:
        return None
    version = tree.get("version")
    return version if tree.get("format") == FORMAT and type(version) is int else None


def _names(path: Path, version: int) -> Iterator[Path]:
    yield path.with_name(f"{path.stem}.v{version}{path.suffix}")
    for number in count(2):
        yield path.with_name(f"{path.stem}.v{version} {number}{path.suffix}")
