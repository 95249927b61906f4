"""Groups as JSON and back."""

from __future__ import annotations

from typing import Any

from ..document import Group, PortName
from ..errors import ValueMismatch
from ..sentence import say

_GROUP = {"id", "name", "members", "parent", "collapsed", "ports"}


def group_to_json(group: Group) -> dict[str, Any]:
    record: dict[str, Any] = {"id": group.id, "name": group.name, "members": list(group.members)}
    if group.parent is not None:
        record["parent"] = group.parent
    if group.collapsed:
        record["collapsed"] = True
    if group.ports:
        record["ports"] = [port._asdict() for port in group.ports]
    return record


def group_from_json(record: Any) -> Group:
    """The group that a record describes, or `ValueMismatch`; whether it fits the graph is not asked here."""
    if not isinstance(record, dict) or not isinstance(record.get("id"), str) or not record["id"]:
        raise ValueMismatch(say('a group must be an object with an "id" in quotes'))
    unknown = sorted(set(record) - _GROUP)
    if unknown:
        raise ValueMismatch(say("a group has the key “{key}”, which this version does not know", key=unknown[0]))
    name, parent = record.get("name", record["id"]), record.get("parent")
    members, collapsed = record.get("members", []), record.get("collapsed", False)
    if not isinstance(name, str):
        raise ValueMismatch(say('"name" must be text in quotes'))
    if not isinstance(members, list) or not all(isinstance(id, str) for id in members):
        raise ValueMismatch(say('"members" must be a list of the ids of nodes'))
    if len(set(members)) < len(members):
        raise ValueMismatch(say("a node stands twice among its members"))
    if parent is not None and not isinstance(parent, str):
        raise ValueMismatch(say('"parent" must be the id of a group'))
    if not isinstance(collapsed, bool):
        raise ValueMismatch(say('"collapsed" must be true or false'))
    return Group(record["id"], name.strip(), tuple(members), parent, collapsed, _ports(record.get("ports", [])))


def _ports(given: Any) -> tuple[PortName, ...]:
    if not isinstance(given, list) or not all(_is_port(entry) for entry in given):
        raise ValueMismatch(say('"ports" must be a list of objects with "node", "port" and "name" in quotes'))
    return tuple(PortName(**entry) for entry in given)


def _is_port(entry: Any) -> bool:
    keys = {"node", "port", "name"}
    return isinstance(entry, dict) and set(entry) == keys and all(isinstance(text, str) for text in entry.values())
