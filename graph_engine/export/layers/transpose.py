import numpy as np


class Transpose:
    """The array with its axes in another order; none given, they are reversed."""

    def __init__(self, axes=None):
        self.axes = axes

    def forward(self, x):
        self.ndim = x.ndim
        return np.transpose(x, self.axes)

    def backward(self, dout):
        back = None if self.axes is None else np.argsort([axis % self.ndim for axis in self.axes])
        return np.transpose(dout, back)
