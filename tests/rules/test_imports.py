"""Who may know whom (`.importlinter`), and what `import graph_engine` brings along."""

import importlib.util
import os
import subprocess
import sys

import pytest

HAS_LINTER = importlib.util.find_spec("importlinter") is not None
ALLOWED = {"graph_engine", "numpy", "networkx"}
LIST_NEW_MODULES = """
import sys
before = set(sys.modules)
import graph_engine
new = {name.partition(".")[0] for name in set(sys.modules) - before}
print(*sorted(new - sys.stdlib_module_names))
"""


def python(code, root):
    environment = {**os.environ, "PYTHONPATH": str(root)}
    command = [sys.executable, "-c", code]
    return subprocess.run(command, env=environment, cwd=root, capture_output=True, text=True, check=True).stdout


@pytest.mark.skipif(not HAS_LINTER, reason="import-linter is not installed (pip install .[dev])")
def test_rooms_only_look_down(root):
    code = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"an import crosses a border of the house (see .importlinter):\n{done.stdout}"


def test_importing_the_engine_brings_numpy_and_networkx_and_nothing_else(root):
    found = set(python(LIST_NEW_MODULES, root).split())
    assert found == ALLOWED, f"import graph_engine also imports {sorted(found - ALLOWED)}: the engine must stay light"


def test_the_engine_runs_where_qt_can_not_be_imported(root):
    block = "import sys; sys.modules.update(dict.fromkeys(['PySide6', 'shiboken6', 'pyqtgraph', 'gui']))"
    use = "import graph_engine.cli; sys.exit(graph_engine.cli.main(['eval', 'examples/apple_tax.json']))"
    assert "220.00000000000003" in python(f"{block}; {use}", root)


def test_no_file_of_the_engine_names_the_screen(root):
    words = ("PySide6", "pyqtgraph", "import gui", "from gui")
    found = [
        f"{path.relative_to(root)} says {word!r}"
        for path in (root / "graph_engine").rglob("*.py")
        for word in words
        if word in path.read_text(encoding="utf-8")
    ]
    assert not found, "the engine knows nothing of the screen"
