"""`gradcanvas train`: trains the parameters of a file, with a progress bar or as JSON lines."""

from __future__ import annotations

import argparse
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ..document import Document, Training
from ..errors import FileProblem, TrainingError
from ..sentence import say
from ..storage import from_bytes, read, write
from ..training import (
    Epoch,
    Finished,
    Step,
    Trainer,
    Worker,
    adopt,
    line_of,
    load_checkpoint,
    resume_checkpoint,
    save_checkpoint,
)
from .progress_bar import Bar, epoch_line

HELP = "train the parameters of a file; Ctrl-C saves a checkpoint that --resume goes on from"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="a Gradcanvas file; with --jsonl, - waits for it on stdin")
    parser.add_argument("--epochs", type=_count, metavar="N", help="how many epochs (0: until it is stopped)")
    parser.add_argument("--seed", type=_count, metavar="N", help="of the run, and of parameters that are drawn")
    parser.add_argument("--jsonl", action="store_true", help="records as JSON lines; commands as JSON lines on stdin")
    parser.add_argument("--resume", metavar="CHECKPOINT", type=Path, help="go on where a checkpoint was taken")
    parser.add_argument("--checkpoint", metavar="OUT", type=Path, help="where checkpoints go, every epoch or so")
    parser.add_argument("--backend", choices=("numpy", "torch"), default="numpy", help="what computes (numpy)")
    parser.add_argument(
        "--device", default="", metavar="NAME", help="torch: cpu, cuda, cuda:1 (a card, if there is one)"
    )
    parser.add_argument("--save", metavar="OUT", type=Path, help="write the file with its trained parameters")


def run(chosen: argparse.Namespace) -> int:
    if chosen.backend == "torch":
        return _on_torch(chosen)
    if chosen.jsonl:
        return _converse(chosen)
    if chosen.file == "-":
        raise FileProblem(say("- needs --jsonl"))
    document = read(Path(chosen.file))
    trainer = _trainer(document, chosen)
    path = chosen.checkpoint or Path(chosen.file).with_suffix(".checkpoint.npz")
    trainer.measure = False
    with _interruptible() as interrupted:
        try:
            finished = _watch(trainer, chosen.checkpoint, interrupted)
        except TrainingError:
            if chosen.checkpoint and trainer.done:
                print(f"gradcanvas: the last checkpoint is {chosen.checkpoint}", file=sys.stderr)
            raise
        if finished is None or chosen.checkpoint:
            save_checkpoint(trainer, path)
    if finished is None:
        print(f"gradcanvas: interrupted at step {trainer.done}; go on with --resume {path}", file=sys.stderr)
        return 130
    print(_END[finished.reason].format(step=finished.step, epoch=finished.epoch))
    if chosen.save is not None:
        adopt(document, trainer.values()).apply(document)
        write(document, chosen.save)
        print(chosen.save)
    return 0


def _on_torch(chosen: argparse.Namespace) -> int:
    """The same on PyTorch. Of many processes under torchrun, the first speaks and saves."""
    if chosen.jsonl or chosen.resume or chosen.checkpoint:
        raise TrainingError(say("--backend torch knows no --jsonl, --resume and --checkpoint"))
    try:
        from ..training.pytorch.trainer import TorchTrainer
    except ImportError:
        raise TrainingError(say("PyTorch is not installed; pip install 'gradcanvas[torch]' gets it")) from None
    document = read(Path(chosen.file))
    try:
        trainer = TorchTrainer(document, _set_up(document, chosen), seed=chosen.seed, device=chosen.device)
    except RuntimeError as error:
        raise TrainingError(say("PyTorch: {reason}", reason=str(error).partition("\n")[0])) from None
    try:
        with _interruptible() as interrupted:
            finished = _watch(trainer, None, interrupted, silent=trainer.rank > 0)
    finally:
        trainer.close()
    if trainer.rank:
        return 0 if finished else 130
    if finished is not None:
        print(_END[finished.reason].format(step=finished.step, epoch=finished.epoch))
    if chosen.save is not None:
        adopt(document, trainer.values()).apply(document)
        write(document, chosen.save)
        print(chosen.save)
    return 0 if finished else 130


_END = {
    "epochs": "done: {epoch} epochs, {step} steps",
    "loss": "done: the loss fell below the limit at step {step}",
    "accuracy": "done: the accuracy reached the limit after epoch {epoch}, step {step}",
}


def _trainer(document: Document, chosen: argparse.Namespace) -> Trainer:
    if chosen.resume is not None:
        if chosen.seed is not None:
            raise TrainingError(say("--seed begins another run; it can't be given with --resume"))
        return resume_checkpoint(document, load_checkpoint(chosen.resume), epochs=chosen.epochs)
    return Trainer(document, _set_up(document, chosen), seed=chosen.seed)


def _set_up(document: Document, chosen: argparse.Namespace) -> Training:
    training = document.training or Training()
    return training if chosen.epochs is None else training.with_changes(epochs=chosen.epochs)


def _watch(
    trainer: Any, checkpoint: Path | None, interrupted: Callable[[], bool], *, silent: bool = False
) -> Finished | None:
    """Runs to the end and shows how it goes; None if it was interrupted."""
    bar = Bar(sys.stderr, trainer) if sys.stderr.isatty() and not silent else None
    try:
        for record in trainer.run():
            if isinstance(record, Step):
                if bar is not None:
                    bar.step(record)
            elif isinstance(record, Epoch):
                if bar is not None:
                    bar.clear()
                if not silent:
                    print(epoch_line(record), flush=True)
                if checkpoint is not None:
                    save_checkpoint(trainer, checkpoint)
            elif isinstance(record, Finished):
                return record
            if interrupted():
                return None
    finally:
        if bar is not None:
            bar.clear()
    return None


@contextmanager
def _interruptible(react: Callable[[], None] = lambda: None) -> Iterator[Callable[[], bool]]:
    """Whether Ctrl-C was pressed: a step is never cut in two. The second time it ends at once."""
    pressed: list[bool] = []

    def note(*_: Any) -> None:
        if pressed:
            raise KeyboardInterrupt
        pressed.append(True)
        react()

    if threading.current_thread() is not threading.main_thread():
        yield lambda: False
        return
    before = signal.signal(signal.SIGINT, note)
    try:
        yield lambda: bool(pressed)
    finally:
        signal.signal(signal.SIGINT, before)


def _converse(chosen: argparse.Namespace) -> int:
    """JSON lines both ways. With a file, the run begins at once and its end is the end."""
    waits = chosen.file == "-"

    def send(record: dict[str, Any]) -> None:
        sys.stdout.write(line_of(record) + "\n")
        sys.stdout.flush()

    worker = Worker(from_bytes, send, once=not waits)
    if not waits:
        worker.give(_start(chosen))
    worker.listen(_lines(0), until_end=waits)
    with _interruptible(lambda: worker.give({"do": "stop"})):
        worker.loop()
    if chosen.save is not None and worker.document is not None:
        adopt(worker.document, worker.values()).apply(worker.document)
        write(worker.document, chosen.save)
    return 2 if worker.failed and not waits else 0


def _lines(handle: int) -> Iterator[str]:
    """The lines of a file that other threads and the end of the program need not wait for."""
    rest = b""
    while chunk := os.read(handle, 65536):
        *whole, rest = (rest + chunk).split(b"\n")
        yield from (line.decode("utf-8", "replace") for line in whole)
    if rest:
        yield rest.decode("utf-8", "replace")


def _start(chosen: argparse.Namespace) -> dict[str, Any]:
    try:
        text = Path(chosen.file).read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        read(Path(chosen.file))
        raise
    except OSError as error:
        raise FileProblem(say("{path} could not be read: {reason}", path=chosen.file, reason=error.strerror)) from None
    return {
        "do": "start",
        "document": text,
        "training": {} if chosen.epochs is None else {"epochs": chosen.epochs},
        "folder": str(Path(chosen.file).parent),
        "seed": chosen.seed,
        "resume": str(chosen.resume) if chosen.resume else None,
        "checkpoint": str(chosen.checkpoint) if chosen.checkpoint else None,
    }


def _count(text: str) -> int:
    number = int(text)
    if number < 0:
        raise ValueError(text)
    return number


_count.__name__ = "whole number"
