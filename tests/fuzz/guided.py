"""`python -m tests.fuzz.guided [SECONDS]`, or `make fuzz`: spoils files, and further those that reach new lines.

What goes wrong is written to `fuzz_findings/`, one file each; the exit code is 1 if there is any.
"""

from __future__ import annotations

import hashlib
import random
import sys
import tempfile
import time
import traceback
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import graph_engine

from . import mutate, targets

ROOMS = ("storage", "document", "datasets", "expression", "graph", "ops")
SOURCE = Path(graph_engine.__file__).parent
FINDINGS = Path("fuzz_findings")

Seed = tuple[str, bytes, dict[str, Any]]  # the name of a data file or nothing, its bytes, and what is chosen of it


class Coverage:
    """Which lines follow which, in the rooms that read files."""

    def __init__(self) -> None:
        self.seen: set[tuple[CodeType, int, int]] = set()
        self.new = 0
        self._watched: dict[CodeType, bool] = {}

    def __enter__(self) -> Coverage:
        self.new = 0
        sys.settrace(self._call)
        return self

    def __exit__(self, *_: object) -> None:
        sys.settrace(None)

    def _call(self, frame: FrameType, event: str, _: Any) -> Any:
        code = frame.f_code
        watched = self._watched.get(code)
        if watched is None:
            path = Path(code.co_filename)
            watched = self._watched[code] = path.is_relative_to(SOURCE) and path.relative_to(SOURCE).parts[0] in ROOMS
        if not watched:
            return None
        last = 0

        def line(frame: FrameType, event: str, _: Any) -> Any:
            nonlocal last
            step = code, last, frame.f_lineno
            last = frame.f_lineno
            if step not in self.seen:
                self.seen.add(step)
                self.new += 1
            return line

        return line


def fuzz(seconds: float, first: int = 0) -> int:
    """How many findings there are after so long."""
    coverage, dice, found = Coverage(), random.Random(first), 0
    corpus: list[Seed] = [("", data, {}) for data in targets.seeds()] + list(targets.tables())
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "labels.idx").write_bytes(targets.LABELS)
        for seed in corpus:
            run(seed, folder, coverage)
        start, tries = time.monotonic(), 0
        while time.monotonic() - start < seconds:
            tries += 1
            # What was found last leads on most often.
            name, data, choice = corpus[-1 - min(int(dice.expovariate(0.03)), len(corpus) - 1)]
            spoilt = mutate.spoil(dice, data) if not name else mutate.spoil_bytes(dice, data)
            problem = run((name, spoilt, choice), folder, coverage)
            if problem:
                found += 1
                keep(name, spoilt, problem)
            elif coverage.new and len(spoilt) < 20_000:
                corpus.append((name, spoilt, choice))
        print(f"{tries} files, {len(corpus)} kept, {len(coverage.seen)} steps reached, {found} findings")
    return found


def run(seed: Seed, folder: Path, coverage: Coverage) -> str:
    """What is wrong, as a traceback; empty if nothing is."""
    name, data, choice = seed
    try:
        with coverage:
            if name:
                targets.table(name, data, folder, **choice)
            else:
                targets.document(data, folder)
    except Exception:
        return traceback.format_exc()
    return ""


def keep(name: str, data: bytes, problem: str) -> None:
    FINDINGS.mkdir(exist_ok=True)
    stem = hashlib.sha256(data).hexdigest()[:12]
    (FINDINGS / f"{stem}-{name or 'graph.json'}").write_bytes(data)
    (FINDINGS / f"{stem}.txt").write_text(problem, encoding="utf-8")
    print(problem.splitlines()[-1][:200])


if __name__ == "__main__":
    targets.SLOWEST *= 8  # watching every line takes its time
    sys.exit(fuzz(float(sys.argv[1]) if len(sys.argv) > 1 else 60.0, int(time.time())) > 0)
