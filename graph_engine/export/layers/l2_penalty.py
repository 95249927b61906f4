import numpy as np


class L2Penalty:
    """½λ Σ W²: keeps weights small."""

    def __init__(self, strength=0.01):
        self.strength = strength

    def forward(self, W):
        self.W = W
        return 0.5 * self.strength * np.sum(W**2)

    def backward(self, dout):
        return dout * self.strength * self.W
