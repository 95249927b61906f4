"""Where the extra is missing, one sentence says how to get it."""

import subprocess
import sys

CODE = """
import sys
sys.modules["onnx"] = None
import graph_engine as ge
from pathlib import Path
from graph_engine.export import export
for act in (lambda: export(ge.example("xor").open(), Path("a.onnx")), lambda: ge.read(Path("b.onnx"))):
    try:
        act()
    except ge.GradcanvasError as error:
        print(error)
"""


def test_it_is_said_how_to_get_it(tmp_path):
    (tmp_path / "b.onnx").write_bytes(b"")
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, cwd=tmp_path, check=True)
    assert done.stdout.splitlines() == ["onnx is not installed; pip install 'gradcanvas[onnx]' gets it"] * 2


def test_the_engine_does_not_load_it_unasked():
    code = "import sys, graph_engine, graph_engine.cli; assert 'onnx' not in sys.modules"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
