import numpy as np


class Dropout:
    """Silences each entry with a probability and scales up the rest; in evaluation it passes all."""

    def __init__(self, rate=0.5, training=True, seed=0):
        self.rate, self.training, self.seed = rate, training, seed

    def forward(self, x):
        self.mask = 1.0
        if self.training and self.rate >= 1:
            self.mask = 0.0
        elif self.training and self.rate > 0:
            self.mask = (np.random.default_rng(self.seed).random(x.shape) >= self.rate) / (1 - self.rate)
        return x * self.mask

    def backward(self, dout):
        return dout * self.mask
