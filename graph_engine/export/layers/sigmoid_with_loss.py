import numpy as np


class SigmoidWithLoss:
    """Sigmoid and binary cross-entropy in one, the mean over all entries."""

    def forward(self, x, t):
        self.x, self.t = x, t
        self.y = np.where(x >= 0, 1, np.exp(np.minimum(x, 0))) / (1 + np.exp(-np.abs(x)))
        return np.mean(np.maximum(x, 0) - x * t + np.log1p(np.exp(-np.abs(x))))

    def backward(self, dout):
        return dout * (self.y - self.t) / self.x.size, -dout * self.x / self.x.size
