"""200 steps from the same weights on the same gradients: where PyTorch's optimizers come to, to 1e-9."""

from __future__ import annotations

import numpy as np
import pytest

import graph_engine as ge
from graph_engine import optimizers
from graph_engine.document import Training
from graph_engine.training import Step, Trainer

torch = pytest.importorskip("torch", reason="PyTorch is not installed; `make test-all` gets it")

CASES = {
    "sgd": ({}, torch.optim.SGD, {}),
    "momentum": ({"momentum": 0.8}, torch.optim.SGD, {"momentum": 0.8}),
    "nesterov": ({}, torch.optim.SGD, {"momentum": 0.9, "nesterov": True}),
    "adagrad": ({"rate_decay": 0.01}, torch.optim.Adagrad, {"lr_decay": 0.01}),
    "rmsprop": ({"beta": 0.9, "epsilon": 1e-3}, torch.optim.RMSprop, {"alpha": 0.9, "eps": 1e-3}),
    "adam": ({"beta2": 0.99}, torch.optim.Adam, {"betas": (0.9, 0.99)}),
}
SCHEDULES = {
    "constant": ({}, lambda o: torch.optim.lr_scheduler.ConstantLR(o, 1.0)),
    "step": ({"every": 7, "factor": 0.5}, lambda o: torch.optim.lr_scheduler.StepLR(o, 7, 0.5)),
    "cosine": ({"lowest": 0.001}, lambda o: torch.optim.lr_scheduler.CosineAnnealingLR(o, 40, 0.001)),
}


def ours(**training):
    document = ge.example("blobs").open()
    setup = Training(rate=0.05, epochs=40, test=0.2, seed=3).with_changes(**training)
    run = Trainer(document, setup)
    return run, [record for record in run.run() if isinstance(record, Step)]


def theirs(run, make, schedule, decay, clip):
    """The same network and mini-batches, moved by PyTorch."""
    W, b = (torch.tensor(run.task.start[id]).requires_grad_() for id in run.weights.ids)
    optimizer = make([W, b])
    scheduler = schedule(optimizer)
    losses, data = [], run.task.data
    for epoch in range(40):
        for place in range(run.per_epoch):
            x, t = (torch.tensor(column) for column in data.batch_at(epoch, place).values())
            optimizer.zero_grad()
            loss = -(t * torch.log_softmax(x @ W + b, -1)).sum() / len(x)
            loss.backward()
            if clip:
                torch.nn.utils.clip_grad_norm_([W, b], clip)
            optimizer.step()
            losses.append(loss.item())
        scheduler.step()
    return losses, [W.detach().numpy(), b.detach().numpy()]


@pytest.mark.parametrize("key", CASES)
@pytest.mark.parametrize(("decay", "clip"), [(0.0, 0.0), (0.01, 0.3)])
@pytest.mark.parametrize("schedule", SCHEDULES)
def test_trajectories_agree(key, decay, clip, schedule):
    settings, kind, named = CASES[key]
    changes, make_schedule = SCHEDULES[schedule]
    run, steps = ours(
        optimizer=key, settings=settings, weight_decay=decay, clip=clip, schedule=schedule, batch=24, **changes
    )
    assert len(steps) == 200

    def make(parameters):
        return kind(parameters, lr=0.05, weight_decay=decay, **named)

    losses, weights = theirs(run, make, make_schedule, decay, clip)
    np.testing.assert_allclose([step.loss for step in steps], losses, rtol=0, atol=1e-9)
    for found, expected in zip(run.weights.views.values(), weights, strict=True):
        np.testing.assert_allclose(found, expected, rtol=0, atol=1e-9)


def test_every_optimizer_is_compared():
    assert set(CASES) == {optimizer.key for optimizer in optimizers.ALL}


@pytest.mark.parametrize("optimizer", optimizers.ALL, ids=lambda o: o.key)
def test_defaults_are_those_of_pytorch(optimizer):
    names = {"beta": "alpha", "epsilon": "eps", "rate_decay": "lr_decay"}
    defaults = CASES[optimizer.key][1]([torch.zeros(1)]).defaults
    assert optimizer.rate == defaults["lr"]
    for name, value in optimizer.defaults.items():
        if name in ("beta1", "beta2"):
            assert value == defaults["betas"][name == "beta2"]
        elif name != "momentum":
            assert value == defaults[names[name]]
