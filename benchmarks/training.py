"""Training end to end: mini-batches, steps, and each epoch the loss and accuracy of both splits. Samples a second.

The peers do the same bookkeeping on the same rows: PyTorch eager as its tutorials write it, and NumPy by hand.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from graph_engine import Graph
from graph_engine.document import Document, Training
from graph_engine.training import Epoch, Trainer

from .peers import numpy_layers
from .report import Row

NETWORKS = (((2, 2, 2), 1, 400), ((2, 8, 8, 2), 10, 2000), ((64, 50, 10), 100, 4000), ((784, 50, 10), 100, 4000))
RATE, TEST = 0.05, 0.25


def rows() -> list[Row]:
    found = []
    for sizes, batch, samples in NETWORKS:
        what = f"{'-'.join(map(str, sizes))}, batch {batch}"
        data = _data(sizes, samples)
        ours = _speed(_ours(sizes, batch, data), samples)
        by_hand = _speed(_numpy(sizes, batch, data), samples)
        found.append(Row("training", what, ours, "NumPy layer classes", by_hand, "ahead", "samples/s"))
        torch = _pytorch(sizes, batch, data)
        if torch is not None:
            found.append(Row("training", what, ours, "PyTorch eager", _speed(torch, samples), "ahead", "samples/s"))
    return found


def _speed(epoch: Callable[[], object], samples: int, seconds: float = 1.5) -> float:
    """Training samples a second, of the best epoch."""
    epoch()
    best, until = float("inf"), time.perf_counter() + seconds
    while time.perf_counter() < until:
        start = time.perf_counter()
        epoch()
        best = min(best, time.perf_counter() - start)
    return samples * (1 - TEST) / best


def _data(sizes: tuple[int, ...], samples: int) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(0)
    targets = np.arange(samples) % sizes[-1]
    centres = rng.normal(size=(sizes[-1], sizes[0]))
    return centres[targets] + 0.5 * rng.normal(size=(samples, sizes[0])), targets.astype(float)


def _weights(sizes: tuple[int, ...]) -> list[tuple[np.ndarray, np.ndarray]]:
    rng = np.random.default_rng(1)
    return [(rng.normal(0, 0.1, pair), np.zeros(pair[1])) for pair in pairwise(sizes)]


def _ours(sizes: tuple[int, ...], batch: int, data: tuple[np.ndarray, np.ndarray]) -> Callable[[], object]:
    graph = Graph()
    with TemporaryDirectory() as folder:
        np.savez(Path(folder, "rows.npz"), x=data[0], y=data[1])
        graph.folder = Path(folder)
        shared = {"dataset": "file", "file": "rows.npz", "answers": "classes", "batch": batch}
        out = graph.add("data", "x", attributes=shared)
        t = graph.add("data", "t", attributes={**shared, "column": "targets"})
        for number, (W, b) in enumerate(_weights(sizes)):
            weights = graph.add("parameter", f"W{number}", value=W), graph.add("parameter", f"b{number}", value=b)
            out = graph.add("affine", f"z{number}", x=out, W=weights[0], b=weights[1])
            if number < len(sizes) - 2:
                out = graph.add("relu", f"a{number}", x=out)
        target = graph.add("softmax_with_loss", "loss", x=out, t=t)
        run = Trainer(Document(graph=graph, target=target), Training(rate=RATE, epochs=0, test=TEST))
    run.measure = False
    records = run.run()

    def epoch() -> object:
        while not isinstance(record := next(records), Epoch):
            pass
        return record

    return epoch


def _split(samples: int) -> tuple[np.ndarray, np.ndarray]:
    order = np.random.default_rng(2).permutation(samples)
    held = round(TEST * samples)
    return order[held:], order[:held]


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
