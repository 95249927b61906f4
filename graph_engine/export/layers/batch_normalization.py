import numpy as np


class BatchNormalization:
    """Each channel (axis 1) with mean 0 and variance 1 over the batch, scaled by gamma and shifted by beta."""

    def __init__(self, training=True, epsilon=1e-5):
        self.training, self.epsilon = training, epsilon

    def forward(self, x, gamma, beta, mean=None, variance=None):
        self.axes = tuple(axis for axis in range(x.ndim) if axis != 1)
        self.count = x.size // x.shape[1]
        self.own = self.training or mean is None or variance is None  # the statistics of this very batch
        self.given = [mean, variance]
        centre = np.mean(x, axis=self.axes) if self.own else mean
        spread = np.var(x, axis=self.axes) if self.own else variance
        self.inverse = self._along(1 / np.sqrt(spread + self.epsilon), x)
        self.normal = (x - self._along(centre, x)) * self.inverse
        self.gamma = self._along(gamma, x)
        return self.normal * self.gamma + self._along(beta, x)

    def backward(self, dout):
        dgamma, dbeta = np.sum(dout * self.normal, axis=self.axes), np.sum(dout, axis=self.axes)
        dnormal = dout * self.gamma
        dx = dnormal
        if self.own:
            dx = dx - self._mean(dnormal) - self.normal * self._mean(dnormal * self.normal)
        dmean = -np.sum(dnormal * self.inverse, axis=self.axes)
        dvariance = -0.5 * np.sum(dnormal * self.normal * self.inverse**2, axis=self.axes)
        statistics = [0 * dmean, 0 * dvariance] if self.own else [dmean, dvariance]
        wired = [d for d, given in zip(statistics, self.given, strict=True) if given is not None]
        return (dx * self.inverse, dgamma, dbeta, *wired)

    def _along(self, channels, x):
        return np.reshape(channels, (1, -1) + (1,) * (x.ndim - 2))

    def _mean(self, x):
        return np.sum(x, axis=self.axes, keepdims=True) / self.count
