"""`python -m benchmarks [NAME …]`: runs the named benchmarks, or all, and prints a table for each.

Those whose speed depends on how many threads a matrix product may use run in processes of their own, with one and two.
"""

from __future__ import annotations

import os
import subprocess
import sys
from importlib import import_module

from .report import table

NAMES = (
    "scalar_graphs",
    "structures",
    "layers",
    "training",
    "checks",
    "layout",
    "plots",
    "starting",
    "window",
    "training_window",
)
THREADED = ("layers", "training")
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


def main() -> int:
    names = sys.argv[1:] or NAMES
    unknown = [name for name in names if name not in NAMES]
    if unknown:
        print(f"there is no benchmark {unknown[0]}; there are: {', '.join(NAMES)}", file=sys.stderr)
        return 2
    for name in names:
        if name in THREADED and "OMP_NUM_THREADS" not in os.environ:
            for count in "12":
                environment = {**os.environ, **dict.fromkeys(_THREADS, count)}
                subprocess.run([sys.executable, "-m", "benchmarks", name], env=environment, check=True)
        else:
            _run(name)
    return 0


def _run(name: str) -> None:
    module = import_module(f"benchmarks.{name}")
    threads = os.environ.get("OMP_NUM_THREADS")
    said = f" Threads: {threads}." if name in THREADED and threads else ""
    print(f"\n{module.__doc__.splitlines()[0]}{said}\n")
    print(table(module.rows()), flush=True)


if __name__ == "__main__":
    sys.exit(main())
