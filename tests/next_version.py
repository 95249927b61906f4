"""A format version after the present one, for the time of a test: in version 1 the names of nodes were labels."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from graph_engine import storage
from graph_engine.storage import migrations

BEFORE, NEXT = storage.VERSION, storage.VERSION + 1


def step(tree: Mapping[str, Any]) -> Mapping[str, Any]:
    return {**tree, "nodes": [_renamed(node, "label", "name") for node in tree["nodes"]]}


def as_before(data: bytes) -> bytes:
    """The present form of a document as the version before would have written it."""
    tree = json.loads(data)
    nodes = [_renamed(node, "name", "label") for node in tree["nodes"]]
    return json.dumps({**tree, "version": BEFORE, "nodes": nodes}, ensure_ascii=False, indent=1).encode() + b"\n"


def _renamed(node: Mapping[str, Any], old: str, new: str) -> dict[str, Any]:
    return {new if key == old else key: value for key, value in node.items()}


@contextmanager
def next_version() -> Iterator[None]:
    """Everything that reads and writes is of the next version."""
    steps, rooms = migrations.STEPS, [m for name, m in sys.modules.items() if _knows(name, m)]
    migrations.STEPS = (*steps, step)
    for room in rooms:
        room.VERSION = NEXT
    try:
        yield
    finally:
        migrations.STEPS = steps
        for room in rooms:
            room.VERSION = BEFORE


def _knows(name: str, module: object) -> bool:
    ours = name.startswith("graph_engine.storage") or name == "gui.session.files"
    return ours and hasattr(module, "VERSION")
