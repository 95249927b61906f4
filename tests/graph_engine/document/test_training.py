"""The training set-up: checked, undoable, in the file only when there is one."""

from __future__ import annotations

import json

import pytest

import graph_engine as ge
from graph_engine import optimizers
from graph_engine.document import TRAINING_FIELDS, Training, edits
from graph_engine.storage import from_bytes, to_bytes


@pytest.fixture
def document():
    return ge.example("blobs").open()


def test_defaults_are_declared_once():
    assert {field.name: field.default for field in TRAINING_FIELDS} == {
        name: value for name, value in vars(Training()).items() if name not in ("settings", "order")
    }
    assert {optimizer.key for optimizer in optimizers.ALL} == set(TRAINING_FIELDS[0].choices)


def test_setting_it_is_undone_exactly_and_comes_back_from_the_file(document):
    before = to_bytes(document)
    setup = Training().with_changes(
        optimizer="adam", settings={"beta1": 0.8, "beta2": 0.999}, rate=0.01, order=("n3", "n2"), standardise=True
    )
    assert setup.settings == (("beta1", 0.8),), "what is the default is left out"
    undo = edits.SetTraining(setup).apply(document)
    after = to_bytes(document)
    assert after != before
    assert from_bytes(after).training == setup
    assert to_bytes(from_bytes(after)) == after
    undo.apply(document)
    assert to_bytes(document) == before


def test_another_optimizer_forgets_the_settings():
    setup = Training().with_changes(optimizer="adam", settings={"beta1": 0.8})
    assert setup.with_changes(rate=0.5).setting("beta1") == 0.8
    assert setup.with_changes(optimizer="rmsprop").settings == ()


BAD = {
    "rate": -1,
    "optimizer": "magic",
    "epochs": 1.5,
    "settings": {"beta1": 0.5},
    "order": ["n2", "n2"],
    "test": 1,
    "colour": "red",
    "schedule": 3,
}


@pytest.mark.parametrize("key", BAD)
def test_what_makes_no_sense_is_refused_with_the_line(document, key):
    edits.SetTraining(Training()).apply(document)
    tree = json.loads(to_bytes(document))
    tree["training"][key] = BAD[key]
    text = json.dumps(tree, indent=1)
    line = next(number for number, line in enumerate(text.splitlines(), 1) if '"training"' in line)
    with pytest.raises(ge.FileProblem, match=r"training") as caught:
        from_bytes(text.encode())
    assert caught.value.line == line
