import numpy as np


class Dot:
    """The matrix product x·W, with NumPy's rules for vectors and stacks of matrices."""

    def forward(self, x, W):
        self.x, self.W = x, W
        return np.matmul(x, W)

    def backward(self, dout):
        x = self.x if self.x.ndim > 1 else self.x[np.newaxis, :]
        W = self.W if self.W.ndim > 1 else self.W[:, np.newaxis]
        d = np.reshape(dout, (*np.broadcast_shapes(x.shape[:-2], W.shape[:-2]), x.shape[-2], W.shape[-1]))
        dx, dW = np.matmul(d, np.swapaxes(W, -1, -2)), np.matmul(np.swapaxes(x, -1, -2), d)
        return self._like(dx, self.x, x), self._like(dW, self.W, W)

    def _like(self, gradient, given, matrix):
        """Summed over the stack that was broadcast, in the shape that was given."""
        extra = gradient.ndim - matrix.ndim
        gradient = np.sum(gradient, axis=tuple(range(extra)))
        stretched = tuple(i for i, size in enumerate(matrix.shape) if size == 1 and gradient.shape[i] != 1)
        return np.sum(gradient, axis=stretched, keepdims=True).reshape(given.shape)
