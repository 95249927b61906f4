"""The command line: `gradcanvas eval`, `steps`, `validate`, `examples`. Needs no display and no Qt."""

from .main import COMMANDS, fail, located, main

__all__ = ["COMMANDS", "fail", "located", "main"]
