"""Reads the arguments, runs one command, and turns the engine's errors into one line and an exit code."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Mapping, Sequence
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from types import MappingProxyType
from typing import NoReturn

from ..errors import FileProblem, GradcanvasError

# In the order of the help. A command's module is imported when it is run: the others cost more than their run.
COMMANDS = ("eval", "steps", "check", "paths", "train", "export", "validate", "new", "examples")
NOTHING: Mapping[str, str] = MappingProxyType({})

_HELP = """Gradcanvas: an editor for computation graphs.

  gradcanvas [FILE]                        open the editor
  gradcanvas [FILE] --screenshot OUT.png   write a picture of the editor; needs no display
  gradcanvas --reset-settings              open it as on the first day
  gradcanvas --self-test                   say whether this installation is whole
"""


def main(arguments: Sequence[str] | None = None, instead: Mapping[str, str] = NOTHING) -> int:
    """Runs one command; returns the exit code (2 for an error). `instead` names modules that take a command over."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a pipe or terminal without “∂” is no reason to fail
    try:
        given = list(sys.argv[1:] if arguments is None else arguments)
        chosen = _parser(given, instead).parse_args(given)
        code: int = chosen.run(chosen)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        # The reader (`head`, say) has had enough; keep Python from complaining at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130  # as shells count an interrupted program
    except FileProblem as error:
        return fail(located(error, getattr(chosen, "file", None)))
    except GradcanvasError as error:
        return fail(str(error))


def fail(message: str) -> int:
    print(f"gradcanvas: error: {message}", file=sys.stderr)
    return 2


def located(error: FileProblem, path: str | None) -> str:
    """The sentence of a file's problem, with the file and the line in front."""
    place = [str(path)] if path and not str(error).startswith(str(path)) else []
    if error.line is not None:
        place.append(f"line {error.line}")
    return f"{', '.join(place)}: {error}" if place else str(error)


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.exit(2, f"gradcanvas: error: {message} (see {self.prog} --help)\n")


def _parser(given: Sequence[str], instead: Mapping[str, str]) -> argparse.ArgumentParser:
    parser = _Parser(prog="gradcanvas", description=_HELP, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--version", action="version", version=f"gradcanvas {_version()}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True, parser_class=_Parser)
    for name in [given[0]] if given and given[0] in COMMANDS else COMMANDS:
        module = import_module(instead.get(name, f"{__package__}.{name}_command"))
        sub = commands.add_parser(name, help=module.HELP, description=module.HELP)
        module.arguments(sub)
        sub.set_defaults(run=module.run)
    return parser


def _version() -> str:
    try:
        return version("gradcanvas")
    except PackageNotFoundError:
        return "(not installed)"
