"""`python -m benchmarks [NAME …]`: runs the named benchmarks, or all, and prints one table."""

from __future__ import annotations

import sys
from importlib import import_module

from .report import table

NAMES = ("scalar_graphs", "structures", "layers", "checks", "layout", "window")


def main() -> int:
    names = sys.argv[1:] or NAMES
    unknown = [name for name in names if name not in NAMES]
    if unknown:
        print(f"there is no benchmark {unknown[0]}; there are: {', '.join(NAMES)}", file=sys.stderr)
        return 2
    for name in names:
        module = import_module(f"benchmarks.{name}")
        print(f"\n{module.__doc__.splitlines()[0]}\n")
        print(table(module.rows()), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
