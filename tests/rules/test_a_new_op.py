"""One op, one file, no registration: what docs/adding-a-node.md says is true."""

import json
from pathlib import Path

import pytest

PAGE = Path(__file__).resolve().parents[2] / "docs" / "adding-a-node.md"
OP = PAGE.read_text(encoding="utf-8").split("```python\n")[1].split("```")[0]
USE = """
import graph_engine as ge
from graph_engine import explain, ops
op = ops.by_key("bump")
assert op.family == "activations" and op in ops.ALL, op
assert ops.by_key("gauss") is op
assert op.about == "Gaussian bump: one at zero, nothing far away."
print(explain.op_formula(op, {"width": 1.0}), "|", explain.local_formula(op, {"width": 1.0}, "x"))
graph = ge.Graph()
x = graph.add("variable", "x", value=0.5)
y = graph.add("bump", "y", x=x)
found = ge.gradients(ge.evaluate(graph), y).nodes[x]
assert abs(found + 2 * 0.5 * 2.718281828459045 ** -0.25) < 1e-15, found
"""
OLD_FILE = {
    "format": "gradcanvas",
    "version": 1,
    "nodes": [
        {"id": "a", "op": "variable", "value": 0},
        {"id": "b", "op": "gauss", "name": "b", "attributes": {"width": 2}},
    ],
    "edges": [{"from": "a", "to": "b", "port": "x"}],
}


@pytest.fixture
def with_bump(copied_engine):
    place, run = copied_engine
    (place / "graph_engine/ops/activations/bump.py").write_text(OP, encoding="utf-8")
    return place, run


def test_a_new_file_is_a_new_op_everywhere(with_bump):
    _, run = with_bump
    done = run("-X", "utf8", "-c", USE)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "exp(−x²) | (−2) × x × z"


def test_files_and_commands_know_it_and_its_former_name(with_bump):
    place, run = with_bump
    (place / "old.json").write_text(json.dumps(OLD_FILE))
    done = run("-m", "graph_engine", "eval", "old.json", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["values"] == {"a": 0, "b": 1}
    saved = run(
        "-c", "import graph_engine as ge, pathlib; print(ge.to_bytes(ge.read(pathlib.Path('old.json'))).decode())"
    )
    assert '"op": "bump"' in saved.stdout


def test_it_is_exported_as_a_program_that_agrees(with_bump):
    place, run = with_bump
    (place / "old.json").write_text(json.dumps({**OLD_FILE, "target": "b"}))
    done = run("-m", "graph_engine", "export", "old.json", "program.py")
    assert done.returncode == 0, done.stderr
    assert "class Bump:" in (place / "program.py").read_text(encoding="utf-8")
    assert run("program.py").returncode == 0


def test_two_ops_may_not_claim_one_key(with_bump):
    place, run = with_bump
    text = OP.replace('formerly=("gauss",)', 'formerly=("sigmoid",)')
    (place / "graph_engine/ops/activations/bump.py").write_text(text, encoding="utf-8")
    assert "two ops claim the key 'sigmoid'" in run("-c", "import graph_engine").stderr


def test_an_installation_that_lost_its_ops_says_so(copied_engine):
    place, run = copied_engine
    for path in (place / "graph_engine/ops").glob("*/*.py"):
        path.unlink()
    for path in (place / "graph_engine/ops").glob("*/"):
        path.rmdir()
    assert "the installation is incomplete" in run("-c", "import graph_engine").stderr
