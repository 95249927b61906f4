"""NPZ: NumPy's arrays in a zip, without pickle. Inputs are called x or inputs, targets y or t, or as chosen."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import numpy as np

from ...errors import ValueMismatch
from ...sentence import say
from ..declare import DataSet
from .choice import MAX_BYTES, Choice, data_set

_INPUTS = ("x", "X", "inputs", "x_train", "images", "data")
_TARGETS = ("y", "t", "targets", "y_train", "labels", "target")


def read(path: Path, choice: Choice) -> DataSet:
    name = choice.file
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > MAX_BYTES:
                raise ValueMismatch(say("{file} is too large; the limit is {limit} bytes", file=name, limit=MAX_BYTES))
        with np.load(path, allow_pickle=False) as arrays:
            inputs = _array(arrays, choice.inputs, _INPUTS, name, choice.samples)
            targets = _array(arrays, choice.targets, _TARGETS, name, choice.samples)
    except (ValueError, KeyError, EOFError, zipfile.BadZipFile, NotImplementedError):
        raise ValueMismatch(say("{file} is not an NPZ file, or it is damaged", file=name)) from None
    if inputs.dtype.kind not in "iufb" or targets.dtype.kind not in "iufbU":
        raise ValueMismatch(say("{file} holds something else than numbers", file=name))
    if not inputs.ndim or len(inputs) != len(np.atleast_1d(targets)):
        template = "{file}: inputs are {inputs} and targets {targets}; they need as many rows"
        raise ValueMismatch(say(template, file=name, inputs=inputs.shape, targets=targets.shape))
    flat = inputs.reshape(len(inputs), -1).astype(float)
    return data_set(name, flat, targets, tuple(str(n + 1) for n in range(flat.shape[1])), choice)


def _array(arrays: Any, wanted: str, usual: tuple[str, ...], file: str, samples: int) -> Any:
    names = (wanted.strip(),) if wanted.strip() else usual
    found = next((name for name in names if name in arrays.files), None)
    if found is None:
        template = "{file} has no array “{name}”; it has {names}"
        shown = ", ".join(arrays.files[:12])
        raise ValueMismatch(say(template, file=file, name=" / ".join(names[:3]), names=shown))
    return arrays[found][: samples or None]
