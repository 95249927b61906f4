"""A network in NumPy as a textbook writes it: one class per layer, each with forward and backward."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np


class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def forward(self, x):
        self.x = x
        return np.dot(x, self.W) + self.b

    def backward(self, dout):
        dx = np.dot(dout, self.W.T)
        self.dW = np.dot(self.x.T, dout)
        self.db = np.sum(dout, axis=0)
        return dx


class Relu:
    def forward(self, x):
        self.mask = x <= 0
        out = x.copy()
        out[self.mask] = 0
        return out

    def backward(self, dout):
        dout[self.mask] = 0
        return dout


class SoftmaxWithLoss:
    def forward(self, x, t):
        self.t = t
        shifted = x - np.max(x, axis=1, keepdims=True)
        self.y = np.exp(shifted) / np.sum(np.exp(shifted), axis=1, keepdims=True)
        return -np.sum(np.log(self.y[np.arange(len(t)), t] + 1e-7)) / len(t)

    def backward(self, dout=1):
        dx = self.y.copy()
        dx[np.arange(len(self.t)), self.t] -= 1
        return dx / len(self.t)


def step(
    weights: list[tuple[np.ndarray, np.ndarray]], x: np.ndarray, t: np.ndarray, rate: float
) -> Callable[[], float]:
    layers: list = []
    for number, (W, b) in enumerate(weights):
        layers += [Affine(W, b)] + ([Relu()] if number < len(weights) - 1 else [])
    last = SoftmaxWithLoss()

    def work() -> float:
        out = x
        for layer in layers:
            out = layer.forward(out)
        loss = last.forward(out, t)
        dout = last.backward()
        for layer in reversed(layers):
            dout = layer.backward(dout)
        for layer in layers:
            if isinstance(layer, Affine):
                layer.W -= rate * layer.dW
                layer.b -= rate * layer.db
        return loss

    return work


class Network:
    """The same classes in a row, with what a training loop wants of them."""

    def __init__(self, weights: list[tuple[np.ndarray, np.ndarray]]) -> None:
        self._layers: list = []
        for number, (W, b) in enumerate(weights):
            self._layers += [Affine(W, b)] + ([Relu()] if number < len(weights) - 1 else [])
        self._last = SoftmaxWithLoss()

    def _scores(self, x: np.ndarray) -> np.ndarray:
        for layer in self._layers:
            x = layer.forward(x)
        return x

    def step(self, x: np.ndarray, t: np.ndarray, rate: float) -> float:
        loss = self._last.forward(self._scores(x), t)
        dout = self._last.backward()
        for layer in reversed(self._layers):
            dout = layer.backward(dout)
        for layer in self._layers:
            if isinstance(layer, Affine):
                layer.W -= rate * layer.dW
                layer.b -= rate * layer.db
        return loss

    def measure(self, x: np.ndarray, t: np.ndarray) -> tuple[float, float]:
        scores = self._scores(x)
        return self._last.forward(scores, t), float(np.mean(np.argmax(scores, axis=1) == t))
