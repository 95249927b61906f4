"""A model of another program, opened through the window: laid out, evaluated, differentiated, trained, saved."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox

from graph_engine.storage import read, to_bytes
from gui.panels.training import TrainingPanel
from tests.hand import CONTROL

onnx = pytest.importorskip("onnx", reason="onnx is not installed: pip install 'gradcanvas[onnx]'")
helper, numpy_helper = onnx.helper, onnx.numpy_helper
FLOAT, WHOLE = onnx.TensorProto.FLOAT, onnx.TensorProto.INT64
NODES = [
    helper.make_node("Gemm", ["x", "fc1.weight", "fc1.bias"], ["a"], name="/fc1/Gemm", transB=1),
    helper.make_node("Tanh", ["a"], ["h"], name="/act/Tanh"),
    helper.make_node("Gemm", ["h", "fc2.weight", "fc2.bias"], ["scores"], name="/fc2/Gemm", transB=1),
    helper.make_node("SoftmaxCrossEntropyLoss", ["scores", "t"], ["loss"], name="/loss", reduction="mean"),
]


def write(path, nodes, output):
    """A network of two layers as PyTorch writes it."""
    rng = np.random.default_rng(0)
    held = {
        "fc1.weight": rng.normal(size=(6, 2)),
        "fc1.bias": np.zeros(6),
        "fc2.weight": rng.normal(size=(3, 6)),
        "fc2.bias": np.zeros(3),
    }
    numbers = [numpy_helper.from_array(np.asarray(array, np.float32), name) for name, array in held.items()]
    given = [
        helper.make_tensor_value_info("x", FLOAT, [8, 2]),
        helper.make_tensor_value_info("t", WHOLE, [8]),
    ]
    out = [helper.make_tensor_value_info(output, FLOAT, None)]
    graph = helper.make_graph(nodes, "two layers", given, out, numbers, doc_string="Made by another program.")
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.save(onnx.shape_inference.infer_shapes(model), str(path))
    return path


@pytest.fixture
def choose(hand, qapp, monkeypatch):
    """Opens a file by Ctrl+O."""

    def opened(path):
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
        hand.view.setFocus()
        hand.key(Qt.Key.Key_O, CONTROL)
        qapp.processEvents()

    return opened


@pytest.fixture
def model(choose, tmp_path):
    path = write(tmp_path / "network.onnx", NODES, "loss")
    choose(path)
    return path


def test_it_is_laid_out_from_left_to_right_with_room_for_each_node(model, hand, session, window):
    assert [node.name for node in session.document.graph.nodes] == [
        "x", "t", "fc1.weight", "fc1.bias", "fc1.Gemm", "act.Tanh", "fc2.weight", "fc2.bias", "fc2.Gemm", "loss",
    ]  # fmt: skip
    places = session.document.positions
    for edge in session.document.graph.edges:
        assert places[edge.source][0] < places[edge.target][0]
    boxes = [item.mapRectToScene(item.shape().boundingRect()) for item in hand.view.canvas.nodes.values()]
    assert not any(a.intersects(b) for n, a in enumerate(boxes) for b in boxes[:n])
    view = window.area.view
    seen = view.mapToScene(view.viewport().rect()).boundingRect()
    assert all(seen.contains(box) for box in boxes)
    assert window.counted.text() == "10 nodes · 9 wires · float32, float64"
    assert session.document.description == "Made by another program."


def test_it_is_evaluated_differentiated_and_explained(model, hand, session):
    runtime = pytest.importorskip("onnxruntime", reason="onnxruntime is not installed")
    graph = session.document.graph
    x = np.asarray(graph.node(hand.id("x")).value)
    (wanted,) = runtime.InferenceSession(str(model)).run(None, {"x": x, "t": np.zeros(8, np.int64)})
    assert session.results.value(hand.id("loss")) == pytest.approx(float(wanted), rel=1e-6)
    assert np.shape(session.results.gradient(hand.id("fc1.weight"))) == (6, 2)
    hand.click(hand.node("act.Tanh"))
    hand.key(Qt.Key.Key_T)
    assert session.document.target == hand.id("act.Tanh")


def test_it_is_trained_by_the_button(model, hand, session, window, qtbot):
    before = session.results.value(hand.id("loss"))
    window.docks["training"].toggleViewAction().trigger()
    panel = window.panel(TrainingPanel)
    qtbot.wait(200)  # until the panels have found their places
    hand.click(hand.on(panel.buttons["train"]))
    run = session.runs.current
    qtbot.waitUntil(lambda: run.state == "finished", timeout=20_000)
    assert session.results.value(hand.id("loss")) < before


def test_it_has_no_file_yet_so_that_the_model_is_never_written_over(model, hand, session, tmp_path, monkeypatch):
    data = model.read_bytes()
    assert session.path is None
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "mine.json"), ""))
    hand.view.setFocus()
    hand.key(Qt.Key.Key_S, CONTROL)
    assert to_bytes(read(tmp_path / "mine.json")) == to_bytes(session.document)
    assert model.read_bytes() == data


def test_a_model_of_other_operations_is_refused_by_name_and_nothing_changes(
    model, choose, hand, session, said, tmp_path
):
    before = to_bytes(session.document)
    nodes = [*NODES[:3], helper.make_node("TopK", ["scores", "t"], ["best", "which"], name="/head/TopK")]
    choose(write(tmp_path / "other.onnx", nodes, "best"))
    assert said[-1] == "other.onnx: the node “/head/TopK”: there is no like of ONNX's TopK here"
    (tmp_path / "broken.onnx").write_bytes(b"\x08\x99broken")
    choose(tmp_path / "broken.onnx")
    assert said[-1].startswith("broken.onnx: this is not an ONNX model")
    assert to_bytes(session.document) == before


def test_unsaved_work_is_asked_about_only_when_the_model_can_be_read(model, choose, hand, session, tmp_path):
    hand.drag(hand.node("x"), hand.node("x") + (hand.node("x") - hand.node("t")) / 4)
    assert session.dirty
    (tmp_path / "broken.onnx").write_bytes(b"no model")
    choose(tmp_path / "broken.onnx")
    asked = hand.answer(QMessageBox.StandardButton.Cancel)
    choose(model)
    assert len(asked) == 1
    assert session.dirty
