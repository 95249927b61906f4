"""Training end to end: mini-batches, steps, and each epoch the loss and accuracy of both splits. Samples a second.

The peers do the same bookkeeping on the same rows: PyTorch eager as its tutorials write it, NumPy by hand, and the code
of TensorFlow Playground in node, which handles one point after another, so that a larger batch only helps us.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from graph_engine import Graph
from graph_engine.document import Document, Training
from graph_engine.training import Epoch, Trainer

from .peers import numpy_floor, numpy_layers, playground
from .report import Row

NETWORKS = (((2, 2, 2), 1, 400), ((2, 8, 8, 2), 10, 2000), ((64, 50, 10), 100, 4000), ((784, 50, 10), 100, 4000))
RATE, TEST = 0.05, 0.25


def rows() -> list[Row]:
    found = []
    for sizes, batch, samples in NETWORKS:
        what = f"{'-'.join(map(str, sizes))}, batch {batch}"
        data = _data(sizes, samples)
        peers = {"NumPy layer classes": _numpy(sizes, batch, data), "PyTorch eager": _pytorch(sizes, batch, data)}
        there = {name: epoch for name, epoch in peers.items() if epoch is not None}
        ours, *theirs = _speeds([_ours(sizes, batch, data), *there.values()], samples * (1 - TEST))
        rated = zip(there, theirs, strict=True)
        found += [Row("training", what, ours, name, speed, "ahead", "samples/s") for name, speed in rated]
    return found + [row for batch in (10, 30) for row in _against_playground(batch)]


def _against_playground(batch: int) -> list[Row]:
    """TensorFlow Playground's network on its exclusive-or data: 500 points, half of them held back."""
    sizes, samples, test = (2, 8, 8, 1), 500, 0.5
    rng = np.random.default_rng(0)
    x = rng.uniform(-5, 5, (samples, 2))
    t = np.where(x[:, 0] * x[:, 1] >= 0, 1.0, -1.0)[:, None]
    rows, held = np.concatenate([x, t], axis=1), round(test * samples)
    theirs = playground.samples_a_second(sizes, batch, 0.03, rows[held:], rows[:held], 1.5)
    if isinstance(theirs, str):
        print(f"TensorFlow Playground is not measured: {theirs}")
        return []
    epochs = [_ours(sizes, batch, (x, t), "tanh", "half_squared_error", test), _floor(sizes, batch, (x, t), test)]
    ours, floor = _speeds(epochs, samples * (1 - test), 3.0)
    what = f"2-8-8-1, batch {batch}"
    return [
        Row("training", what, ours, "TensorFlow Playground", theirs, "≥ 3×", "samples/s"),
        Row("training", what, ours, "NumPy's calls alone", floor, "", "samples/s"),
        Row("training, NumPy's calls alone", what, floor, "TensorFlow Playground", theirs, "", "samples/s"),
    ]


def _speeds(epochs: Sequence[Callable[[], object]], samples: float, seconds: float = 4.0) -> list[float]:
    """Training samples a second, of the best epoch of each; they take turns, so that a busy machine is so for all."""
    best = [float("inf")] * len(epochs)
    for epoch in epochs:
        epoch()
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        for place, epoch in enumerate(epochs):
            start = time.perf_counter()
            epoch()
            best[place] = min(best[place], time.perf_counter() - start)
    return [samples / each for each in best]


def _data(sizes: tuple[int, ...], samples: int) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(0)
    targets = np.arange(samples) % sizes[-1]
    centres = rng.normal(size=(sizes[-1], sizes[0]))
    return centres[targets] + 0.5 * rng.normal(size=(samples, sizes[0])), targets.astype(float)


def _weights(sizes: tuple[int, ...]) -> list[tuple[np.ndarray, np.ndarray]]:
    rng = np.random.default_rng(1)
    return [(rng.normal(0, 0.1, pair), np.zeros(pair[1])) for pair in pairwise(sizes)]


def _ours(
    sizes: tuple[int, ...],
    batch: int,
    data: tuple[np.ndarray, np.ndarray],
    bend: str = "relu",
    loss: str = "softmax_with_loss",
    test: float = TEST,
) -> Callable[[], object]:
    graph, numbers = Graph(), loss == "half_squared_error"
    with TemporaryDirectory() as folder:
        np.savez(Path(folder, "rows.npz"), x=data[0], y=data[1])
        graph.folder = Path(folder)
        shared = {"dataset": "file", "file": "rows.npz", "answers": "numbers" if numbers else "classes", "batch": batch}
        out = graph.add("data", "x", attributes=shared)
        t = graph.add("data", "t", attributes={**shared, "column": "targets"})
        for number, (W, b) in enumerate(_weights(sizes)):
            weights = graph.add("parameter", f"W{number}", value=W), graph.add("parameter", f"b{number}", value=b)
            out = graph.add("affine", f"z{number}", x=out, W=weights[0], b=weights[1])
            if number < len(sizes) - 2 or numbers:
                out = graph.add(bend, f"a{number}", x=out)
        target = graph.add(loss, "loss", t=t, **{"y" if numbers else "x": out})
        run = Trainer(Document(graph=graph, target=target), Training(rate=RATE, epochs=0, test=test))
    run.measure = False
    records = run.run()

    def epoch() -> object:
        while not isinstance(record := next(records), Epoch):
            pass
        return record

    return epoch


def _split(samples: int, test: float = TEST) -> tuple[np.ndarray, np.ndarray]:
    order = np.random.default_rng(2).permutation(samples)
    held = round(test * samples)
    return order[held:], order[:held]


def _floor(
    sizes: tuple[int, ...], batch: int, data: tuple[np.ndarray, np.ndarray], test: float
) -> Callable[[], object]:
    """The fewest calls in which NumPy can do it: what no program that is built on it can undercut."""
    train, held = _split(len(data[1]), test)
    network, rate = numpy_floor.Network(_weights(sizes), batch), np.array(RATE)
    x, t = data
    rng = np.random.default_rng(3)

    def epoch() -> object:
        order = rng.permutation(train)
        rows, right = x[order], t[order]
        whole = range(0, len(order) - batch + 1, batch)
        losses = [network.step(rows[start : start + batch], right[start : start + batch], rate) for start in whole]
        return losses, [network.measure(x[each], t[each]) for each in (train, held)]

    return epoch


def _numpy(sizes: tuple[int, ...], batch: int, data: tuple[np.ndarray, np.ndarray]) -> Callable[[], object]:
    train, test = _split(len(data[1]))
    x, t = data[0], data[1].astype(int)
    network = numpy_layers.Network(_weights(sizes))
    rng = np.random.default_rng(3)

    def epoch() -> object:
        losses, order = [], rng.permutation(train)
        for start in range(0, len(order), batch):
            rows = order[start : start + batch]
            losses.append(network.step(x[rows], t[rows], RATE))
        return losses, [network.measure(x[rows], t[rows]) for rows in (train, test)]

    return epoch


def _pytorch(sizes: tuple[int, ...], batch: int, data: tuple[np.ndarray, np.ndarray]) -> Callable[[], object] | None:
    try:
        import torch
    except ImportError:
        return None
    torch.set_default_dtype(torch.float64)
    layers: list = []
    for number, (before, after) in enumerate(pairwise(sizes)):
        layers += [torch.nn.Linear(before, after)] + ([torch.nn.ReLU()] if number < len(sizes) - 2 else [])
    model, x, t = torch.nn.Sequential(*layers), torch.tensor(data[0]), torch.tensor(data[1]).long()
    optimizer = torch.optim.SGD(model.parameters(), lr=RATE)
    train, test = map(torch.tensor, _split(len(data[1])))

    def measure(rows):
        with torch.no_grad():
            scores = model(x[rows])
            loss = torch.nn.functional.cross_entropy(scores, t[rows])
            return loss.item(), (scores.argmax(1) == t[rows]).double().mean().item()

    def epoch() -> object:
        losses, order = [], train[torch.randperm(len(train))]
        for start in range(0, len(order), batch):
            rows = order[start : start + batch]
            optimizer.zero_grad()
            loss = torch.nn.functional.cross_entropy(model(x[rows]), t[rows])
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
        return losses, measure(train), measure(test)

    return epoch
