"""Training steps of layered networks: forward, reverse, update of all weights, float64."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import numpy as np

from graph_engine import Graph, Program, evaluate

from .peers import numpy_layers
from .report import Row
from .timing import best

NETWORKS = (((784, 50, 10), 100), ((784, 256, 128, 10), 128), ((64, 32, 10), 32), ((2, 8, 8, 2), 10), ((2, 2, 1), 1))
RATE = 1e-3


def rows() -> list[Row]:
    found = []
    for sizes, batch in NETWORKS:
        what = f"{'-'.join(map(str, sizes))}, batch {batch}"
        ours = best(_ours(sizes, batch), seconds=1.0)
        classes = best(numpy_layers.step(*_problem(sizes, batch), RATE), seconds=1.0)
        found += [
            Row("training step", what, ours, "NumPy layer classes", classes, "ahead"),
            Row("training step", what, ours, "bare matrix products", best(_products(sizes, batch), seconds=1.0)),
        ]
        autograd_step = _autograd(sizes, batch)
        if autograd_step is not None:
            found.append(Row("training step", what, ours, "autograd", best(autograd_step, seconds=1.0), "ahead"))
        torch_step = _pytorch(sizes, batch)
        if torch_step is not None:
            found.append(Row("training step", what, ours, "PyTorch eager, SGD", best(torch_step, seconds=1.0), "ahead"))
    return found


def _problem(sizes: tuple[int, ...], batch: int):
    """Weights, a batch of inputs, and class numbers."""
    rng = np.random.default_rng(0)
    weights = [(rng.normal(0, 0.01, pair), np.zeros(pair[1])) for pair in pairwise(sizes)]
    return weights, rng.random((batch, sizes[0])), rng.integers(0, sizes[-1], batch)


def _ours(sizes: tuple[int, ...], batch: int) -> Callable[[], object]:
    weights, x, t = _problem(sizes, batch)
    graph = Graph()
    out, parameters = graph.add("variable", "x", value=x), []
    for number, (W, b) in enumerate(weights):
        parameters += [graph.add("parameter", f"W{number}", value=W), graph.add("parameter", f"b{number}", value=b)]
        out = graph.add("affine", f"z{number}", x=out, W=parameters[-2], b=parameters[-1])
        if number < len(weights) - 1:
            out = graph.add("relu", f"a{number}", x=out)
    loss = graph.add("softmax_with_loss", "loss", x=out, t=graph.add("constant", "t", value=t))
    program = Program(evaluate(graph), loss, wanted=parameters)
    moved = [program.value(id) for id in parameters]

    def work() -> object:
        value = program.run()
        for parameter, slope in zip(moved, program.slopes, strict=True):
            np.multiply(slope, RATE, out=slope)
            np.subtract(parameter, slope, out=parameter)
        return value

    return work


def _products(sizes: tuple[int, ...], batch: int) -> Callable[[], object]:
    """Only the matrix products that such a step can't do without, into arrays that are there already."""
    weights, x, _ = _problem(sizes, batch)
    outs = [np.empty((batch, W.shape[1])) for W, _ in weights]
    slopes = [np.empty_like(W) for W, _ in weights]
    backs = [np.empty((batch, W.shape[0])) for W, _ in weights]

    def work() -> None:
        given = x
        for (W, _), out in zip(weights, outs, strict=True):
            np.matmul(given, W, out=out)
            given = out
        for place in reversed(range(len(weights))):
            np.matmul((outs[place - 1] if place else x).T, outs[place], out=slopes[place])
            if place:
                np.matmul(outs[place], weights[place][0].T, out=backs[place])

    return work


def _autograd(sizes: tuple[int, ...], batch: int) -> Callable[[], object] | None:
    try:
        import autograd.numpy as anp
        from autograd import value_and_grad
    except ImportError:
        return None
    weights, x, t = _problem(sizes, batch)
    rows = np.eye(sizes[-1])[t]

    def loss(parameters):
        out = x
        for number, (W, b) in enumerate(parameters):
            out = anp.dot(out, W) + b
            out = anp.maximum(out, 0) if number < len(parameters) - 1 else out
        shifted = out - anp.max(out, axis=1, keepdims=True)
        return -anp.sum(rows * (shifted - anp.log(anp.sum(anp.exp(shifted), axis=1, keepdims=True)))) / batch

    both = value_and_grad(loss)

    def work() -> object:
        value, slopes = both(weights)
        for (W, b), (dW, db) in zip(weights, slopes, strict=True):
            W -= RATE * dW
            b -= RATE * db
        return value

    return work


def _pytorch(sizes: tuple[int, ...], batch: int) -> Callable[[], object] | None:
    try:
        import torch
    except ImportError:
        return None
    torch.set_default_dtype(torch.float64)
    _, x, t = _problem(sizes, batch)
    layers: list = []
    for number, (before, after) in enumerate(pairwise(sizes)):
        layers += [torch.nn.Linear(before, after)] + ([torch.nn.ReLU()] if number < len(sizes) - 2 else [])
    model, given, targets = torch.nn.Sequential(*layers), torch.tensor(x), torch.tensor(t)
    optimizer = torch.optim.SGD(model.parameters(), lr=RATE)

    def work() -> object:
        optimizer.zero_grad()
        loss = torch.nn.functional.cross_entropy(model(given), targets)
        loss.backward()
        optimizer.step()
        return loss

    return work
