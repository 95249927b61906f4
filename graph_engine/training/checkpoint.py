"""A run on disk: an `.npz` of plain arrays, without pickle, that goes on bit for bit where it was left."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from ..document import Document, Training
from ..errors import FileProblem, GradcanvasError, TrainingError
from ..replace_file import replace_file
from ..sentence import say
from .trainer import Trainer

FORMAT, VERSION = "gradcanvas checkpoint", 1
LARGEST = 8 * 2**30  # bytes of all arrays together


@dataclass(frozen=True)
class Checkpoint:
    """What a run had come to."""

    training: Training
    done: int  # steps
    judged: int  # epochs
    first_loss: float
    arrays: Mapping[str, Any]


def save(trainer: Trainer, path: Path) -> None:
    """Writes the whole checkpoint or, on an error, leaves the one before."""
    start = {f"start/{id}": value for id, value in trainer.task.start.items()}
    head = {"format": FORMAT, "version": VERSION, "training": asdict(trainer.training), **trainer.position()}
    buffer = io.BytesIO()
    np.savez(buffer, head=np.array(json.dumps(head)), **start, **trainer.arrays())
    replace_file(path, buffer.getvalue())


def load(path: Path) -> Checkpoint:
    """The checkpoint in the file at `path`, or `FileProblem`."""
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > LARGEST:
                raise FileProblem(say("{path} is too large for a checkpoint", path=path))
        with np.load(path, allow_pickle=False) as file:
            arrays = {name: file[name] for name in file.files}
        head = json.loads(str(arrays.pop("head")))
        if head["format"] != FORMAT or type(head["version"]) is not int:
            raise ValueError(head["format"])
        if head["version"] > VERSION:
            raise FileProblem(say("{path} was written by a newer Gradcanvas; update this one to go on", path=path))
        record = {**head["training"], "order": tuple(head["training"]["order"])}
        training = Training().with_changes(**{**record, "settings": dict(record["settings"])})
        return Checkpoint(training, int(head["done"]), int(head["judged"]), float(head["first_loss"]), arrays)
    except GradcanvasError:
        raise
    except OSError as error:
        reason = error.strerror or error
        raise FileProblem(say("{path} could not be read: {reason}", path=path, reason=reason)) from None
    except (ValueError, KeyError, TypeError, EOFError, zipfile.BadZipFile, NotImplementedError):
        raise FileProblem(say("{path} is not a checkpoint, or it is damaged", path=path)) from None


def resume(document: Document, checkpoint: Checkpoint, *, epochs: int | None = None) -> Trainer:
    """The run that `checkpoint` was taken of, on the graph of `document`."""
    training = checkpoint.training
    trainer = Trainer(document, training if epochs is None else replace(training, epochs=epochs))
    wanted = {**trainer.arrays(), **{f"start/{id}": value for id, value in trainer.task.start.items()}}
    for name, array in wanted.items():
        found = checkpoint.arrays.get(name)
        if found is None or found.shape != np.shape(array) or found.dtype != np.asarray(array).dtype:
            raise TrainingError(say("the checkpoint belongs to another graph: its parameters are not these"))
    trainer.go_to(checkpoint.arrays, checkpoint.done, checkpoint.judged, checkpoint.first_loss)
    return trainer
