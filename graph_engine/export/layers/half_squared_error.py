import numpy as np


class HalfSquaredError:
    """½(y − t)² summed over the outputs and averaged over the batch."""

    def forward(self, y, t):
        self.difference, self.batch = y - t, y.shape[0] if y.ndim > 1 else 1
        return np.sum(self.difference**2) / (2 * self.batch)

    def backward(self, dout):
        dy = dout * self.difference / self.batch
        return dy, -dy
