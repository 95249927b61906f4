import contextlib
import io

import pytest


@pytest.fixture
def run_program():
    """Runs the text of a program in this process; its exit code and what it printed."""

    def run(text, *arguments):
        said = io.StringIO()
        with contextlib.redirect_stdout(said), pytest.MonkeyPatch.context() as patch:
            patch.setattr("sys.argv", ["program.py", *arguments])
            try:
                exec(compile(text, "program.py", "exec"), {"__name__": "__main__"})
            except SystemExit as end:
                return end.code or 0, said.getvalue()
        return 0, said.getvalue()

    return run
