"""`python -m tests.fuzz.deep [KIND [COUNT [FIRST]]]`: spoilt and made up files, each by a number that brings it back.

Says how many were opened, how long the longest took and how much memory was needed; a file that needs more than the
stated bound, or more than a second, ends it with its number.
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from . import invent, mutate, spoil_models, targets

MEMORY = 4 * 2**30  # bytes: what a graph may compute and what reading may draw, see docs/file-format.md

Target = Callable[[random.Random, Path], str]


def spoilt_document(dice: random.Random, folder: Path) -> str:
    return targets.document(mutate.spoil(dice, dice.choice(targets.seeds())), folder)


def made_up_document(dice: random.Random, folder: Path) -> str:
    return targets.document(invent.document(dice), folder)


def data_file(dice: random.Random, folder: Path) -> str:
    (folder / "labels.idx").write_bytes(targets.LABELS)
    name, data, choice = dice.choice(targets.tables())
    for _ in range(dice.choice([1, 1, 2, 4])):
        data = mutate.spoil_bytes(dice, data)
    return targets.table(name, data, folder, **choice)


def journal(dice: random.Random, folder: Path) -> str:
    return targets.journal(invent.journal(dice), folder)


def model(dice: random.Random, folder: Path) -> str:
    return targets.model(spoil_models.spoil(dice, dice.choice(targets.models())))


KINDS: dict[str, tuple[Target, int]] = {
    "spoilt_document": (spoilt_document, 50_000),
    "made_up_document": (made_up_document, 20_000),
    "data_file": (data_file, 20_000),
    "journal": (journal, 10_000),
    "model": (model, 10_000),
}


def run(kind: str, count: int, first: int = 0) -> str:
    """What can be said of so many files; `AssertionError` names the number of one that was not met well."""
    target, results, slowest = KINDS[kind][0], Counter[str](), 0.0
    before = _peak()
    with tempfile.TemporaryDirectory() as place, _memory(MEMORY):
        for number in range(first, first + count):
            started = time.process_time()
            try:
                results[target(random.Random(f"{kind} {number}"), Path(place))] += 1
            except Exception as error:
                raise AssertionError(f"{kind} {number}: {type(error).__name__}: {error}") from error
            slowest = max(slowest, time.process_time() - started)
    grown = (_peak() - before) / 2**20
    return f"{kind}: {count} files, {dict(results)}, the slowest {slowest:.2f} s, {grown:.0f} MiB more at the most"


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


@contextmanager
def _memory(more: int) -> Iterator[None]:
    """Lets the process have no more than so many bytes beyond what it has."""
    status = Path("/proc/self/statm")
    if not status.exists():
        yield
        return
    before = resource.getrlimit(resource.RLIMIT_AS)
    has = int(status.read_text().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (has + more, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


def main(words: list[str]) -> None:
    for kind in words[:1] or KINDS:
        print(run(kind, int(words[1]) if words[1:] else KINDS[kind][1], int(words[2]) if words[2:] else 0), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
