"""Models written, run by onnxruntime: the same numbers to 1e-6."""

import numpy as np
import pytest

import graph_engine as ge
from graph_engine.errors import ExportError
from graph_engine.export import by_key
from graph_engine.training.modes import judging
from tests.graphs_of_ops import every_op
from tests.whole_examples import WHOLE

onnx = pytest.importorskip("onnx", reason="onnx is not installed: pip install 'gradcanvas[onnx]'")
MODEL = by_key("onnx_model")
OPS = dict(every_op())


def run(document, **given):
    """What onnxruntime makes of the model, by the names of nodes."""
    runtime = pytest.importorskip("onnxruntime", reason="onnxruntime is not installed")
    session = runtime.InferenceSession(MODEL.data(document), providers=["CPUExecutionProvider"])
    graph = document.graph
    names = [each.name for each in session.get_inputs()]
    inputs = {name: np.asarray(graph.node(graph.id_of(name)).value) for name in names} | given
    return dict(zip([each.name for each in session.get_outputs()], session.run(None, inputs), strict=True))


def agree(document):
    graph = judging(document.graph)
    evaluation = ge.evaluate(graph)
    found = run(document)
    assert found
    for name, numbers in found.items():
        wanted = np.asarray(evaluation.value(graph.id_of(name)))
        assert numbers.shape == wanted.shape
        np.testing.assert_allclose(numbers, wanted, rtol=1e-6, atol=1e-6 * max(1.0, float(np.abs(wanted).max())))


@pytest.mark.parametrize("entry", WHOLE, ids=lambda entry: entry.name)
def test_every_example_agrees(entry):
    agree(entry.open())


@pytest.mark.parametrize("name", OPS)
def test_every_op_agrees(name):
    agree(OPS[name])


@pytest.mark.parametrize("name", ["hinge", "softmax_with_loss", "cross_entropy"])
def test_class_numbers_agree(name):
    graph = ge.Graph()
    scores = np.array([[0.2, 0.5, 0.3], [0.7, 0.1, 0.2]])
    x = graph.add("variable", "scores", value=scores)
    graph.add(
        name, "loss", **{"y" if name == "cross_entropy" else "x": x, "t": graph.add("variable", "t", value=[2, 0])}
    )
    agree(ge.Document(graph))


def test_a_model_takes_batches_of_any_size():
    document = ge.example("xor").open()
    graph = document.graph
    x, t = (np.asarray(graph.node(graph.id_of(name)).value) for name in ("x", "t"))
    whole = run(document)
    three = run(document, x=x[:3], t=t[:3])
    assert three["scores"].shape == (3, 2)
    np.testing.assert_allclose(three["scores"], whole["scores"][:3])


def test_parameters_are_in_the_model_and_data_are_its_inputs():
    model = onnx.load_model_from_string(MODEL.data(ge.example("xor").open()))
    assert {each.name for each in model.graph.input} == {"x", "t"}
    assert {"W1", "b1", "W2", "b2"} <= {tensor.name for tensor in model.graph.initializer}
    assert [each.name for each in model.graph.output] == ["scores", "loss"]
    assert [node.op_type for node in model.graph.node[:2]] == ["Gemm", "Tanh"]


def test_float32_stays_float32():
    graph = ge.Graph()
    x = graph.add("variable", "x", value=np.array([[1.0, 2.0]], np.float32))
    graph.add("sum", "s", x=graph.add("power", "p", attributes={"n": 3}, x=x))
    assert run(ge.Document(graph))["s"].dtype == np.float32
    graph.add("dot", "d", x=x, W=graph.add("constant", "W", value=np.eye(2)))
    with pytest.raises(ExportError, match="float32 and float64"):
        MODEL.data(ge.Document(graph))


def test_nothing_computed_is_refused():
    with pytest.raises(ExportError, match="nothing to export"):
        MODEL.data(ge.Document(ge.Graph()))
