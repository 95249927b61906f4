"""Models read: laid out, evaluated as onnxruntime does, differentiated, trained; anything else refused by name."""

import time

import numpy as np
import pytest

import graph_engine as ge
from graph_engine.document import Training
from graph_engine.export import by_key
from graph_engine.onnx_models import from_onnx
from graph_engine.training import Epoch, Trainer
from tests.graphs_of_ops import every_op

onnx = pytest.importorskip("onnx", reason="onnx is not installed: pip install 'gradcanvas[onnx]'")
helper, numpy_helper = onnx.helper, onnx.numpy_helper
DOUBLE = onnx.TensorProto.DOUBLE
RNG = np.random.default_rng(3)
X = RNG.standard_normal((2, 3))


def model(nodes, inputs=None, held=None, opset=17, outputs=("y",)):
    """A model of these nodes; `inputs` are shapes and `held` arrays, by name."""
    given = [helper.make_tensor_value_info(name, DOUBLE, shape) for name, shape in (inputs or {"x": [2, 3]}).items()]
    numbers = [numpy_helper.from_array(np.asarray(array), name) for name, array in (held or {}).items()]
    out = [helper.make_tensor_value_info(name, DOUBLE, None) for name in outputs]
    graph = helper.make_graph(nodes, "a model", given, out, numbers)
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)], ir_version=8)
    made = onnx.shape_inference.infer_shapes(made)
    for each in made.graph.output:
        each.type.tensor_type.shape.SetInParent()
    return made.SerializeToString()


def node(op, *inputs, name="the node", output="y", **attributes):
    return helper.make_node(op, list(inputs), [output], name=name, **attributes)


def attempted(data):
    """The document, or why there is none."""
    try:
        return from_onnx(data), ""
    except ge.FileProblem as problem:
        return None, str(problem)


def value_of(document, name="the node", **given):
    graph = document.graph
    for source, value in given.items():
        graph.set_value(graph.id_of(source), value)
    return np.asarray(ge.evaluate(graph).value(graph.id_of(name)))


def same(data, **given):
    """Whether our value of the node is what onnxruntime says."""
    runtime = pytest.importorskip("onnxruntime", reason="onnxruntime is not installed")
    session = runtime.InferenceSession(data, providers=["CPUExecutionProvider"])
    (wanted,) = session.run(None, given)
    np.testing.assert_allclose(value_of(from_onnx(data), **given), wanted, rtol=1e-6, atol=1e-9)


def test_what_it_takes_grows_with_the_model_and_not_with_its_square():
    """A few thousand nodes whose meaning depends on the shape of what goes in, one after the other."""
    many = 1500
    nodes = [node("Softmax", f"v{n}" if n else "x", name=f"s{n}", output=f"v{n + 1}") for n in range(many)]
    data = model(nodes, outputs=(f"v{many}",))
    started = time.process_time()
    assert len(from_onnx(data).graph) == many + 1
    assert time.process_time() - started < 8  # working all values out for each of them took 25


def test_names_that_are_paths_read_as_names():
    document = from_onnx(model([node("Relu", "x", name="/act 1//Relu"), node("Abs", "y", name="/", output="z")]))
    assert [each.name for each in document.graph.nodes] == ["x", "act 1.Relu", "absolute"]
    _, why = attempted(model([node("Erf", "x", name="/gelu/Erf")]))
    assert "the node “/gelu/Erf”" in why


def test_numbers_that_are_not_real_are_refused():
    found, why = attempted(model([node("Reshape", "x", "p")], held={"p": np.array([6 + 1j])}))
    assert found is None
    assert "“p” does not hold numbers" in why


def test_texts_and_names_without_end_make_no_document_that_can_not_be_opened_again():
    made = onnx.load_model_from_string(model([node("Relu", "x")]))
    made.graph.doc_string = made.graph.name = "a" * 200_000
    document = from_onnx(made.SerializeToString())
    assert len(ge.storage.to_bytes(ge.storage.from_bytes(ge.storage.to_bytes(document)))) > 200_000
    found, why = attempted(model([node("Conv", "x", name="a" * 5000)]))
    assert found is None
    assert len(why) < 500


UNARY = [
    "Abs", "Cos", "Exp", "Identity", "LeakyRelu", "Neg", "Reciprocal", "Relu", "Sigmoid", "Sin", "Softmax", "Tanh",
    "Flatten", "ReduceMean", "ReduceMax", "Transpose", "LogSoftmax",
]  # fmt: skip


@pytest.mark.parametrize("op", UNARY)
def test_ops_of_one_input(op):
    same(model([node(op, "x")]), x=X)


@pytest.mark.parametrize("op", ["Add", "Sub", "Mul", "Div", "Max", "Min", "Sum"])
def test_ops_of_two_inputs(op):
    same(model([node(op, "x", "w")], {"x": [2, 3], "w": [2, 3]}), x=X, w=X[::-1] + 2)


@pytest.mark.parametrize(
    ("data", "given"),
    [
        (model([node("Gemm", "x", "W", "b", transB=1)], held={"W": RNG.random((4, 3)), "b": RNG.random(4)}), {"x": X}),
        (model([node("Gemm", "x", "W", "b")], held={"W": RNG.random((3, 4)), "b": RNG.random((1, 4))}), {"x": X}),
        (model([node("Gemm", "x", "W", transA=1)], held={"W": RNG.random((2, 4))}), {"x": X}),
        (model([node("MatMul", "x", "W")], held={"W": RNG.random((3, 4))}), {"x": X}),
        (model([node("Pow", "x", "n")], held={"n": 3.0}), {"x": X}),
        (model([node("Sum", "x", "x", "x")]), {"x": X}),
        (model([node("Max", "x", "h", "x")], held={"h": np.full((1,), 0.3)}), {"x": X}),
        (model([node("Reshape", "x", "s")], held={"s": np.array([0, -1, 1])}), {"x": X}),
        (model([node("Concat", "x", "x", axis=-1)]), {"x": X}),
        (model([node("ReduceSum", "x", "a", keepdims=0)], held={"a": np.array([1])}), {"x": X}),
        (model([node("ReduceMean", "x", axes=[0], keepdims=1)]), {"x": X}),
        (model([node("ReduceSum", "x", axes=[0], keepdims=0)], opset=11), {"x": X}),
        (model([node("Unsqueeze", "x", "a")], held={"a": np.array([0, -1])}), {"x": X}),
        (model([node("Squeeze", "x", "a")], {"x": [1, 3]}, {"a": np.array([0])}), {"x": X[:1]}),
        (model([node("Transpose", "x", perm=[1, 0])]), {"x": X}),
        (model([node("Dropout", "x")]), {"x": X}),
        (
            model(
                [node("BatchNormalization", "x", "g", "b", "m", "v", epsilon=1e-3)],
                held={"g": RNG.random(3), "b": RNG.random(3), "m": RNG.random(3), "v": RNG.random(3) + 1},
            ),
            {"x": X},
        ),
        (model([node("SoftmaxCrossEntropyLoss", "x", "t")], held={"t": np.array([2, 0])}), {"x": X}),
        (model([node("Constant", name="c", output="c", value_float=2.0),
                node("Cast", "c", name="d", output="d", to=DOUBLE), node("Mul", "x", "d")]), {"x": X}),
    ],
)  # fmt: skip
def test_ops_with_settings(data, given):
    same(data, **given)


def test_ops_that_onnxruntime_does_not_have_for_doubles():
    np.testing.assert_allclose(value_of(from_onnx(model([node("Softplus", "x")])), x=X), np.logaddexp(X, 0))
    elu = value_of(from_onnx(model([node("Elu", "x", alpha=0.5)])), x=X)
    np.testing.assert_allclose(elu, np.where(X > 0, X, 0.5 * np.expm1(X)))


def test_a_network_is_laid_out_differentiated_and_trained():
    nodes = [
        node("Gemm", "x", "W1", "b1", name="hidden", output="h"),
        node("Relu", "h", name="relu", output="r"),
        node("Gemm", "r", "W2", "b2", name="scores", output="s"),
        node("SoftmaxCrossEntropyLoss", "s", "t", name="loss"),
    ]
    held = {"W1": RNG.random((3, 5)), "b1": np.zeros(5), "W2": RNG.random((5, 2)), "b2": np.zeros(2)}
    document = from_onnx(model(nodes, {"x": [2, 3]}, held | {"t": np.array([1, 0])}))
    graph = document.graph
    assert {node.name: node.kind for node in graph.nodes} == {
        "x": "variable", "W1": "parameter", "b1": "parameter", "W2": "parameter", "b2": "parameter", "t": "constant",
        "hidden": "affine", "relu": "relu", "scores": "affine", "loss": "softmax_with_loss",
    }  # fmt: skip
    places = document.positions
    for edge in graph.edges:
        assert places[edge.source][0] < places[edge.target][0]
    assert len(set(places.values())) == len(graph)
    evaluation, loss = ge.evaluate(graph), graph.id_of("loss")
    assert ge.check_sources(evaluation, loss)
    found = ge.gradients(evaluation, loss)
    assert found.nodes[graph.id_of("W1")].shape == (3, 5)
    run = Trainer(document, Training(rate=0.5, epochs=200))
    losses = [record.train_loss for record in run.run() if isinstance(record, Epoch)]
    assert losses[-1] < losses[0] / 5


@pytest.mark.parametrize("name", [name for name, _ in every_op() if name.endswith("-0-0")])
def test_what_was_written_is_read_again_or_refused_by_name(name):
    document = dict(every_op())[name]
    data = by_key("onnx_model").data(document)
    again, problem = attempted(data)
    if again is None:
        assert any(op in problem for op in ("Where", "Equal", "Greater", "ArgMax", "CastLike"))
        return
    wanted = np.asarray(ge.evaluate(document.graph).value(document.graph.id_of("total")))
    graph = again.graph
    for source in document.graph.nodes:
        if source.is_source and graph.has_name(source.name):
            graph.set_value(graph.id_of(source.name), source.value)
    if name.startswith("dropout"):
        return  # the mask is for training only
    np.testing.assert_allclose(value_of(again, "total"), wanted, rtol=1e-6)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (model([node("Conv", "x", "W")], {"x": [1, 1, 4, 4]}, {"W": np.ones((1, 1, 2, 2))}),
         "the node “the node”: there is no like of ONNX's Conv here"),
        (model([node("Pow", "x", "x")]), "the node “the node” (Pow): “x” must be a number of the model, not computed"),
        (model([node("Gemm", "x", "W", alpha=0.5)], held={"W": np.ones((3, 2))}),
         "the node “the node” (Gemm): alpha = 0.5 has no like here"),
        (model([node("Softmax", "x", axis=0)]), "the node “the node” (Softmax): it works along the axis 0"),
        (model([node("Cast", "x", name="c", output="c", to=7), node("Add", "c", "c")]),
         "the node “the node” (Add): it reads whole numbers, which here only losses do"),
        (b"", "this is not an ONNX model"),
        (b"no model", "this is not an ONNX model"),
        (b"\x08\x08\x12\xff\xff\xff\xff\x0f", "this is not an ONNX model"),
    ],
)  # fmt: skip
def test_what_is_refused_and_how_it_is_said(data, sentence):
    with pytest.raises(ge.FileProblem) as refused:
        from_onnx(data)
    assert sentence in str(refused.value)


def test_numbers_in_other_files_are_not_looked_for():
    tensor = numpy_helper.from_array(np.ones((3, 3)), "W")
    tensor.ClearField("raw_data")
    tensor.data_location = onnx.TensorProto.EXTERNAL
    entry = tensor.external_data.add()
    entry.key, entry.value = "location", "../../etc/passwd"
    read = onnx.load_model_from_string(model([node("MatMul", "x", "W")], held={"W": np.ones((3, 3))}))
    read.graph.initializer[0].CopyFrom(tensor)
    with pytest.raises(ge.FileProblem, match="keeps numbers in other files"):
        from_onnx(read.SerializeToString())


def test_mutated_models_are_refused_or_read_never_anything_else():
    data = model([node("Gemm", "x", "W", "b")], held={"W": np.ones((3, 2)), "b": np.ones(2)})
    rng = np.random.default_rng(0)
    for _ in range(300):
        bent = bytearray(data)
        for place in rng.integers(0, len(bent), 3):
            bent[place] = int(rng.integers(256))
        document, problem = attempted(bytes(bent))
        assert (document is None) == bool(problem)


def test_a_model_is_opened_like_any_file(tmp_path):
    path = tmp_path / "net.onnx"
    path.write_bytes(model([node("Relu", "x")]))
    assert ge.read(path).graph.has_name("the node")
