"""How a run shows itself on a terminal: one line that is written over, and a line for each epoch."""

from __future__ import annotations

import shutil
import time
from typing import TextIO

from ..training import Epoch, Step, Trainer

_WIDTH = 24
_OFTEN = 0.1  # seconds between two pictures


class Bar:
    """Epoch, share done, loss and time left."""

    def __init__(self, out: TextIO, trainer: Trainer) -> None:
        self._out, self._trainer = out, trainer
        self._start, self._first = time.monotonic(), trainer.done
        self._drawn = 0.0
        self._loss = 0.0

    def step(self, step: Step) -> None:
        kept = 0.0 if step.step - self._first <= 1 else 0.95
        self._loss = kept * self._loss + (1 - kept) * step.loss
        now = time.monotonic()
        if now - self._drawn >= _OFTEN:
            self._drawn = now
            self._write(self.text(step, now - self._start))

    def text(self, step: Step, seconds: float) -> str:
        epochs, each = self._trainer.training.epochs, self._trainer.per_epoch
        if not epochs:
            return f"epoch {step.epoch}, step {step.step}  loss {self._loss:.4g}"
        share = min(1.0, step.step / (epochs * each))
        left = seconds / max(1, step.step - self._first) * (epochs * each - step.step)
        full = round(share * _WIDTH)
        bar = "━" * full + "─" * (_WIDTH - full)
        return f"epoch {step.epoch}/{epochs} {bar} {share:4.0%}  loss {self._loss:.4g}  {_time(left)} left"

    def clear(self) -> None:
        self._write("")

    def _write(self, text: str) -> None:
        width = shutil.get_terminal_size().columns - 1
        self._out.write(f"\r\x1b[K{text[:width]}")
        self._out.flush()


def epoch_line(epoch: Epoch) -> str:
    """An epoch in words."""
    text = f"epoch {epoch.epoch}: train loss {epoch.train_loss:.6g}"
    if epoch.train_accuracy is not None:
        text += f", accuracy {epoch.train_accuracy:.4f}"
    if epoch.test_loss is not None:
        text += f"; test loss {epoch.test_loss:.6g}"
        if epoch.test_accuracy is not None:
            text += f", accuracy {epoch.test_accuracy:.4f}"
    return text


def _time(seconds: float) -> str:
    whole = round(seconds)
    hours, minutes = whole // 3600, whole // 60 % 60
    return f"{hours}:{minutes:02}:{whole % 60:02}" if hours else f"{minutes}:{whole % 60:02}"
