import numpy as np


class Max:
    """The largest entry, or the largest along some axes; where several tie, they share the gradient evenly."""

    def __init__(self, axis=None, keepdims=False):
        self.axis, self.keepdims = axis, keepdims

    def forward(self, x):
        largest = x == np.max(x, axis=self.axis, keepdims=True)
        self.share = largest / np.sum(largest, axis=self.axis, keepdims=True)
        self.kept = np.max(x, axis=self.axis, keepdims=True).shape
        return np.max(x, axis=self.axis, keepdims=self.keepdims)

    def backward(self, dout):
        return np.reshape(dout, self.kept) * self.share
