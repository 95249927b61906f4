"""The training set-up as JSON and back: only what differs from the defaults is written."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from ..document import Training
from ..errors import ValueMismatch
from ..sentence import say
from .numbers import number_to_json


def training_to_json(training: Training) -> dict[str, Any]:
    plain, record = Training(), dict[str, Any]()
    for field in fields(Training):
        value = getattr(training, field.name)
        if value == getattr(plain, field.name) and field.name not in ("optimizer", "rate", "epochs"):
            continue
        if field.name == "settings":
            record["settings"] = {name: _plain(setting) for name, setting in value}
        else:
            record[field.name] = list(value) if isinstance(value, tuple) else _plain(value)
    return record


def training_from_json(record: Any) -> Training:
    """The set-up that a record describes; `GradcanvasError` names what is wrong with it."""
    if not isinstance(record, dict):
        raise ValueMismatch(say('"training" must be an object'))
    settings, order = record.get("settings", {}), record.get("order", [])
    if not isinstance(settings, dict):
        raise ValueMismatch(say('training: "settings" must be an object'))
    if not isinstance(order, list):
        raise ValueMismatch(say("training: order must be a list of the ids of nodes"))
    return Training().with_changes(**{**record, "settings": settings, "order": tuple(order)})


def _plain(value: Any) -> Any:
    return number_to_json(value) if isinstance(value, float) else value
