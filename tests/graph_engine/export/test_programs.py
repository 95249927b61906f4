"""Exported programs, run: each compares what it computes with the numbers of its graph."""

import re
import subprocess
import sys

import numpy as np
import pytest

import graph_engine as ge
from graph_engine.document import Training
from graph_engine.errors import ExportError
from graph_engine.export import by_key
from graph_engine.training import Epoch, Trainer
from tests.graphs_of_ops import every_op
from tests.whole_examples import WHOLE

NUMPY, TORCH = by_key("numpy_program"), by_key("pytorch_program")
OPS = dict(every_op())


def text_of(target, document):
    return target.data(document).decode("utf-8")


@pytest.fixture(params=["numpy_program", "pytorch_program"])
def target(request):
    if request.param == "pytorch_program":
        pytest.importorskip("torch", reason="PyTorch is not installed; `make test-all` gets it")
    return by_key(request.param)


@pytest.fixture(autouse=True)
def _float32_again():
    yield
    if "torch" in sys.modules:
        sys.modules["torch"].set_default_dtype(sys.modules["torch"].float32)


@pytest.mark.parametrize("entry", WHOLE, ids=lambda entry: entry.name)
def test_every_example_agrees_with_itself(entry, target, run_program):
    code, said = run_program(text_of(target, entry.open()))
    assert code == 0, said
    assert "agree with the graph" in said


@pytest.mark.parametrize("name", OPS)
def test_every_op_agrees_with_itself(name, target, run_program):
    code, said = run_program(text_of(target, OPS[name]))
    assert code == 0, said


@pytest.mark.parametrize("table", ["VALUES", "GRADIENTS", "SOURCES", "INPUTS"])
def test_one_wrong_number_is_noticed(table, target, run_program):
    text = text_of(target, ge.example("apple_tax").open())
    if f"\n{table} = {{" not in text:
        pytest.skip("the other kind of program has this table")
    start = text.index(f"\n{table} = {{")
    found = re.compile(r": ([0-9.]+),").search(text, start)
    wrong = f"{text[: found.start(1)]}{float(found[1]) * 1.001}{text[found.end(1) :]}"
    code, said = run_program(wrong)
    assert code == 1
    assert "differ" in said


@pytest.mark.slow
@pytest.mark.parametrize("table", ["VALUES", "GRADIENTS"])
@pytest.mark.parametrize("entry", WHOLE, ids=lambda entry: entry.name)
def test_one_wrong_number_in_any_example_is_noticed_by_the_program_alone(entry, table, target, tmp_path):
    text = text_of(target, entry.open())
    start = text.index(f"\n{table} = {{")
    numbers = re.compile(r"(?<![\w.\"'])-?\d+\.\d+(?:e[+-]?\d+)?(?![\w\"'])").finditer(text, start)
    found = next(number for number in numbers if abs(float(number[0])) > 1e-9)
    path = tmp_path / "program.py"
    path.write_text(f"{text[: found.start()]}{float(found[0]) * 1.01!r}{text[found.end() :]}", encoding="utf-8")
    done = subprocess.run([sys.executable, "-I", str(path)], capture_output=True, cwd=tmp_path, check=False)
    assert (done.returncode, done.stderr) == (1, b"")
    assert b"differ" in done.stdout


def test_a_wrong_number_among_many_is_noticed(target, run_program):
    document = ge.example("spiral").open()
    document.graph.set_value(document.graph.id_of("W1"), _nudged(document, "W1"))
    tampered = text_of(target, document)
    honest = text_of(target, ge.example("spiral").open())
    start, end = "SOURCES = {" if target is NUMPY else "class Network", "VALUES = {"
    mixed = tampered[: tampered.index(end)] + honest[honest.index(end) :]
    assert start in mixed
    assert run_program(mixed)[0] == 1


def _nudged(document, name):
    value = np.array(document.graph.node(document.graph.id_of(name)).value)
    value.flat[3] += 1e-4
    return value


@pytest.mark.parametrize("name", ["network_2_2_1", "dropout_and_batch_norm"])
def test_programs_run_on_their_own(name, target, tmp_path):
    path = tmp_path / "program.py"
    path.write_bytes(target.data(ge.example(name).open()))
    done = subprocess.run([sys.executable, "-I", str(path)], capture_output=True, cwd=tmp_path, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert "graph_engine" not in path.read_text(encoding="utf-8")


def test_the_layers_are_those_of_the_textbook():
    text = text_of(NUMPY, ge.example("digits").open())
    for name in ("Affine", "Relu", "SoftmaxWithLoss"):
        assert f"class {name}:" in text
    apples = text_of(NUMPY, ge.example("apples_and_oranges").open())
    assert "class MulLayer:" in apples
    assert "class AddLayer:" in apples
    assert "def forward(self, x, y):" in apples
    assert "def backward(self, dout):" in apples


def test_names_of_any_kind_stay_apart(target, run_program):
    graph = ge.Graph()
    names = ['a"\nimport os', "a", "A", "d_a", "lambda", "苹果 价格", "x\u00b2", "x2", "np", "forward", "\\", "a_layer"]
    total = graph.add("constant", "self", value=1.0)
    for number, name in enumerate(names):
        total = graph.add("multiply", x=total, y=graph.add("parameter", name, value=1.5 + number))
    code, said = run_program(text_of(target, ge.Document(graph, title='"""\nraise SystemExit(3) \\')))
    assert code == 0, said


def test_numbers_that_are_not_finite_come_through(target, run_program):
    graph = ge.Graph()
    x = graph.add("variable", "x", value=[-1.0, 0.0, 2.0])
    graph.add("log", "y", x=x)
    code, said = run_program(text_of(target, ge.Document(graph)))
    assert code == 0, said


def test_float32_stays_float32(target, run_program):
    graph = ge.Graph()
    x = graph.add("variable", "x", value=np.array([[1.0, 2.0]], np.float32))
    graph.add("sum", "s", x=graph.add("sigmoid", "y", x=x))
    text = text_of(target, ge.Document(graph))
    assert "float32" in text
    assert run_program(text)[0] == 0


def test_a_derivative_that_its_author_stated_wrongly_is_exported_as_stated(target, run_program):
    graph = ge.Graph()
    x = graph.add("variable", "x", value=[0.5, 2.0])
    graph.add("custom", "wrong", attributes={"formula": "x^2", "dx": "3*x"}, x=x)
    code, said = run_program(text_of(target, ge.Document(graph)))
    assert code == 0, said


def test_open_inputs_are_left_out_and_nothing_at_all_is_refused(target, run_program):
    graph = ge.Graph()
    x = graph.add("variable", "x", value=2)
    graph.add("multiply", "open", x=x)
    with pytest.raises(ExportError, match="nothing to export"):
        target.data(ge.Document(graph))
    graph.add("square", "y", x=x)
    text = text_of(target, ge.Document(graph))
    assert run_program(text)[0] == 0


def test_pytorch_refuses_two_kinds_of_numbers():
    graph = ge.Graph()
    a = graph.add("variable", "a", value=np.array([1.0, 2.0], np.float32))
    b = graph.add("variable", "b", value=np.array([1.0, 2.0]))
    graph.add("dot", "y", x=a, W=b)
    with pytest.raises(ExportError, match="float32 and float64"):
        TORCH.data(ge.Document(graph))


@pytest.mark.parametrize("name", ["xor", "classifier", "hinge_classifier"])
def test_the_training_script_comes_to_the_same_loss(name, run_program):
    pytest.importorskip("torch", reason="PyTorch is not installed; `make test-all` gets it")
    document = ge.example(name).open()
    document.training = (document.training or Training()).with_changes(epochs=5, batch=0)
    code, said = run_program(text_of(TORCH, document), "train")
    assert code == 0, said
    wanted = [record.train_loss for record in Trainer(document).run() if isinstance(record, Epoch)]
    found = [float(number) for number in re.findall(r"train loss ([0-9.e-]+)", said)]
    if all(node.attributes.get("batch", 0) == 0 for node in document.graph.nodes if node.kind == "data"):
        assert found == pytest.approx(wanted, rel=1e-8)
    assert len(found) == 5
