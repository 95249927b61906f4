"""`gradcanvas steps`: both passes as text, one explained step a line."""

from __future__ import annotations

import argparse

from ..differentiate import gradients
from ..explain import narrate, trace
from .loading import evaluated, load, target_of, value_arguments

NAME = "steps"
HELP = "the forward and the backward pass as text, one explained step a line"


def arguments(parser: argparse.ArgumentParser) -> None:
    value_arguments(parser)


def run(chosen: argparse.Namespace) -> int:
    document = load(chosen)
    evaluation = evaluated(document)
    target = target_of(document, evaluation, chosen.target)
    found = None if target is None else gradients(evaluation, target)
    timeline = trace(evaluation, target)
    for position in range(1, len(timeline) + 1):
        narration = narrate(timeline, position, evaluation, found)
        print(f"{narration.title}: {'; '.join(narration.lines)}")
    return 0
