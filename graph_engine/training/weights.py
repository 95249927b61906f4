"""The parameters of a run, side by side in flat arrays, so that an optimizer moves all of them in one go."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..optimizers import Optimizer


@dataclass(eq=False)
class Block:
    """Parameters of one precision that move together: their numbers, their gradient, what the optimizer remembers."""

    ids: tuple[str, ...]
    values: Any
    gradient: Any
    delta: Any
    spare: Any
    state: tuple[Any, ...]

    def __len__(self) -> int:
        return len(self.ids)


class Weights:
    """All parameters of a run, by id in `views`, which are arrays of the shapes and precisions they have in the graph.

    Whatever moves before what, everything that is listed here is in the order of `start`.
    """

    def __init__(self, start: Mapping[str, Any], groups: Iterable[Sequence[str]], optimizer: Optimizer) -> None:
        self.ids = tuple(start)
        self.views: dict[str, Any] = dict.fromkeys(self.ids)
        self.slopes: dict[str, Any] = {}
        self._deltas: dict[str, Any] = {}
        self.blocks = [self._block(start, ids, optimizer) for group in groups for ids in _by_precision(start, group)]
        self._targets = [self.slopes[id] for id in self.ids]

    def _block(self, start: Mapping[str, Any], ids: tuple[str, ...], optimizer: Optimizer) -> Block:
        size, dtype = sum(np.size(start[id]) for id in ids), np.asarray(start[ids[0]]).dtype
        values, gradient, delta, spare = (np.zeros(size, dtype) for _ in range(4))
        place = 0
        for id in ids:
            shape = np.shape(start[id])
            end = place + math.prod(shape)
            for whole, views in ((values, self.views), (gradient, self.slopes), (delta, self._deltas)):
                views[id] = whole[place:end].reshape(shape)
            self.views[id][...] = start[id]
            place = end
        return Block(ids, values, gradient, delta, spare, optimizer.start(values))

    def take(self, slopes: Iterable[Any]) -> None:
        """The gradients of all parameters, in the order of `ids`."""
        for own, slope in zip(self._targets, slopes, strict=True):
            if slope is not own:
                own[...] = slope

    def take_one(self, id: str, slope: Any) -> None:
        self.slopes[id][...] = slope

    def copies(self) -> dict[str, Any]:
        """The numbers as they stand."""
        return {id: float(view) if _is_float(view) else view.copy() for id, view in self.views.items()}

    def put_back(self, values: Mapping[str, Any]) -> None:
        for id, view in self.views.items():
            view[...] = values[id]

    def forget(self) -> None:
        """What optimizers remember is zero again."""
        for block in self.blocks:
            for state in block.state:
                state.fill(0)

    def moved(self) -> tuple[dict[str, Any], dict[str, Any]]:
        """The gradients that the optimizer was given last, and what was subtracted."""
        return {id: self.slopes[id].copy() for id in self.ids}, {id: self._deltas[id].copy() for id in self.ids}

    def states(self, names: Sequence[str]) -> dict[str, dict[str, Any]]:
        """What the optimizer remembers, by its name for it and by parameter."""
        found: dict[str, dict[str, Any]] = {name: {} for name in names}
        for block in self.blocks:
            for name, state in zip(names, block.state, strict=True):
                place = 0
                for id in block.ids:
                    view = self.views[id]
                    found[name][id] = state[place : place + view.size].reshape(view.shape).copy()
                    place += view.size
        return found

    def norms(self) -> tuple[float, ...]:
        """The norm of each parameter's gradient."""
        return tuple(norm(self.slopes[id]) for id in self.ids)

    def value_norms(self) -> tuple[float, ...]:
        return tuple(norm(self.views[id]) for id in self.ids)

    def delta_norms(self) -> tuple[float, ...]:
        """The norm of what was last subtracted from each parameter."""
        return tuple(norm(self._deltas[id]) for id in self.ids)


def _by_precision(start: Mapping[str, Any], ids: Sequence[str]) -> list[tuple[str, ...]]:
    """The parameters in float64 apart from those in float32."""
    found: dict[Any, list[str]] = {}
    for id in ids:
        found.setdefault(np.asarray(start[id]).dtype, []).append(id)
    return [tuple(alike) for alike in found.values()]


def norm(array: Any) -> float:
    """The Euclidean norm of all entries together."""
    flat = array.ravel()
    return math.sqrt(float(np.dot(flat, flat)))


def _is_float(array: Any) -> bool:
    return bool(array.ndim == 0 and array.dtype == np.float64)
