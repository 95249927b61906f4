from __future__ import annotations

import pytest

from graph_engine.cli import main


@pytest.fixture
def said(capsys):
    """Runs a command and gives its exit code, its output and its errors."""

    def run(*arguments):
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as left:
            code = left.code
        return code, *capsys.readouterr()

    return run
