"""Document → bytes → file: stable order, one node per line so that it diffs, and never half a file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ..document import Document, Point, placed
from ..graph import FILE_ATTRIBUTES, GIVEN, Edge, Node, natural
from ..replace_file import replace_file
from .extras import bookmark_to_json, note_to_json
from .format import FORMAT, VERSION
from .groups import group_to_json
from .numbers import number_to_json, value_to_json
from .older import keep_older
from .training import training_to_json


def to_bytes(document: Document) -> bytes:
    """The document in the current format; the same document always gives the same bytes."""
    document = placed(document)
    head: dict[str, Any] = {"format": FORMAT, "version": VERSION}
    if document.title:
        head["title"] = document.title
    if document.description:
        head["description"] = document.description
    if document.target is not None:
        head["target"] = document.target
    ids = sorted((node.id for node in document.graph.nodes), key=natural)
    nodes = [node_to_json(document.graph.node(id), document.positions[id]) for id in ids]
    edges = [_edge(edge) for id in ids for edge in document.graph.edges_in(id)]
    lines = [f"  {_json(key)}: {_json(value)}" for key, value in head.items()]
    lists = [_list("nodes", nodes), _list("edges", edges)]
    if document.notes:
        lists.append(_list("notes", [note_to_json(document.notes[id]) for id in sorted(document.notes, key=natural)]))
    if document.bookmarks:
        places = sorted(document.bookmarks.items())
        lists.append(_list("bookmarks", [bookmark_to_json(number, place) for number, place in places]))
    if document.groups:
        groups = [group_to_json(document.groups[id]) for id in sorted(document.groups, key=natural)]
        lists.append(_list("groups", groups))
    if document.training is not None:
        lists.append(f'  "training": {_json(training_to_json(document.training))}')
    text = "{\n" + ",\n".join([*lines, *lists]) + "\n}\n"
    return text.encode("utf-8", "replace")  # half a character, pasted somewhere, must not stop a save


def write(document: Document, path: Path) -> bytes:
    """Saves `document` at `path`, the whole of it or nothing, and returns what was written.

    A file of an older version stays beside it, for those who have only the program that reads that one.
    """
    data = to_bytes(document)
    keep_older(path)
    replace_file(path, data)
    return data


def node_to_json(node: Node, place: Point) -> dict[str, Any]:
    record: dict[str, Any] = {
        "id": node.id,
        "op": node.kind,
        "name": node.name,
        "at": [number_to_json(n) for n in place],
    }
    if node.value is not None and not node.is_derived:
        record["value"] = value_to_json(node.value)
    if node.attributes and node.attributes.get("initialiser") != GIVEN:
        record["attributes"] = _attributes(node)
    return record


def _attributes(node: Node) -> dict[str, Any]:
    idle = set() if node.is_from_file or not node.is_derived else {attribute.name for attribute in FILE_ATTRIBUTES}
    return {name: setting_to_json(value) for name, value in sorted(node.attributes.items()) if name not in idle}


def setting_to_json(value: Any) -> Any:
    if isinstance(value, tuple):
        return list(value)
    return number_to_json(value) if isinstance(value, float) else value


def _edge(edge: Edge) -> dict[str, str]:
    return {"from": edge.source, "to": edge.target, "port": edge.port}


def _list(name: str, records: list[dict[str, Any]]) -> str:
    if not records:
        return f'  "{name}": []'
    return f'  "{name}": [\n' + ",\n".join(f"    {_json(record)}" for record in records) + "\n  ]"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)
