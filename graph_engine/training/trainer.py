"""`Trainer`: moves a graph's parameters down the slope of its target, and reports as it goes.

A run is a generator: it works only while it is asked for the next record, so whoever asks decides about pauses and
stops. Nothing it does touches the document.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from .. import optimizers
from ..differentiate import Program, gradients
from ..document import Document, Training
from ..errors import TrainingError
from ..evaluate import Evaluation, births, evaluate
from ..graph import settle
from ..sentence import say
from .data import BLOCK
from .judge import Guess, Judge, Score
from .modes import judging, mask_examples
from .prepare import Task, prepare
from .progress import Epoch, Finished, Measuring, Progress, Step, Update
from .schedule import rate_at
from .weights import Block, Weights, norm

DIVERGED = 1e9  # times the first loss, or 1 if that was less


class Trainer:
    """One run: its weights, and the place it has come to.

    `training` stands in for the document's own set-up. With a `seed`, that is the seed of the run, and parameters with
    an initialiser are drawn anew by it.

    >>> from graph_engine.storage import example
    >>> run = Trainer(example("blobs").open(), Training(rate=0.5, epochs=3))
    >>> [record.epoch for record in run.run() if isinstance(record, Epoch)]
    [1, 2, 3]
    """

    def __init__(self, document: Document, training: Training | None = None, *, seed: int | None = None) -> None:
        self.task: Task = prepare(document, training or document.training or Training(), seed)
        self.training = self.task.training
        self.done = 0  # steps
        self.measure = True  # whether steps carry norms and ratios
        self._judged = 0  # epochs
        self._first_loss = math.nan
        self._accuracy: float | None = None
        task, in_turn = self.task, self.training.update == "in_turn"
        self._optimizer = optimizers.by_key(self.training.optimizer)
        self._settings = {**self._optimizer.defaults, **dict(self.training.settings)}
        groups = [(id,) for id in task.order] if in_turn else [tuple(task.start)]
        self.weights = Weights(task.start, groups, self._optimizer)
        self.statistics = dict(task.statistics)
        self._judge = Judge(judging(task.graph), task.target)
        self._examples: dict[int, list[Any]] = {}  # what masks are drawn for, by the length of the mini-batch
        self._evaluation = self._fed(task.data.batch_at(0, 0))
        self._program = None if in_turn else self._compiled()
        self._floats = [] if self._program is None else self._not_shared(self._program)

    @property
    def per_epoch(self) -> int:
        """How many steps an epoch has."""
        return self.task.data.per_epoch

    @property
    def epoch(self) -> int:
        """The epoch that the next step belongs to, counted from 1."""
        return self.done // self.per_epoch + 1

    @property
    def guess(self) -> Guess | None:
        """How predictions are counted as right; None where they are numbers."""
        return self._judge.guess

    def values(self) -> dict[str, Any]:
        """What the parameters and the running statistics are now, by id."""
        return {**self.weights.copies(), **self.statistics}

    def run(self) -> Iterator[Progress]:
        """Goes on from where the run is, until it is over or nobody asks any more."""
        while True:
            if self.done // self.per_epoch > self._judged:
                yield from self._measured()
                reached = self._accuracy
                if self.training.stop_accuracy and reached is not None and reached >= self.training.stop_accuracy:
                    yield Finished("accuracy", self.done, self._judged)
                    return
            if 0 < self.training.epochs <= self._judged:
                yield Finished("epochs", self.done, self._judged)
                return
            step = self._step()
            yield step
            if step.loss <= self.training.stop_loss and self.training.stop_loss:
                yield Finished("loss", step.step, step.epoch)
                return

    def rewind(self) -> None:
        """Back to the very same weights that the run began with."""
        self.weights.put_back(self.task.start)
        self.weights.forget()
        self.statistics = dict(self.task.statistics)
        self.done = self._judged = 0
        self._first_loss = math.nan
        self._tell_program()

    def arrays(self) -> dict[str, Any]:
        """All that changes while the run goes on, for a checkpoint."""
        found = {f"value/{id}": value for id, value in self.values().items()}
        for number, block in enumerate(self.weights.blocks):
            for name, state in zip(self._states, block.state, strict=True):
                found[f"optimizer/{number}/{name}"] = state
        return found

    def position(self) -> dict[str, Any]:
        """The place it has come to, for a checkpoint."""
        return {"done": self.done, "judged": self._judged, "first_loss": self._first_loss}

    def go_to(self, arrays: Mapping[str, Any], done: int, judged: int, first_loss: float) -> None:
        """Takes up what `arrays` and `position` gave; `start/…` are the weights to rewind to."""
        self.task = replace(self.task, start={id: settle(arrays[f"start/{id}"]) for id in self.task.start})
        self.weights.put_back({id: arrays[f"value/{id}"] for id in self.weights.ids})
        self.statistics = {id: arrays[f"value/{id}"] for id in self.statistics}
        for number, block in enumerate(self.weights.blocks):
            for name, state in zip(self._states, block.state, strict=True):
                state[...] = arrays[f"optimizer/{number}/{name}"]
        self.done, self._judged, self._first_loss = done, judged, first_loss
        self._tell_program()

    def update(self) -> Update:
        """The step just done, in full: what the optimizer was given, what it remembers, what it took away."""
        epoch, place = divmod(max(0, self.done - 1), self.per_epoch)
        data = self.task.data
        rows = data.rows_at(epoch, place).tolist() if data.columns else []
        states = self.weights.states(self._states)
        return Update(self.done, rows, data.shown_at(epoch, place), *self.weights.moved(), states)

    @property
    def _states(self) -> tuple[str, ...]:
        return self._optimizer.states

    # -- one step -----------------------------------------------------------------------------------------------------

    def _step(self) -> Step:
        with np.errstate(all="ignore"):
            return self._quiet_step()

    def _quiet_step(self) -> Step:
        """What is out of range becomes inf or NaN, and is noticed by the loss."""
        epoch, place = divmod(self.done, self.per_epoch)
        rate = rate_at(self.training, self.done + 1, epoch)
        batch = self.task.data.batch_at(epoch, place)
        loss = self._slopes(batch)
        self._check(loss, batch)
        norms = ratios = None
        if not (self.training.stop_loss and loss <= self.training.stop_loss):
            before = self.weights.value_norms() if self.measure else ()
            if self._program is not None:
                norms = self.weights.norms() if self.measure else None
                self._clip(self.weights.blocks)
                for block in self.weights.blocks:
                    self._move(block, rate)
                self._tell_program()
            else:
                found = self._one_after_another(rate)
                norms = found if self.measure else None
            if self.measure:
                moved = self.weights.delta_norms()
                ratios = tuple(d / w if w else math.nan for d, w in zip(moved, before, strict=True))
            self._move_statistics()
            self.done += 1
            return Step(self.done, epoch + 1, loss, rate, norms, ratios)
        return Step(self.done + 1, epoch + 1, loss, rate)

    def _slopes(self, batch: Mapping[str, Any]) -> float:
        """The loss of a mini-batch; all gradients are in the weights then, unless they are found one after another."""
        masks = self._masks(batch)
        if self._program is None:
            for id, value in {**batch, **masks, **self.weights.copies()}.items():
                self._evaluation.put(id, settle(value))
            self._evaluation.rerun()
            return self._scalar(self._evaluation.value(self.task.target))
        for id, value in batch.items():
            self._program.put(id, value)
        for id, value in masks.items():
            self._program.put(id, value)
        loss = self._scalar(self._program.run(silenced=True))
        self.weights.take(self._program.slopes)
        return loss

    def _one_after_another(self, rate: float) -> tuple[float, ...]:
        """Each parameter's gradient is found with what the ones before it have become, but with the values of the nodes
        as they were at the start of the step."""
        found = {}
        for block in self.weights.blocks:
            (id,) = block.ids
            value = self._evaluation.value(id)
            assert value is not None
            slope = gradients(self._evaluation, self.task.target, wanted=[id]).of(id, value)
            self.weights.take_one(id, slope)
            found[id] = norm(np.asarray(slope))
            self._clip([block])
            self._move(block, rate)
            self._evaluation.put(id, settle(self.weights.views[id].copy()))
        return tuple(found[id] for id in self.weights.ids)

    def _clip(self, blocks: list[Block]) -> None:
        if self.training.clip:
            total = math.sqrt(sum(float(np.dot(block.gradient, block.gradient)) for block in blocks))
            if total + 1e-6 > self.training.clip:
                for block in blocks:
                    np.multiply(block.gradient, self.training.clip / (total + 1e-6), block.gradient)

    def _move(self, block: Block, rate: float) -> None:
        if self.training.weight_decay:
            np.multiply(block.values, self.training.weight_decay, block.spare)
            np.add(block.gradient, block.spare, block.gradient)
        self._optimizer.fill(
            block.delta, block.gradient, block.state, block.spare, rate=rate, count=self.done + 1, **self._settings
        )
        np.subtract(block.values, block.delta, block.values)

    def _move_statistics(self) -> None:
        for pair in self.task.learning.running:
            source = self._evaluation if self._program is None else self._program
            pair.move(np.asarray(source.value(pair.read)), self.statistics)

    def _check(self, loss: float, batch: Mapping[str, Any]) -> None:
        step = self.done + 1
        if math.isnan(self._first_loss):
            self._first_loss = loss
        if math.isfinite(loss):
            if loss <= DIVERGED * max(1.0, abs(self._first_loss)):
                return
            template = "the loss rose to {loss:.3g} at step {step}: the run diverges; try a smaller learning rate"
            raise TrainingError(say(template, loss=loss, step=step), step=step)
        born = next(iter(births(self._fed(batch))), None)
        if born is None:
            sentence = say("the loss is {loss} at step {step}; a smaller learning rate may help", loss=loss, step=step)
            raise TrainingError(sentence, step=step)
        template = "the loss is {loss} at step {step}: {reason}; a smaller learning rate may help"
        raise TrainingError(say(template, loss=loss, step=step, reason=born.sentence), step=step, node=born.node)

    # -- an epoch's end -----------------------------------------------------------------------------------------------

    def _measured(self) -> Iterator[Progress]:
        data, epoch = self.task.data, self.done // self.per_epoch
        self._judge.give({**self.weights.views, **{id: np.asarray(v) for id, v in self.statistics.items()}})
        train, test = Score(), Score()
        every = len(data.train) + len(data.test)
        for rows, score in ((data.train, train), (data.test, test)):
            for count, batch in data.blocks(rows):
                self._judge.measure(count, batch, score)
                if BLOCK < train.rows + test.rows < every:
                    yield Measuring(epoch, train.rows + test.rows, every)
        self._judged = epoch
        self._accuracy = train.accuracy if test.accuracy is None else test.accuracy
        assert train.mean_loss is not None
        yield Epoch(epoch, self.done, train.mean_loss, train.accuracy, test.mean_loss, test.accuracy)

    # -- what is fed --------------------------------------------------------------------------------------------------

    def _fed(self, batch: Mapping[str, Any]) -> Evaluation:
        """The learning graph with the weights as they are and the rows of a mini-batch."""
        evaluation = evaluate(self.task.learning.graph)
        for id, value in {**self.weights.copies(), **batch, **self._masks(batch)}.items():
            evaluation.put(id, settle(value))
        evaluation.rerun()
        return evaluation

    def _masks(self, batch: Mapping[str, Any]) -> dict[str, Any]:
        masks = self.task.learning.masks
        if not masks:
            return {}
        rows = len(next(iter(batch.values()))) if batch else 0
        if rows not in self._examples:
            self._examples[rows] = mask_examples(self.task.learning, batch)
        seed, step = self.training.seed, self.done + 1
        drawn = zip(masks, self._examples[rows], strict=True)
        return {mask.source: mask.draw(like, seed, step) for mask, like in drawn}

    def _compiled(self) -> Program:
        learning = self.task.learning
        views, slopes = self.weights.views, self.weights.slopes
        return Program(
            self._evaluation, self.task.target, self.weights.ids, keep=learning.read, arrays=views, slopes=slopes
        )

    def _not_shared(self, program: Program) -> list[str]:
        """The parameters that the program holds as plain floats, so that it must be told."""
        return [id for id, view in self.weights.views.items() if program.value(id) is not view]

    def _tell_program(self) -> None:
        for id in self._floats:
            assert self._program is not None
            self._program.put(id, float(self.weights.views[id]))

    def _scalar(self, loss: Any) -> float:
        if loss is None:
            problem = next(iter(self._evaluation.failures.values()), None)
            raise TrainingError(say("the loss has no value") if problem is None else problem.sentence)
        return float(loss)
