"""Names that stand in people's files and settings never change: this list may only grow.

A release adds its new names: `python tests/rules/test_published_names.py` prints the list as it would be.
"""

import json
from pathlib import Path

import pytest

from graph_engine import ops, optimizers, storage
from graph_engine.document import TRAINING_FIELDS
from graph_engine.graph import SOURCES_BY_KEY
from gui.actions.build import declared
from gui.panels.declared import panels

LIST = Path(__file__).with_name("published.json")
PUBLISHED = json.loads(LIST.read_text(encoding="utf-8"))


def names():
    return {
        "versions": list(range(1, storage.VERSION + 1)),
        "sources": list(SOURCES_BY_KEY),
        "source_attributes": {s.key: attributes(s) for s in SOURCES_BY_KEY.values() if s.attributes},
        "optimizers": {o.key: attributes(o) for o in optimizers.ALL},
        "training": {field.name: list(field.choices) for field in TRAINING_FIELDS},
        "actions": list(declared()),
        "panels": [panel.name for panel in panels()],
        "ops": {op.key: {"ports": list(op.ports), "attributes": attributes(op)} for op in ops.ALL},
    }


def attributes(spec):
    return {attribute.name: list(attribute.choices) for attribute in spec.attributes}


@pytest.mark.parametrize("key", PUBLISHED["ops"])
def test_a_published_op_keeps_its_key_its_ports_and_its_attributes(key):
    was, op = PUBLISHED["ops"][key], ops.by_key(key)
    assert list(op.ports)[: len(was["ports"])] == was["ports"], "files name these ports; new ones go last"
    for name, choices in was["attributes"].items():
        assert set(choices) <= set(attributes(op)[name]), f"files say “{name}” of “{key}”"
    added = op.inputs[len(was["ports"]) :]
    assert all(port.optional for port in added), "a graph in an old file has no wire into a new port"


def test_published_sources_and_versions_stay():
    assert set(PUBLISHED["sources"]) <= set(SOURCES_BY_KEY)
    for key, was in PUBLISHED["source_attributes"].items():
        now = attributes(SOURCES_BY_KEY[key])
        assert all(set(choices) <= set(now[name]) for name, choices in was.items()), f"files say this of “{key}”"
    for what in ("optimizers", "training"):
        for key, was in PUBLISHED[what].items():
            assert set(was) <= set(names()[what][key]), f"files say this of “{key}”"
    assert set(PUBLISHED["versions"]) <= set(names()["versions"])


def test_published_actions_and_panels_stay():
    for what in ("actions", "panels"):
        assert set(PUBLISHED[what]) <= set(names()[what])


if __name__ == "__main__":
    print(json.dumps(names(), indent=1))
