"""IDX, as MNIST has it (yann.lecun.com/exdb/mnist): images in one file, class numbers in another; also packed as .gz.

Bytes become numbers from 0 to 1.
"""

from __future__ import annotations

import gzip
import math
import zlib
from pathlib import Path
from typing import Any, BinaryIO, cast

import numpy as np

from ...errors import ValueMismatch
from ...sentence import say
from ..declare import DataSet
from .choice import MAX_BYTES, MAX_ENTRIES, Choice, check_classes

_DTYPES = {8: ">u1", 9: ">i1", 11: ">i2", 12: ">i4", 13: ">f4", 14: ">f8"}


def read(path: Path, labels: Path | None, choice: Choice) -> DataSet:
    if labels is None:
        raise ValueMismatch(say("{file}: an IDX file of images needs one of labels beside it", file=choice.file))
    images, numbers = _array(path, choice.file, choice.samples), _array(labels, choice.labels, choice.samples)
    if images.ndim < 2 or numbers.ndim != 1 or len(images) != len(numbers):
        template = "{file} holds {images} and {labels} holds {numbers}; that is not images and their labels"
        shapes = {"images": images.shape, "numbers": numbers.shape}
        raise ValueMismatch(say(template, file=choice.file, labels=choice.labels, **shapes))
    if not images.size or numbers.dtype.kind not in "iu" or numbers.min() < 0:
        raise ValueMismatch(say("{file} holds no class numbers", file=choice.labels))
    check_classes(choice.labels, int(numbers.max()) + 1)
    flat = images.reshape(len(images), -1)
    inputs = flat / 255.0 if flat.dtype == np.uint8 else flat.astype(float)
    features = tuple(str(number + 1) for number in range(inputs.shape[1]))
    classes = tuple(str(number) for number in range(int(numbers.max()) + 1))
    return DataSet(choice.file, "classes", inputs, numbers.astype(float), features, classes)


def _array(path: Path, name: str, samples: int) -> Any:
    """The array of a file; no more is unpacked than its header says, nor than is asked for."""
    try:
        with path.open("rb") as plain:
            packed = plain.read(2) == b"\x1f\x8b"
            plain.seek(0)
            with gzip.open(plain) if packed else plain as file:
                return _read(cast(BinaryIO, file), name, samples)
    except (EOFError, gzip.BadGzipFile, zlib.error):
        raise ValueMismatch(say("{file} is damaged: it ends too soon", file=name)) from None


def _read(file: BinaryIO, name: str, samples: int) -> Any:
    head = file.read(4)
    if len(head) < 4 or head[:2] != b"\0\0" or head[2] not in _DTYPES or not 1 <= head[3] <= 8:
        raise ValueMismatch(say("{file} is no data file that can be read: CSV, NPZ or IDX", file=name))
    dtype = np.dtype(_DTYPES[head[2]])
    sizes = file.read(4 * head[3])
    if len(sizes) < 4 * head[3]:
        raise EOFError
    rows, *rest = (int(size) for size in np.frombuffer(sizes, ">u4"))
    rows = min(rows, samples) if samples else rows
    count = rows * math.prod(rest)
    if math.prod(max(size, 1) for size in (rows, *rest)) > min(MAX_ENTRIES, MAX_BYTES // dtype.itemsize):
        raise ValueMismatch(say("{file} is too large; the limit is {limit} bytes", file=name, limit=MAX_BYTES))
    data = file.read(count * dtype.itemsize)
    if len(data) < count * dtype.itemsize:
        raise EOFError
    return np.frombuffer(data, dtype).reshape(rows, *rest)
