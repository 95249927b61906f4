import numpy as np


class Reshape:
    """The same entries in another shape."""

    def __init__(self, shape=(-1,)):
        self.shape = shape

    def forward(self, x):
        self.before = x.shape
        return np.reshape(x, self.shape)

    def backward(self, dout):
        return np.reshape(dout, self.before)
