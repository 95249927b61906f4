"""Multi-class SVM loss: Σ max(0, score − right score + margin) over the wrong classes, averaged over the batch.

Weston, Watkins, Support Vector Machines for Multi-Class Pattern Recognition, 1999.
"""

import numpy as np

from ..declare import arraywise
from ..targets import batch_of, class_rows, class_shapes, one_hot, rows_in


def _excess(x, t, margin):
    """How far each wrong class comes over the margin, and where the right class is.

    The right class is a choice, so t has no derivative; of soft rows the largest counts.
    """
    chosen = np.argmax(class_rows(x, t), axis=-1)
    rows = one_hot(chosen, x.shape[-1])
    right = np.take_along_axis(x, np.expand_dims(chosen, -1), -1)
    return np.where(rows, 0, np.maximum(x - right + margin, 0)), rows


def forward(x, t, *, margin: float = 1.0):
    return np.sum(_excess(x, t, margin)[0]) / batch_of(x)


def counts(x, t, margin: float = 1.0):
    return {"batch": rows_in(x)}


def _gradient(x, t, margin):
    excess, rows = _excess(x, t, margin)
    over = excess > 0
    return (over - rows * np.sum(over, axis=-1, keepdims=True)) / batch_of(x)


def vjp_x(g, x, t, *, out, margin: float = 1.0):
    return g * _gradient(x, t, margin)


def jvp_x(tangent, x, t, *, out, margin: float = 1.0):
    return np.sum(_gradient(x, t, margin) * tangent)


_SCORES = np.array([[0.3, 2.9, 2.4], [1.0, -2.0, 0.5]])

OP = arraywise(
    forward,
    class_shapes,
    vjps=(vjp_x, None),
    jvps=(jvp_x, None),
    formula="Σ max(0, x − x[t] + margin) / batch",
    counts=counts,
    rules=("g · ([over] − t · Σ [over]) / batch", "0"),
    examples=[(_SCORES, np.eye(3)[[2, 0]]), (_SCORES[0], np.eye(3)[1])],
    variants=[{"margin": 0.7}],
    symbol="SVM",
    label="hinge",
    aliases=("svm", "multi-class svm", "margin loss"),
)
