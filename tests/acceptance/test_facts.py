"""The numbers that every reader of the chapter will compare: exact in float64."""

from __future__ import annotations

import numpy as np
import pytest

import graph_engine as ge
from graph_engine.differentiate import difference
from graph_engine.document import apart, edits
from graph_engine.graph import Edge
from graph_engine.training import Epoch, Step, Trainer, adopt


class Shown:
    """An example as a reader sees it: everything by name."""

    def __init__(self, name, **values):
        self.document = ge.example(name).open()
        self.graph = self.document.graph
        for source, value in values.items():
            edits.SetValue(self.graph.id_of(source), value).apply(self.document)
        self.evaluation = ge.evaluate(self.graph)
        self.back = ge.gradients(self.evaluation, self.document.target)

    def value(self, name):
        return self.evaluation.value(self.graph.id_of(name))

    def gradient(self, name):
        return self.back.nodes[self.graph.id_of(name)]

    def edge(self, source, target):
        ids = self.graph.id_of(source), self.graph.id_of(target)
        (edge,) = (e for e in self.graph.edges if (e.source, e.target) == ids)
        return edge

    def on_edge(self, source, target):
        return self.back.edges[self.edge(source, target)]

    def local(self, source, target):
        return ge.local_derivative(self.evaluation, self.edge(source, target)).value

    def forward_from(self, source):
        ahead = ge.tangents(self.evaluation, self.graph.id_of(source))
        return {self.graph.node(id).name: value for id, value in ahead.items()}


def test_apple_tax():
    shown = Shown("apple_tax")
    assert shown.value("price") == 220.00000000000003
    assert shown.gradient("apple price") == 2.2
    assert shown.gradient("apple count") == 110.00000000000001
    assert shown.gradient("tax") == 200
    assert (shown.gradient("price"), shown.on_edge("apple total", "price")) == (1, 1.1)
    assert shown.on_edge("apple price", "apple total") == 2.2
    assert shown.local("apple price", "apple total") == 2


def test_apples_and_oranges():
    shown = Shown("apples_and_oranges")
    assert shown.value("price") == 715.0000000000001
    assert shown.gradient("apple count") == 110.00000000000001
    assert shown.gradient("apple price") == 2.2
    assert shown.gradient("orange price") == 3.3000000000000003
    assert shown.gradient("orange count") == 165.0
    assert shown.gradient("tax") == 650


def test_two_paths():
    shown = Shown("two_paths")
    assert [shown.value(name) for name in "cde"] == [3, 2, 6]
    assert (shown.on_edge("c", "e"), shown.on_edge("d", "e")) == (2, 3)
    assert (shown.local("c", "e"), shown.local("d", "e")) == (2, 3)
    assert [shown.local(*ends) for ends in ("ac", "bc", "bd", "1d")] == [1, 1, 1, 1]
    assert (shown.gradient("a"), shown.gradient("b")) == (2, 5)
    assert (shown.on_edge("b", "c"), shown.on_edge("b", "d")) == (2 * 1, 3 * 1)


def test_two_paths_in_forward_mode_from_b():
    assert Shown("two_paths").forward_from("b") == {"b": 1, "c": 1, "d": 1, "e": 5}


def test_three_wires_between_each_pair_make_nine_paths_that_factor():
    """X→Y→Z, where each step is a sum of three terms."""
    graph = ge.Graph()
    factors = {
        name: graph.add("constant", name, value=v) for name, v in zip("αβγδεζ", (2, 3, 5, 7, 11, 13), strict=True)
    }
    node = start = graph.add("variable", "X", value=1)
    for three in ("αβγ", "δεζ"):
        terms = [graph.add("multiply", f"{f}·", x=node, y=factors[f]) for f in three]
        partial = graph.add("add", f"{three[:2]} sum", x=terms[0], y=terms[1])
        node = graph.add("add", f"{three} sum", x=partial, y=terms[2])
    evaluation = ge.evaluate(graph)
    assert ge.gradients(evaluation, node).nodes[start] == (2 + 3 + 5) * (7 + 11 + 13)
    assert ge.tangents(evaluation, start)[node] == (2 + 3 + 5) * (7 + 11 + 13)


@pytest.mark.parametrize(("x", "y"), [(2.0, 3.0), (-1.5, 0.25), (0.0, 0.0)])
def test_square_of_a_sum(x, y):
    shown = Shown("square_of_sum", x=x, y=y)
    t = x + y
    assert shown.value("z") == t**2
    assert shown.gradient("t") == 2 * t
    assert (shown.gradient("x"), shown.gradient("y")) == (2 * t, 2 * t)


@pytest.mark.parametrize("x", [0.5, 0.0, -3.0, 7.25, 30.0, -30.0])
def test_sigmoid_taken_apart(x):
    shown = Shown("sigmoid_taken_apart", x=x)
    whole = ge.gradients(shown.evaluation, shown.graph.id_of("y"))
    y = shown.value("y")
    assert abs(shown.value("y taken apart") - y) <= 1e-15
    assert abs(shown.gradient("x") - whole.nodes[shown.graph.id_of("x")]) <= 1e-15
    assert whole.nodes[shown.graph.id_of("x")] == y * (1 - y)


def softmax(x):
    e = np.exp(x - x.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def test_softmax_with_loss_sends_back_y_minus_t_over_the_batch():
    shown = Shown("classifier")
    x, W, b, t = (np.asarray(shown.value(name)) for name in "xWbt")
    y = softmax(x @ W + b)
    delta = (y - t) / len(t)
    np.testing.assert_allclose(shown.value("loss"), -np.sum(t * np.log(y)) / len(t), rtol=1e-15)
    np.testing.assert_allclose(shown.gradient("scores"), delta, rtol=1e-14, atol=1e-17)
    np.testing.assert_allclose(shown.gradient("W"), x.T @ delta, rtol=1e-14, atol=1e-16)
    np.testing.assert_allclose(shown.gradient("b"), delta.sum(axis=0), rtol=1e-14, atol=1e-16)
    np.testing.assert_allclose(shown.gradient("x"), delta @ W.T, rtol=1e-14, atol=1e-16)


def test_softmax_with_loss_taken_apart_sends_back_the_same():
    shown = Shown("classifier")
    document, loss, scores = shown.document, shown.graph.id_of("loss"), shown.graph.id_of("scores")
    x, W, b, t = (np.asarray(shown.value(name)) for name in "xWbt")
    edit, group = apart.take_apart(document, loss)
    edit.apply(document)
    found = ge.gradients(ge.evaluate(shown.graph), loss)
    np.testing.assert_allclose(found.nodes[scores], (softmax(x @ W + b) - t) / len(t), rtol=1e-14, atol=1e-17)
    edit, fused = apart.compare(document, group)
    edit.apply(document)
    assert max(difference(ge.evaluate(shown.graph), loss, fused, [scores])) <= 1e-15


class SmallNetwork:
    """Two inputs, two hidden neurons, one output; sigmoid, no bias, ½(y − t)²."""

    def __init__(self):
        self.graph = ge.Graph()
        add = self.graph.add
        start = {"13": 0.1, "23": 0.8, "14": 0.4, "24": 0.6, "35": 0.3, "45": 0.9}
        self.weights = {name: add("parameter", f"w{name}", value=value) for name, value in start.items()}
        neuron = {"1": add("variable", "x1", value=0.35), "2": add("variable", "x2", value=0.9)}
        for target, (a, b) in {"3": "12", "4": "12", "5": "34"}.items():
            terms = [add("multiply", x=self.weights[s + target], y=neuron[s]) for s in (a, b)]
            neuron[target] = add("sigmoid", f"a{target}", x=add("add", x=terms[0], y=terms[1]))
        self.y = neuron["5"]
        difference = add("subtract", x=self.y, y=add("constant", "t", value=0.5))
        square = add("power", "square", x=difference)
        self.error = add("multiply", "E", x=add("constant", "½", value=0.5), y=square)
        self.now = ge.evaluate(self.graph)

    def train(self, update, enough=1e-7):
        """Steps until the error is small enough; returns the number of the step and its error."""
        for step in range(1, 1000):
            error = self.now.value(self.error)
            if error < enough:
                return step, error
            slopes = ge.gradients(self.now, self.error)
            for weight in self.weights.values():
                value = self.graph.node(weight).value
                self.graph.set_value(weight, value - update(weight, slopes.nodes[weight]))
            self.now.update(self.weights.values())
        raise AssertionError("the error never became small")


def test_the_2_2_1_network_starts_as_published():
    network = SmallNetwork()
    assert network.now.value(network.y) == pytest.approx(0.6902834929076443, rel=1e-15)
    assert network.now.value(network.error) == pytest.approx(0.01810390383656677, rel=1e-15)


def test_the_2_2_1_network_is_below_1e_7_at_step_111():
    step, error = SmallNetwork().train(lambda _, g: g)
    assert step == 111
    assert error == pytest.approx(9.439725980743902e-08, rel=1e-9)


def test_with_rmsprop_it_takes_11_steps():
    memory = {}

    def rmsprop(weight, g):
        memory[weight] = 0.999 * memory.get(weight, 0.0) + (1 - 0.999) * g**2
        return 0.1 * g / (memory[weight] ** 0.5 + 0.01)

    step, error = SmallNetwork().train(rmsprop)
    assert step == 11
    assert error == pytest.approx(3.896031423024269e-08, rel=1e-9)


def test_twenty_stacked_sigmoids_lose_the_gradient():
    graph = ge.Graph()
    node = start = graph.add("variable", "x", value=0)
    for _ in range(20):
        node = graph.add("sigmoid", x=node)
    assert ge.gradients(ge.evaluate(graph), node).nodes[start] == pytest.approx(1.3e-13, rel=0.05)


def test_a_saturated_sigmoid_stops_a_squared_error_but_not_cross_entropy():
    graph = ge.Graph()
    x, t = graph.add("variable", "x", value=40), graph.add("constant", "t", value=0)
    squared = graph.add("power", "squared", x=graph.add("subtract", x=graph.add("sigmoid", "y", x=x), y=t))
    assert ge.gradients(ge.evaluate(graph), squared).nodes[x] < 1e-15
    scores = graph.add("variable", "scores", value=[40.0, 0.0])
    entropy = graph.add("softmax_with_loss", x=scores, t=graph.add("constant", "label", value=1))
    np.testing.assert_allclose(ge.gradients(ge.evaluate(graph), entropy).nodes[scores], [1, -1], rtol=1e-15)


def test_mlp_in_matrix_form_with_weights_as_out_in():
    """Δ(L) = (A − Y)/b, Δ(l) = Δ(l+1) W(l+1) ⊙ f′(Z(l)), dW(l) = Δ(l)ᵀ A(l−1)."""
    rng, graph, layout = np.random.default_rng(4), ge.Graph(), {"layout": "out_in"}
    X, W1, W2, Y = (
        rng.normal(size=(6, 4)),
        rng.normal(size=(5, 4)),
        rng.normal(size=(3, 5)),
        np.eye(3)[[0, 2, 1, 1, 0, 2]],
    )
    x, y = graph.add("variable", "X", value=X), graph.add("constant", "Y", value=Y)
    w1, w2 = graph.add("parameter", "W1", value=W1), graph.add("parameter", "W2", value=W2)
    z1 = graph.add("affine", "Z1", attributes=layout, x=x, W=w1)
    z2 = graph.add("affine", "Z2", attributes=layout, x=graph.add("sigmoid", "A1", x=z1), W=w2)
    loss = graph.add("softmax_with_loss", "loss", x=z2, t=y)
    found = ge.gradients(ge.evaluate(graph), loss)
    A1 = 1 / (1 + np.exp(-(X @ W1.T)))
    delta2 = (softmax(A1 @ W2.T) - Y) / 6
    delta1 = delta2 @ W2 * (A1 * (1 - A1))
    for node, expected in {z2: delta2, z1: delta1, w2: delta2.T @ A1, w1: delta1.T @ X}.items():
        np.testing.assert_allclose(found.nodes[node], expected, rtol=1e-12, atol=1e-16)
    assert found.nodes[w1].shape == (5, 4)
    assert set(found.edges) >= {Edge(w1, z1, "W"), Edge(w2, z2, "W")}


@pytest.mark.parametrize(
    ("kind", "slope"),
    [("sigmoid", lambda y: y * (1 - y)), ("tanh", lambda y: 1 - y**2), ("relu", lambda y: float(y > 0))],
)
@pytest.mark.parametrize("x", [-2.0, 0.0, 0.5])
def test_activations_differentiate_by_their_output(kind, slope, x):
    graph = ge.Graph()
    start = graph.add("variable", "x", value=x)
    out = graph.add(kind, "y", x=start)
    evaluation = ge.evaluate(graph)
    assert ge.gradients(evaluation, out).nodes[start] == slope(evaluation.value(out))


TABLES = [
    ("together", {}, 111, 9.439725980743902e-08),
    ("in_turn", {}, 111, 9.2572362633313e-08),
    ("together", {"optimizer": "rmsprop"}, 11, 3.896031423024269e-08),
    ("in_turn", {"optimizer": "rmsprop"}, 11, 2.803287637675012e-08),
]


@pytest.mark.parametrize(("update", "changes", "last", "loss"), TABLES)
def test_the_tables_of_the_2_2_1_network(update, changes, last, loss):
    document = ge.example("network_2_2_1").open()
    setup = document.training
    if changes:
        setup = setup.with_changes(**changes, rate=0.1, settings={"beta": 0.999, "epsilon": 0.01})
    run = Trainer(document, setup.with_changes(update=update))
    steps = [record for record in run.run() if isinstance(record, Step)]
    assert steps[0].loss == pytest.approx(0.01810390383656677, rel=1e-15)
    assert (len(steps), steps[-1].loss) == (last, loss)
    graph = document.graph
    assert ge.evaluate(graph).value(graph.id_of("y5")) == 0.6902834929076443
    if (update, changes) == ("in_turn", {}):
        run.rewind()
        next(run.run())
        adopt(document, run.values()).apply(document)
        assert ge.evaluate(graph).value(graph.id_of("y5")) == pytest.approx(0.6820312027460466, rel=1e-14)


@pytest.mark.parametrize(
    ("example", "least"),
    [("digits", 0.95), ("spiral", 0.93), ("dropout_and_batch_norm", 0.93), ("hinge_classifier", 0.95)],
)
def test_an_example_learns(example, least):
    run = Trainer(ge.example(example).open())
    run.measure = False
    epochs = [record for record in run.run() if isinstance(record, Epoch)]
    assert epochs[-1].test_accuracy >= least
    assert epochs[-1].test_loss < epochs[0].test_loss


def test_xor_and_the_line_are_learnt():
    run = Trainer(ge.example("xor").open())
    assert [r.train_accuracy for r in run.run() if isinstance(r, Epoch)][-1] == 1
    document = ge.example("linear_regression").open()
    run = Trainer(document)
    list(run.run())
    slope, offset = (run.values()[document.graph.id_of(name)].item() for name in "Wb")
    assert slope == pytest.approx(2, abs=0.05)
    assert offset == pytest.approx(1, abs=0.05)


def test_squared_error_stays_saturated_where_cross_entropy_does_not():
    document = ge.example("saturated_race").open()
    graph, run = document.graph, Trainer(document)
    steps = [record for record in run.run() if isinstance(record, Step)]
    a, b = (run.weights.ids.index(graph.id_of(name)) for name in ("W of a", "W of b"))
    assert steps[0].norms[b] > 50 * steps[0].norms[a]
    adopt(document, run.values()).apply(document)
    values = ge.evaluate(graph)
    right = 1 / (1 + np.exp(-values.value(graph.id_of("z of b")).item()))
    assert right < 0.05 < values.value(graph.id_of("y of a")).item()
