"""The least that NumPy takes for a step of a tanh network: every array made beforehand, no call that could be spared.

Nothing is checked, no graph is known, no record is made: what is left is NumPy's calls alone.
"""

from __future__ import annotations

import numpy as np

from .numpy_layers import Affine

Weights = list[tuple[np.ndarray, np.ndarray]]


class Network:
    """tanh after each layer, and half the mean squared error; weights and gradients side by side."""

    def __init__(self, weights: Weights, batch: int) -> None:
        size = sum(W.size + b.size for W, b in weights)
        self._flat, self._slope = np.empty(size), np.empty(size)
        self._layers, place = [], 0
        for W, b in weights:
            made = []
            for given in (W, b):
                end = place + given.size
                own, slope = (flat[place:end].reshape(given.shape) for flat in (self._flat, self._slope))
                own[...] = given
                made += [own, slope]
                place = end
            self._layers.append((*made, made[0].T, np.empty((batch, len(b))), np.empty((batch, len(W)))))
        self._one, self._batch = np.array(1.0), np.array(float(batch))
        self._wrong, self._squares = np.empty((batch, 1)), np.empty((batch, 1))

    def step(self, x: np.ndarray, t: np.ndarray, rate: np.ndarray) -> float:
        inputs = [x]
        for W, _, b, _, _, z, _ in self._layers:
            inputs[-1].dot(W, z)
            np.add(z, b, z)
            np.tanh(z, z)
            inputs.append(z)
        g = self._wrong
        np.subtract(z, t, g)
        np.square(g, self._squares)
        loss = np.add.reduce(self._squares, None) / (2 * len(x))
        np.divide(g, self._batch, g)
        for number in range(len(self._layers) - 1, -1, -1):
            _, dW, _, db, back, z, before = self._layers[number]
            np.square(z, z)
            np.subtract(self._one, z, z)
            np.multiply(g, z, g)
            inputs[number].T.dot(g, dW)
            np.add.reduce(g, 0, None, db)
            if number:
                g = g.dot(back, before)
        np.multiply(self._slope, rate, self._slope)
        np.subtract(self._flat, self._slope, self._flat)
        return float(loss)

    def measure(self, x: np.ndarray, t: np.ndarray) -> float:
        for W, _, b, *_ in self._layers:
            x = np.tanh(Affine(W, b).forward(x))
        return float(np.sum(np.square(x - t)) / (2 * len(x)))
