"""Parts of programs that are the same in each."""

from __future__ import annotations

import re

from ...document import Document

NUMPY_HEAD = '''"""{title}

Both passes of a computation graph: every value forward, every gradient backward. Made with Gradcanvas.
Running this program compares what it computes with the numbers of the graph, which stand at its end; the exit code is
0 only if all of them agree. It needs NumPy and nothing else.
"""

import base64
import sys
import zlib

import numpy as np


def number(entries, dtype, shape):
    return np.array(entries, dtype).reshape(shape)


def unpack(dtype, shape, packed):
    """Many numbers, from the bytes that they were packed into."""
    entries = np.frombuffer(zlib.decompress(base64.b64decode(packed)), np.dtype(dtype).newbyteorder("<"))
    return entries.astype(dtype).reshape(shape)'''

SUM_TO = '''def sum_to(gradient, like):
    """`gradient` summed over the axes along which NumPy repeated `like`."""
    gradient = np.sum(gradient, axis=tuple(range(np.ndim(gradient) - np.ndim(like))))
    repeated = tuple(i for i, size in enumerate(np.shape(like)) if size == 1 and gradient.shape[i] != 1)
    return np.sum(gradient, axis=repeated, keepdims=True)'''

COMPARE_NUMPY = '''def differences(found, wanted):
    """The names whose numbers are not those of the graph, up to rounding."""
    wrong = []
    for name, numbers in wanted.items():
        numbers = np.asarray(numbers)
        size = np.max(np.abs(numbers[np.isfinite(numbers)]), initial=0.0)
        exact = 1e-9 if numbers.dtype == np.float64 else 1e-4
        agree = np.shape(found[name]) == numbers.shape and np.allclose(
            found[name], numbers, rtol=exact, atol=exact * 1e-3 * size + 1e-16, equal_nan=True
        )
        if not agree:
            wrong.append(name)
    return wrong


def shown(numbers):
    return f"{numbers:.12g}" if np.ndim(numbers) == 0 else f"array of shape {np.shape(numbers)}"


def main():
    with np.errstate(all="ignore"):
        values, gradients = passes({name: np.asarray(numbers)[()] for name, numbers in SOURCES.items()})
    for name, value in values.items():
        print(f"{name} = {shown(value)}")
    for name, gradient in gradients.items():
        print(f"gradient of {name} = {shown(gradient)}")
    wrong = differences(values, VALUES) + [f"the gradient of {name}" for name in differences(gradients, GRADIENTS)]
    if wrong:
        print("These differ from the graph: " + ", ".join(wrong))
        return 1
    print(f"All {len(VALUES)} values and {len(GRADIENTS)} gradients agree with the graph.")
    return 0'''


def table(name: str, entries: list[str]) -> list[str]:
    """The lines, inside a function, that fill a dictionary."""
    one = f"    {name} = {{{', '.join(entries)}}}"
    return [one] if len(one) <= 100 else [f"    {name} = {{", *(f"        {entry}," for entry in entries), "    }"]


def title_of(document: Document) -> str:
    """The title of a document, fit for the first line of a program."""
    text = re.sub(r"\s+", " ", document.title).replace("\\", "/").replace('"', "'").strip().rstrip(".")
    printable = "".join(letter for letter in text if letter.isprintable())
    return f"{printable[:100] or 'A computation graph'}."
