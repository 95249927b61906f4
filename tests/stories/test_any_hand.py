"""Random editing through the window: the canvas is always the document, and every step of the history comes back."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from .any_hand_groups import GroupingHand

COMMON = {"deadline": None, "database": None, "suppress_health_check": list(HealthCheck)}
QUICK = settings(max_examples=8, stateful_step_count=15, derandomize=True, phases=[Phase.generate], **COMMON)
DEEP = settings(max_examples=40, stateful_step_count=25, **COMMON)  # some minutes


@pytest.mark.parametrize("profile", [QUICK, pytest.param(DEEP, marks=pytest.mark.slow)], ids=["quick", "deep"])
def test_any_editing_by_hand(hand, app, monkeypatch, profile):
    # The start page comes back whenever the canvas is empty; its examples are not to replace what is being edited.
    monkeypatch.setattr("gui.actions.file.safe_to_leave", lambda *_: False)
    run_state_machine_as_test(lambda: GroupingHand(hand), settings=profile)
