"""What the commands share: a file opened and evaluated, its target chosen, its problems said."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ..document import Document, effective_target
from ..errors import GraphError, ValueMismatch
from ..evaluate import Evaluation, births, evaluate
from ..graph import parse_value
from ..sentence import say
from ..storage import read


def file_argument(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="a Gradcanvas file")


def value_arguments(parser: argparse.ArgumentParser) -> None:
    file_argument(parser)
    set_argument(parser)
    parser.add_argument("--target", metavar="NAME", help="the node to differentiate (the file's choice otherwise)")


def set_argument(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--set", action="append", default=[], metavar="NAME=VALUE", help="give a source another value")


def load(chosen: argparse.Namespace) -> Document:
    """The document of FILE with every `--set` carried out."""
    document = read(Path(chosen.file))
    set_values(document, chosen.set)
    return document


def set_values(document: Document, settings: list[str]) -> None:
    """Carries out each NAME=VALUE."""
    for setting in settings:
        name, sign, text = setting.rpartition("=")
        if not sign:
            raise ValueMismatch(say("--set {setting}: write NAME=VALUE", setting=setting))
        try:
            document.graph.set_value(document.graph.id_of(name), parse_value(text))
        except (GraphError, ValueMismatch) as error:
            raise GraphError(say("--set {setting}: {reason}", setting=setting, reason=error.sentence)) from None


def target_of(document: Document, evaluation: Evaluation, name: str | None) -> str | None:
    """The id to differentiate from; None where nothing has a value."""
    return effective_target(document, evaluation) if name is None else document.graph.id_of(name)


def evaluated(document: Document) -> Evaluation:
    """The values, with what is wrong said on stderr."""
    evaluation = evaluate(document.graph)
    for problem in problems_of(evaluation):
        print(f"gradcanvas: warning: {problem}", file=sys.stderr)
    return evaluation


def problems_of(evaluation: Evaluation) -> list[str]:
    missing = [problem for found in evaluation.plan.problems.values() for problem in found]
    return [str(p.sentence) for p in (*missing, *evaluation.failures.values(), *births(evaluation))]
