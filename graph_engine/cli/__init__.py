"""The command line: `gradcanvas eval`, `steps`, `validate`, `examples`. Needs no display and no Qt."""

from .main import COMMANDS, main

__all__ = ["COMMANDS", "main"]
