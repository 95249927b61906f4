"""`gradcanvas new`: a graph from a formula."""

from __future__ import annotations

import argparse
from pathlib import Path

from ..document import from_formula
from ..errors import FileProblem
from ..sentence import say
from ..storage import write
from .loading import set_argument, set_values

HELP = 'a file from a formula: gradcanvas new "e = (a + b)*(b + 1)" OUT.json'


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("formula", metavar="FORMULA", help="such as 1/(1+exp(-(w*x+b))); y = … names the result")
    parser.add_argument("out", metavar="OUT.json", help="where to write the graph")
    set_argument(parser)


def run(chosen: argparse.Namespace) -> int:
    document = from_formula(chosen.formula)
    set_values(document, chosen.set)
    path = Path(chosen.out)
    if path.exists():
        raise FileProblem(say("{path} exists already; move it away first", path=path))
    write(document, path)
    print(path)
    return 0
