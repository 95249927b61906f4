"""The learning rate of each step.

constant: `rate`. step: `rate · factor^⌊epoch / every⌋`. cosine: from `rate` down to `lowest` along half a cosine over
the epochs of the run. Each is that of PyTorch's scheduler of the same name, moved once an epoch. Within the first
`warm_up` steps, the rate is multiplied by `step / warm_up`.
"""

from __future__ import annotations

import math

from ..document import Training


def rate_at(training: Training, step: int, epoch: int) -> float:
    """The rate of a step, counted from 1, in an epoch, counted from 0.

    >>> from graph_engine.document import Training
    >>> falling = Training(rate=0.8, schedule="step", every=2, factor=0.5, warm_up=4)
    >>> [rate_at(falling, step, epoch) for step, epoch in ((1, 0), (4, 0), (9, 1), (20, 2), (50, 5))]
    [0.2, 0.8, 0.8, 0.4, 0.2]
    """
    rate = training.rate
    if training.schedule == "step":
        rate *= training.factor ** (epoch // training.every)
    elif training.schedule == "cosine":
        done = min(1.0, epoch / max(1, training.epochs))
        rate = training.lowest + (rate - training.lowest) * (1 + math.cos(math.pi * done)) / 2
    return rate * step / training.warm_up if step < training.warm_up else rate
