"""Steps and epochs on their way to whoever watches: many in one line, so that a fast run does not drown its reader."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .progress import Epoch, Step, epoch_to_json, plain


class Packet:
    """Losses and rates of steps that follow each other; norms and ratios are those of the last."""

    def __init__(self) -> None:
        self._steps: list[Step] = []
        self._epochs: list[Epoch] = []
        self.add = self._steps.append
        self.add_epoch = self._epochs.append

    def send(self, send: Callable[[dict[str, Any]], None]) -> None:
        """Sends what has gathered, if anything has."""
        if self._steps:
            self._send_steps(send)
        if self._epochs:
            send({"type": "epochs", "epochs": [epoch_to_json(epoch) for epoch in self._epochs]})
            self._epochs.clear()

    def _send_steps(self, send: Callable[[dict[str, Any]], None]) -> None:
        first, last = self._steps[0], self._steps[-1]
        send(
            {
                "type": "steps",
                "first": first.step,
                "epoch": last.epoch,
                "loss": [step.loss for step in self._steps],
                "rate": [step.rate for step in self._steps],
                "norms": None if last.norms is None else [plain(norm) for norm in last.norms],
                "ratios": None if last.ratios is None else [plain(ratio) for ratio in last.ratios],
            }
        )
        self._steps.clear()
