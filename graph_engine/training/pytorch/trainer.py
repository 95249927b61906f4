"""A run on PyTorch: the same rows in the same order, on a processor or a graphics card, in one process or in many.

In many processes, each takes its share of every mini-batch, and `DistributedDataParallel` adds up what they find.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np
import torch
from torch import distributed

from ...document import Document, Training
from ...errors import TrainingError
from ...sentence import say
from ..judge import Judge, Score
from ..modes import judging, mask_examples
from ..prepare import prepare
from ..progress import Epoch, Finished, Progress, Step
from ..schedule import rate_at
from ..trainer import DIVERGED
from .network import Network


class TorchTrainer:
    """Stands in for `Trainer` where only the run itself is asked for."""

    def __init__(
        self, document: Document, training: Training | None = None, *, seed: int | None = None, device: str = ""
    ) -> None:
        self.task = prepare(document, training or document.training or Training(), seed)
        self.training = self.task.training
        if self.training.update == "in_turn":
            raise TrainingError(say("one weight after another is not available on PyTorch"))
        self.done = 0
        self.rank, self._world = _join(device)
        self._device = torch.device(device or ("cuda" if torch.cuda.is_available() else "cpu"))
        if self._device.type == "cuda" and self._device.index is None:
            self._device = torch.device("cuda", int(os.environ.get("LOCAL_RANK", "0")))
        learning = self.task.learning
        self._network = Network(learning.graph, self.task.target, self.task.start, learning.read).to(self._device)
        parallel = torch.nn.parallel.DistributedDataParallel
        self._model = parallel(self._network) if self._world > 1 else self._network
        self._optimizer = _optimizer(self.training, self._network.weights)
        self.statistics = dict(self.task.statistics)
        self._judge = Judge(judging(self.task.graph), self.task.target)
        self._examples: dict[int, list[Any]] = {}
        self._first_loss: float | None = None

    @property
    def per_epoch(self) -> int:
        return self.task.data.per_epoch

    def values(self) -> dict[str, Any]:
        """What the parameters and the running statistics are now, by id."""
        return {**self._network.values(), **self.statistics}

    def run(self) -> Iterator[Progress]:
        """The same records as `Trainer.run`, but for norms and ratios."""
        limit, stop = self.training.epochs, self.training.stop_loss
        for epoch in range(limit) if limit else _from_zero():
            for place in range(self.per_epoch):
                step = self._step(epoch, place)
                yield step
                if stop and step.loss <= stop:
                    yield Finished("loss", step.step, step.epoch)
                    return
            measured = self._measured(epoch + 1)
            yield measured
            reached = measured.train_accuracy if measured.test_accuracy is None else measured.test_accuracy
            if self.training.stop_accuracy and reached is not None and reached >= self.training.stop_accuracy:
                yield Finished("accuracy", self.done, epoch + 1)
                return
        yield Finished("epochs", self.done, limit)

    def close(self) -> None:
        """Leaves the other processes."""
        if self._world > 1:
            distributed.destroy_process_group()

    def _step(self, epoch: int, place: int) -> Step:
        rate = rate_at(self.training, self.done + 1, epoch)
        data, share = self._share(self.task.data.batch_at(epoch, place))
        self._optimizer.zero_grad()
        loss = self._model(data) * share
        loss.backward()
        total = self._mean(loss.detach())
        self._check(total)
        if not (self.training.stop_loss and total <= self.training.stop_loss):
            if self.training.clip:
                torch.nn.utils.clip_grad_norm_(list(self._network.weights), self.training.clip)
            for group in self._optimizer.param_groups:
                group["lr"] = rate
            self._optimizer.step()
            for pair in self.task.learning.running:
                pair.move(self._network.seen[pair.read].cpu().numpy(), self.statistics)
            self.done += 1
            return Step(self.done, epoch + 1, total, rate)
        return Step(self.done + 1, epoch + 1, total, rate)

    def _share(self, batch: Mapping[str, Any]) -> tuple[dict[str, Any], float]:
        """This process' rows of a mini-batch with their masks, and what its loss counts in the mean over all."""
        rows = len(next(iter(batch.values()))) if batch else 0
        mine = slice(self.rank, None, self._world) if rows else slice(None)
        share = len(range(rows)[mine]) * self._world / rows if rows else 1.0
        if not share:
            mine = slice(0, 1)  # nothing is left for this process: a row that counts for nothing
        given = {**batch, **self._masks(batch, rows)}
        cut = {id: value[mine] if len(np.shape(value)) and len(value) == rows else value for id, value in given.items()}
        return {id: torch.as_tensor(np.ascontiguousarray(v)).to(self._device) for id, v in cut.items()}, share

    def _masks(self, batch: Mapping[str, Any], rows: int) -> dict[str, Any]:
        masks = self.task.learning.masks
        if masks and rows not in self._examples:
            self._examples[rows] = mask_examples(self.task.learning, batch)
        seed, step = self.training.seed, self.done + 1
        examples = self._examples.get(rows, [])
        return {mask.source: mask.draw(like, seed, step) for mask, like in zip(masks, examples, strict=True)}

    def _mean(self, loss: Any) -> float:
        if self._world > 1:
            distributed.all_reduce(loss)
            loss = loss / self._world
        return float(loss)

    def _check(self, loss: float) -> None:
        step = self.done + 1
        if self._first_loss is None:
            self._first_loss = loss
        if not np.isfinite(loss) or loss > DIVERGED * max(1.0, abs(self._first_loss)):
            template = "the loss is {loss} at step {step}; a smaller learning rate may help"
            raise TrainingError(say(template, loss=loss, step=step), step=step)

    def _measured(self, epoch: int) -> Epoch:
        self._judge.give({id: np.asarray(value) for id, value in self.values().items()})
        train, test = Score(), Score()
        for rows, score in ((self.task.data.train, train), (self.task.data.test, test)):
            for count, batch in self.task.data.blocks(rows):
                self._judge.measure(count, batch, score)
        assert train.mean_loss is not None
        return Epoch(epoch, self.done, train.mean_loss, train.accuracy, test.mean_loss, test.accuracy)


def _from_zero() -> Iterator[int]:
    epoch = 0
    while True:
        yield epoch
        epoch += 1


def _join(device: str) -> tuple[int, int]:
    """The number of this process and how many there are; `torchrun` says so."""
    world = int(os.environ.get("WORLD_SIZE", "1"))
    if world == 1:
        return 0, 1
    if not distributed.is_initialized():
        on_cards = torch.cuda.is_available() and not device.startswith("cpu")
        distributed.init_process_group("nccl" if on_cards else "gloo")
        if on_cards:
            torch.cuda.set_device(int(os.environ["LOCAL_RANK"]))
    return distributed.get_rank(), world


def _optimizer(training: Training, weights: Any) -> Any:
    """PyTorch's optimizer of the same name."""
    shared = {"lr": training.rate, "weight_decay": training.weight_decay}
    setting = training.setting
    match training.optimizer:
        case "momentum":
            return torch.optim.SGD(weights, momentum=setting("momentum"), **shared)
        case "nesterov":
            return torch.optim.SGD(weights, momentum=setting("momentum"), nesterov=True, **shared)
        case "adagrad":
            return torch.optim.Adagrad(weights, lr_decay=setting("rate_decay"), eps=setting("epsilon"), **shared)
        case "rmsprop":
            return torch.optim.RMSprop(weights, alpha=setting("beta"), eps=setting("epsilon"), **shared)
        case "adam":
            betas = setting("beta1"), setting("beta2")
            return torch.optim.Adam(weights, betas=betas, eps=setting("epsilon"), **shared)
        case _:
            return torch.optim.SGD(weights, **shared)
