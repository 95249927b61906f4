"""`gradcanvas examples`: lists the examples, or copies one into the current folder."""

from __future__ import annotations

import argparse
from pathlib import Path

from ..errors import FileProblem
from ..sentence import say
from ..storage import example, examples, replace_file

HELP = "list the examples, or copy one into the current folder"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", nargs="?", metavar="NAME", help="the example to copy")


def run(chosen: argparse.Namespace) -> int:
    if chosen.name is None:
        width = max(len(found.name) for found in examples())
        for found in examples():
            print(f"{found.name.ljust(width)}  {found.title}: {found.text}")
        return 0
    found = example(chosen.name)
    target = Path(f"{found.name}.json")
    if target.exists():
        raise FileProblem(say("{path} exists already; move it away first", path=target))
    replace_file(target, found.path.read_bytes())
    print(target)
    return 0
