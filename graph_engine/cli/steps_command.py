"""`gradcanvas steps`: both passes as text, one explained step a line."""

from __future__ import annotations

import argparse

from ..differentiate import gradients, tangents
from ..explain import narrate, narrate_forward_mode, trace
from .loading import evaluated, load, target_of, value_arguments

HELP = "the forward and the backward pass as text, one explained step a line"


def arguments(parser: argparse.ArgumentParser) -> None:
    value_arguments(parser)
    parser.add_argument("--source", metavar="NAME", help="forward mode from this node instead of the backward pass")


def run(chosen: argparse.Namespace) -> int:
    document = load(chosen)
    evaluation = evaluated(document)
    if chosen.source is not None:
        source = document.graph.id_of(chosen.source)
        for narration in narrate_forward_mode(evaluation, source, tangents(evaluation, source)):
            print(f"{narration.title}: {'; '.join(narration.lines)}")
        return 0
    target = target_of(document, evaluation, chosen.target)
    found = None if target is None else gradients(evaluation, target)
    timeline = trace(evaluation, target)
    for position in range(1, len(timeline) + 1):
        narration = narrate(timeline, position, evaluation, found)
        print(f"{narration.title}: {'; '.join(narration.lines)}")
    return 0
