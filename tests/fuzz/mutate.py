"""Spoils files: bytes anywhere, or one value of a JSON tree by something nasty. The same dice spoil alike."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Callable
from typing import Any

NASTY: list[Any] = [
    None, True, False, 0, -1, 1, 2, 0.5, -0.0, 10**400, -(10**30), 2**31, 2**53, 2**63, 1e308, 5e-324, 1e-400,
    "", " ", "\0", "NaN", "Infinity", "-Infinity", "x", "n1", "\ud800", "图", "a" * 3000, "../a.csv", "/etc/passwd",
    "C:\\x.csv", "data.csv", "data.npz", "t.idx.gz", "CON", "x" * 120_000, "<img src='/etc/passwd'>", "{x.__class__}",
    [], [[]], [[], []], {}, [None], [1, [2]], [1] * 70, [[1, 2], [3]], [0] * 40, [-1], [10**9], [10**9] * 2,
    [0, 10**12], [2**62, 4], {"dtype": "float64", "shape": [2**40], "base64": ""}, {"dtype": "float32"},
    {"dtype": "O", "shape": [1], "base64": "AAAA"}, {"id": "n1"}, {"__class__": "os.system"},
    "x^9^9", "(" * 200, "x" + "+x" * 3000, "exp(exp(exp(1e5)))", "__import__('os').system('true')", "0x10", "1e999",
    "variable", "data", "parameter", "custom", "file", "he_normal", "moons", "reshape", "affine", "concatenate",
]  # fmt: skip
TOKENS = [
    b'"', b"{", b"}", b"[", b"]", b",", b":", b"\\", b"\\u0000", b"\\ud800", b"\xff", b"\xef\xbb\xbf", b"\0", b"\n",
    b"1e999", b"-", b"NaN", b"Infinity", b"null", b"1" * 400, b"[" * 70, b'{"a":' * 40, b"/*", b"9" * 5000,
    b"0.1e-999999", "图".encode(), "\u2028".encode(), b'"value": [[[', b'"id": "n1"', b'"shape": [99999999999]',
]  # fmt: skip


def spoil(dice: random.Random, data: bytes) -> bytes:
    """`data` with one to four things wrong."""
    for _ in range(dice.choice([1, 1, 1, 2, 4])):
        data = dice.choice([spoil_bytes, spoil_tree, spoil_tree, spoil_tree])(dice, data)
    return data


def spoil_bytes(dice: random.Random, data: bytes) -> bytes:
    start = dice.randint(0, len(data))
    end = min(len(data), start + dice.choice([0, 0, 1, 2, 8, 60, 1000]))
    new = dice.choice(
        [dice.choice(TOKENS), dice.randbytes(dice.randint(0, 6)), b"", data[start:end] * dice.randint(2, 9)]
    )
    if new == b"" and dice.random() < 0.3:
        return data[:start]
    return data[:start] + new + data[end:]


def spoil_tree(dice: random.Random, data: bytes) -> bytes:
    try:
        tree = json.loads(data)
    except (ValueError, RecursionError):
        return spoil_bytes(dice, data)
    if not isinstance(tree, dict | list) or not tree:
        return spoil_bytes(dice, data)
    holder, key = _anywhere(dice, tree)
    dice.choice(_WAYS)(dice, holder, key)
    return json.dumps(tree, indent=dice.choice([None, None, 1])).encode("utf-8", "surrogatepass")


def _anywhere(dice: random.Random, tree: Any) -> tuple[Any, Any]:
    """A place in the tree: an object or list, and a key in it."""
    while True:
        key = dice.choice(list(tree)) if isinstance(tree, dict) else dice.randrange(len(tree))
        inner = tree[key]
        if not isinstance(inner, dict | list) or not inner or dice.random() < 0.2:
            return tree, key
        tree = inner


def _replace(dice: random.Random, holder: Any, key: Any) -> None:
    holder[key] = copy.deepcopy(dice.choice(NASTY))


def _remove(dice: random.Random, holder: Any, key: Any) -> None:
    del holder[key]


def _repeat(dice: random.Random, holder: Any, key: Any) -> None:
    if isinstance(holder, list):
        holder.extend(copy.deepcopy(holder[key]) for _ in range(dice.choice([1, 2, 30])))
    else:
        holder[dice.choice(["at", "value", "attributes", "name", "id", "port", "x"])] = copy.deepcopy(holder[key])


def _wrap(dice: random.Random, holder: Any, key: Any) -> None:
    for _ in range(dice.choice([1, 2, 33, 70])):
        holder[key] = [holder[key]] if dice.random() < 0.8 else {"a": holder[key]}


def _swap(dice: random.Random, holder: Any, key: Any) -> None:
    other = dice.choice(list(holder)) if isinstance(holder, dict) else dice.randrange(len(holder))
    holder[key], holder[other] = holder[other], holder[key]


def _stir(dice: random.Random, holder: Any, key: Any) -> None:
    """A number or text much like the one that stands there."""
    given = holder[key]
    if isinstance(given, int | float) and not isinstance(given, bool) and abs(given) < 1e15:
        holder[key] = dice.choice(
            [-given, given + 1, given * 1000, given * 10**300 if given == 1 else 1e300, given / 2]
        )
    elif isinstance(given, str):
        holder[key] = dice.choice([given + "1", given[:-1], given.upper(), given * 3, f"n{dice.randint(1, 9)}"])
    else:
        _replace(dice, holder, key)


_WAYS: list[Callable[[random.Random, Any, Any], None]] = [_replace, _replace, _remove, _repeat, _wrap, _swap, _stir]
