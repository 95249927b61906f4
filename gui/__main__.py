"""`gradcanvas`: a command of the engine, or the window. Qt is imported only for the window."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from .display import has_display

_NO_DISPLAY = (
    "there is no display to open a window on; set DISPLAY, or use --screenshot OUT.png, "
    "or a command that needs none (gradcanvas --help)"
)


def main(arguments: Sequence[str] | None = None) -> int:
    with _no_collecting():
        from graph_engine.cli import COMMANDS, fail
        from graph_engine.cli import main as command_line
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given and (given[0] in COMMANDS or given[0] in ("-h", "--help", "--version")):
        return command_line(given, {"export": "gui.export_command"})
    if given == ["--jobs"]:  # how a frozen window starts the process beside it
        from graph_engine.jobs.serve import serve

        serve(sys.stdin, sys.stdout)
        return 0
    if given == ["--self-test"]:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        from .self_test import self_test

        return self_test()
    if given and not given[0].startswith("-") and not os.path.exists(given[0]):
        return fail(f"{given[0]}: there is no such file; the commands are {', '.join(COMMANDS)}")
    wants_picture = any(word.startswith("--screenshot") for word in given)
    if wants_picture and not os.environ.get("QT_QPA_PLATFORM"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    elif not wants_picture and not has_display():
        return fail(_NO_DISPLAY)
    try:
        with _no_collecting():
            from .app import launch
    except ImportError as error:
        return fail(f"Qt could not be loaded: {error}")
    return launch(given)


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Nothing that is imported is garbage; looking for some takes a tenth of the start."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


if __name__ == "__main__":
    sys.exit(main())
