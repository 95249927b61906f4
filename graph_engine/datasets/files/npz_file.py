"""NPZ: NumPy's arrays in a zip, without pickle. Inputs are called x or inputs, targets y or t, or as chosen.

The head of an array says how large it is; only then is as much unpacked as that, or as is asked for.
"""

from __future__ import annotations

import lzma
import math
import struct
import tokenize
import zipfile
import zlib
from pathlib import Path
from typing import Any

import numpy as np

from ...errors import ValueMismatch
from ...sentence import say
from ..declare import DataSet
from .choice import MAX_BYTES, Choice, data_set

_INPUTS = ("x", "X", "inputs", "x_train", "images", "data")
_TARGETS = ("y", "t", "targets", "y_train", "labels", "target")
_DAMAGED = (
    ValueError, LookupError, EOFError, TypeError, SyntaxError, RuntimeError, OverflowError, struct.error,
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, tokenize.TokenError,
)  # fmt: skip
_HEADS = {(1, 0): np.lib.format.read_array_header_1_0, (2, 0): np.lib.format.read_array_header_2_0}


def read(path: Path, choice: Choice) -> DataSet:
    name = choice.file
    try:
        with zipfile.ZipFile(path) as archive:
            inputs = _array(archive, choice.inputs, _INPUTS, choice)
            targets = np.atleast_1d(_array(archive, choice.targets, _TARGETS, choice))
    except _DAMAGED:
        raise ValueMismatch(say("{file} is not an NPZ file, or it is damaged", file=name)) from None
    if not inputs.ndim or len(inputs) != len(targets):
        template = "{file}: inputs are {inputs} and targets {targets}; they need as many rows"
        raise ValueMismatch(say(template, file=name, inputs=inputs.shape, targets=targets.shape))
    if inputs.dtype.kind == "U":
        raise _no_numbers(name)
    return data_set(name, inputs, targets, tuple(str(n + 1) for n in range(math.prod(inputs.shape[1:]))), choice)


def _array(archive: zipfile.ZipFile, wanted: str, usual: tuple[str, ...], choice: Choice) -> Any:
    held = [name.removesuffix(".npy") for name in archive.namelist()]
    names = (wanted.strip(),) if wanted.strip() else usual
    found = next((name for name in names if name in held), None)
    if found is None:
        template = "{file} has no array “{name}”; it has {names}"
        shown = ", ".join(held[:12])[:200]
        raise ValueMismatch(say(template, file=choice.file, name=" / ".join(names[:3]), names=shown))
    entry = archive.namelist()[held.index(found)]
    with archive.open(entry) as file:
        shape, fortran, dtype = _HEADS[np.lib.format.read_magic(file)](file)
        if dtype.kind not in "iufbU" or dtype.hasobject:
            raise _no_numbers(choice.file)
        if choice.samples and shape and not fortran:
            shape = (min(shape[0], choice.samples), *shape[1:])
        size = math.prod(max(n, 1) for n in shape) * max(dtype.itemsize, 1)
        if size > MAX_BYTES:
            template = "{file} is too large; the limit is {limit} bytes"
            raise ValueMismatch(say(template, file=choice.file, limit=MAX_BYTES))
        data = file.read(math.prod(shape) * dtype.itemsize)
    array = np.frombuffer(data, dtype, count=math.prod(shape)).reshape(shape, order="F" if fortran else "C")
    return array[: choice.samples or None] if shape else array


def _no_numbers(file: str) -> ValueMismatch:
    return ValueMismatch(say("{file} holds something else than numbers", file=file))
