"""What the engine raises: each error carries the node, the port and a sentence fit for a person."""

from __future__ import annotations

from .sentence import Sentence


class GradcanvasError(Exception):
    """The root of the family; `str(error)` is the sentence."""

    def __init__(self, sentence: Sentence, *, node: str | None = None, port: str | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.node = node
        self.port = port


class GraphError(GradcanvasError):
    """The structure does not allow it: a cycle, a taken name, an unknown port."""


class ValueMismatch(GradcanvasError):
    """Numbers or shapes that an operation can't take."""


class Refused(GradcanvasError):
    """An edit that does not fit the document; nothing was changed."""


class FormulaError(GradcanvasError):
    """A formula that can't be read; `column` is where, counted from 1."""

    def __init__(self, sentence: Sentence, *, column: int) -> None:
        super().__init__(sentence)
        self.column = column


class TrainingError(GradcanvasError):
    """A run that can't begin or go on; `step` is the one at which it ended, if it had begun."""

    def __init__(self, sentence: Sentence, *, step: int | None = None, node: str | None = None) -> None:
        super().__init__(sentence, node=node)
        self.step = step


class ExportError(GradcanvasError):
    """A graph that can't be written in the form asked for."""


class FileProblem(GradcanvasError):
    """A file that can't be read or written; `line` is where, counted from 1."""

    def __init__(self, sentence: Sentence, *, line: int | None = None) -> None:
        super().__init__(sentence)
        self.line = line
