"""`gradcanvas validate`: is this a file that Gradcanvas opens, and is anything in it worth a warning?"""

from __future__ import annotations

import argparse
from pathlib import Path

from ..storage import read
from .loading import evaluated, file_argument

HELP = (
    "check a file: exit 0 if it opens; warnings for open inputs, shapes that don't fit and values that are not finite"
)


def arguments(parser: argparse.ArgumentParser) -> None:
    file_argument(parser)


def run(chosen: argparse.Namespace) -> int:
    document = read(Path(chosen.file))
    evaluated(document)
    print(f"{chosen.file}: valid, {len(document.graph)} nodes, {len(list(document.graph.edges))} edges")
    return 0
