"""The training set-up of a document: how its parameters are to be moved so that the target falls."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from .. import optimizers
from ..errors import Refused, ValueMismatch
from ..ops import Attribute
from ..sentence import say

FIELDS = (
    Attribute("optimizer", "sgd", "choice", tuple(o.key for o in optimizers.ALL),
              labels=tuple(o.label for o in optimizers.ALL)),
    Attribute("rate", 0.1, "number", least=0),
    Attribute("schedule", "constant", "choice", ("constant", "step", "cosine")),
    Attribute("every", 10, "whole", least=1),
    Attribute("factor", 0.1, "number", least=0),
    Attribute("lowest", 0.0, "number", least=0),
    Attribute("warm_up", 0, "whole", least=0),
    Attribute("weight_decay", 0.0, "number", least=0),
    Attribute("clip", 0.0, "number", least=0),
    Attribute("update", "together", "choice", ("together", "in_turn")),
    Attribute("batch", 0, "whole", least=0),
    Attribute("epochs", 20, "whole", least=0),
    Attribute("seed", 0, "whole", least=0, most=2**63 - 1),
    Attribute("test", 0.25, "number", least=0, most=0.99),
    Attribute("standardise", False, "truth"),
    Attribute("stop_loss", 0.0, "number", least=0),
    Attribute("stop_accuracy", 0.0, "number", least=0, most=1),
)  # fmt: skip
_BY_NAME = {field.name: field for field in FIELDS}


@dataclass(frozen=True)
class Training:
    """What a run needs to know beside the graph. `FIELDS` says what each may be.

    >>> Training().with_changes(optimizer="adam", rate=0.001, settings={"beta1": 0.8}).setting("beta2")
    0.999
    """

    optimizer: str = "sgd"
    settings: tuple[tuple[str, Any], ...] = ()  # of the optimizer, where they differ from its defaults; sorted
    rate: float = 0.1
    schedule: str = "constant"
    every: int = 10  # step: epochs between two falls
    factor: float = 0.1  # step: what each fall multiplies by
    lowest: float = 0.0  # cosine: the rate at the end
    warm_up: int = 0  # steps in which the rate rises to its height
    weight_decay: float = 0.0
    clip: float = 0.0  # the greatest norm of all gradients together; 0: any
    update: str = "together"  # or `in_turn`: one parameter after another within a step
    order: tuple[str, ...] = ()  # `in_turn`: ids of those that come first
    batch: int = 0  # rows of a mini-batch; 0: as the data columns say
    epochs: int = 20
    seed: int = 0  # of the split, the order of the rows and dropout
    test: float = 0.25  # the share of the rows that is held back
    standardise: bool = False
    stop_loss: float = 0.0  # 0: never
    stop_accuracy: float = 0.0  # 0: never

    def setting(self, name: str) -> Any:
        """A setting of the optimizer."""
        return dict(self.settings).get(name, optimizers.by_key(self.optimizer).defaults[name])

    def with_changes(self, **changes: Any) -> Training:
        """The set-up with some fields changed, checked. Another optimizer forgets the settings of the one before."""
        if changes.get("optimizer", self.optimizer) != self.optimizer:
            changes = {"settings": (), **changes}
        unknown = sorted(set(changes) - {field.name for field in fields(self)})
        if unknown:
            raise Refused(say("there is no training setting “{name}”", name=unknown[0]))
        if isinstance(changes.get("settings"), Mapping):
            changes["settings"] = tuple(changes["settings"].items())
        return checked(replace(self, **changes))


def checked(training: Training) -> Training:
    """The set-up as it is stored, or `Refused`."""
    try:
        found = {name: field.accept(getattr(training, name)) for name, field in _BY_NAME.items()}
        settings = _settings(found["optimizer"], training.settings)
    except ValueMismatch as error:
        raise Refused(say("training: {reason}", reason=error.sentence)) from None
    if not isinstance(training.order, tuple) or not all(isinstance(id, str) for id in training.order):
        raise Refused(say("training: order must be a list of the ids of nodes"))
    if len(set(training.order)) < len(training.order):
        raise Refused(say("training: a parameter stands twice in the order"))
    return Training(**found, settings=settings, order=training.order)


def _settings(optimizer: str, given: tuple[tuple[str, Any], ...]) -> tuple[tuple[str, Any], ...]:
    spec = optimizers.by_key(optimizer)
    found = {}
    for name, value in given:
        attribute = spec.attribute(name)
        if attribute is None:
            raise ValueMismatch(say("{optimizer} has no setting “{name}”", optimizer=spec.label, name=name))
        found[name] = attribute.accept(value)
    return tuple(sorted((name, value) for name, value in found.items() if value != spec.defaults[name]))
