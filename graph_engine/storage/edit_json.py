"""Edits ⇄ JSON records, for the journal: each by the name of its class."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..document import Edit, edits
from ..errors import GradcanvasError, ValueMismatch
from ..graph import Edge, Node, as_value, make_node
from ..sentence import say
from .extras import bookmark_from_json, bookmark_to_json, note_from_json, note_to_json, pair
from .groups import group_from_json, group_to_json
from .numbers import number_to_json, value_from_json, value_to_json
from .training import training_from_json, training_to_json
from .write import node_to_json, setting_to_json

Record = dict[str, Any]


def edit_to_json(edit: Edit) -> Record:
    """What `edit_from_json` makes the same edit of."""
    return {"edit": type(edit).__name__, **_fields(edit)}


def _fields(edit: Edit) -> Record:
    match edit:
        case edits.AddNode(node=node, position=place):
            return {"node": node_to_json(node, place)}
        case edits.RemoveNode(id=id):
            return {"id": id}
        case edits.Connect(edge=edge) | edits.Disconnect(edge=edge):
            return {"edge": list(edge)}
        case edits.SetValue(id=id, value=value):
            return {"id": id, "value": value_to_json(as_value(value))}
        case edits.Rename(id=id, name=name):
            return {"id": id, "name": name}
        case edits.SetAttribute(id=id, name=name, value=value):
            return {"id": id, "name": name, "value": setting_to_json(value)}
        case edits.Move(places=places):
            return {"places": [[id, [number_to_json(n) for n in place]] for id, place in places]}
        case edits.Together(edits=parts):
            return {"edits": [edit_to_json(part) for part in parts]}
        case _:
            return _other_fields(edit)


def _other_fields(edit: Edit) -> Record:
    """Of edits that leave nodes and wires alone."""
    match edit:
        case edits.SetTarget(id=target):
            return {"id": target}
        case edits.SetGroups(groups=groups):
            return {"groups": [[id, None if group is None else group_to_json(group)] for id, group in groups]}
        case edits.Describe(title=title, description=description):
            return {"title": title, "description": description}
        case edits.SetNote(id=id, note=note):
            return {"id": id, "note": None if note is None else note_to_json(note)}
        case edits.SetBookmark(number=number, bookmark=place):
            return {"number": number, "bookmark": None if place is None else bookmark_to_json(number, place)}
        case edits.SetTraining(training=training):
            return {"training": None if training is None else training_to_json(training)}
        case _:
            raise TypeError(f"the journal does not know {type(edit).__name__}")


def edit_from_json(record: Any) -> Edit:
    """The edit that a record describes; `ValueMismatch` if it describes none."""
    try:
        return _edit(record["edit"], record)
    except (LookupError, TypeError, ValueError, AttributeError, ArithmeticError, GradcanvasError) as error:
        raise ValueMismatch(say("this is no edit: {reason}", reason=error)) from None


def _edit(kind: str, r: Mapping[str, Any]) -> Edit:
    match kind:
        case "AddNode":
            return edits.AddNode(_node(r["node"]), pair(r["node"]["at"], "at"))
        case "RemoveNode":
            return edits.RemoveNode(_text(r["id"]))
        case "Connect":
            return edits.Connect(Edge(*map(_text, r["edge"])))
        case "Disconnect":
            return edits.Disconnect(Edge(*map(_text, r["edge"])))
        case "SetValue":
            return edits.SetValue(_text(r["id"]), value_from_json(r["value"]))
        case "Rename":
            return edits.Rename(_text(r["id"]), _text(r["name"]))
        case "SetAttribute":
            return edits.SetAttribute(_text(r["id"]), _text(r["name"]), r["value"])
        case "Move":
            return edits.Move(tuple((_text(id), pair(place, "at")) for id, place in r["places"]))
        case "Together":
            return edits.Together(tuple(edit_from_json(part) for part in r["edits"]))
        case _:
            return _other_edit(kind, r)


def _other_edit(kind: str, r: Mapping[str, Any]) -> Edit:
    match kind:
        case "SetTarget":
            return edits.SetTarget(None if r["id"] is None else _text(r["id"]))
        case "SetGroups":
            pairs = [(_text(id), None if group is None else group_from_json(group)) for id, group in r["groups"]]
            return edits.SetGroups(tuple(pairs))
        case "Describe":
            return edits.Describe(_text(r["title"]), _text(r["description"]))
        case "SetNote":
            return edits.SetNote(_text(r["id"]), None if r["note"] is None else note_from_json(r["note"]))
        case "SetBookmark":
            place = None if r["bookmark"] is None else bookmark_from_json(r["bookmark"])
            return edits.SetBookmark(int(r["number"]), place)
        case "SetTraining":
            return edits.SetTraining(None if r["training"] is None else training_from_json(r["training"]))
        case _:
            raise LookupError(kind)


def _node(record: Mapping[str, Any]) -> Node:
    value = value_from_json(record["value"]) if "value" in record else None
    return make_node(_text(record["id"]), record["op"], _text(record["name"]), value, record.get("attributes", {}))


def _text(given: Any) -> str:
    if not isinstance(given, str):
        raise ValueMismatch(say("{value} stands where a text belongs", value=repr(given)[:40]))
    return given
