import numpy as np


class Affine:
    """A fully connected layer: x·W + b."""

    def __init__(self, layout="in_out"):
        self.layout = layout  # of W: "out_in" is that of PyTorch's Linear

    def forward(self, x, W, b=None):
        self.x, self.W, self.b = x, W, b
        product = np.matmul(x, W if self.layout == "in_out" else W.T)
        return product if b is None else product + b

    def backward(self, dout):
        rows, drows = self.x.reshape(-1, self.x.shape[-1]), dout.reshape(-1, dout.shape[-1])
        if self.layout == "in_out":
            dx, dW = np.matmul(dout, self.W.T), np.matmul(rows.T, drows)
        else:
            dx, dW = np.matmul(dout, self.W), np.matmul(drows.T, rows)
        return (dx, dW) if self.b is None else (dx, dW, np.sum(drows, axis=0))
