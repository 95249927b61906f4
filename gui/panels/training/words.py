"""What the training panel calls things, and how far a run has come, in words."""

from __future__ import annotations

import math

from graph_engine.explain import short

from ...i18n import localize, tr
from ...session import Run


def captions() -> dict[str, tuple[str, str]]:
    """For each field of the set-up, what stands beside it and what it means."""
    return {
        "optimizer": (tr("optimizer"), tr("The rule by which weights move")),
        "rate": (tr("learning rate"), tr("How far each step goes")),
        "batch": (tr("batch"), tr("Rows of a mini-batch; 0: as the data columns say")),
        "epochs": (tr("epochs"), tr("How often all rows are seen; 0: until it is stopped")),
        "seed": (tr("seed"), tr("Of the split, the order of the rows and dropout: the same seed, the same run")),
        "schedule": (tr("schedule"), tr("How the learning rate changes while it trains")),
        "every": (tr("falls every"), tr("Epochs between two falls of the learning rate")),
        "factor": (tr("falls to"), tr("What each fall multiplies the learning rate by")),
        "lowest": (tr("lowest rate"), tr("The learning rate at the end")),
        "warm_up": (tr("warm-up"), tr("So many first steps in which the learning rate rises to its height")),
        "weight_decay": (tr("weight decay"), tr("Adds decay · w to each gradient")),
        "clip": (tr("clip"), tr("The greatest norm of all gradients together; 0: any")),
        "update": (tr("update"), tr("All parameters at once, or one after another within a step")),
        "order": (tr("order"), tr("One after another: the parameters that move first, by name")),
        "test": (tr("test share"), tr("The share of the rows that is held back to test on")),
        "standardise": (tr("standardise"), tr("Inputs with mean 0 and deviation 1, measured on the training rows")),
        "stop_loss": (tr("stop at loss"), tr("Stops when the loss of a mini-batch is not above it; 0: never")),
        "stop_accuracy": (tr("stop at accuracy"), tr("Stops when the test accuracy reaches it; 0: never")),
        "momentum": (tr("momentum"), tr("How much of the velocity is kept from step to step")),
        "rate_decay": (tr("rate decay"), tr("How fast the learning rate falls with the steps")),
        "epsilon": (tr("epsilon"), tr("Keeps the division from blowing up")),
        "beta": (tr("beta"), tr("How much of the mean square is kept from step to step")),
        "beta1": (tr("beta 1"), tr("How much of the mean gradient is kept from step to step")),
        "beta2": (tr("beta 2"), tr("How much of the mean square is kept from step to step")),
    }


def zeros() -> dict[str, str]:
    """What 0 stands for, where it is no amount."""
    return {
        "batch": tr("as in the data"),
        "epochs": tr("until stopped"),
        "clip": tr("no limit"),
        "stop_loss": tr("never"),
        "stop_accuracy": tr("never"),
    }


def choices() -> dict[str, str]:
    return {
        "constant": tr("steady"),
        "step": tr("in steps"),
        "cosine": tr("cosine"),
        "together": tr("together"),
        "in_turn": tr("one after another"),
    }


def progress_of(run: Run) -> float:
    """The share of the run that is done, of the epoch where there is no end."""
    if run.state == "finished":
        return 1.0
    whole = run.epochs_planned * run.per_epoch
    return run.done / whole if whole else run.done % run.per_epoch / run.per_epoch


def progress_words(run: Run) -> str:
    """`epoch 12 / 17 · loss 0.0312`."""
    if run.measured is not None:
        rows, of = run.measured
        return tr("measuring, {rows} of {of} rows", rows=rows, of=of)
    parts = [where_words(run)]
    if len(run.steps):
        parts.append(tr("loss {loss}", loss=short(float(run.steps.loss[-1]))))
    return " · ".join(parts)


def where_words(run: Run) -> str:
    done = run.done // run.per_epoch if run.state == "finished" else run.epoch
    if run.per_epoch == 1:
        if run.epochs_planned:
            return tr("step {step} / {of}", step=run.done, of=run.epochs_planned)
        return tr("step {step}", step=run.done)
    if run.epochs_planned:
        return tr("epoch {epoch} / {of}", epoch=min(done, run.epochs_planned), of=run.epochs_planned)
    return tr("epoch {epoch}", epoch=done)


def time_words(seconds: float) -> str:
    """How long is left."""
    if not math.isfinite(seconds):
        return ""
    if seconds < 90:
        return tr("{n} s left", n=max(1, round(seconds)))
    if seconds < 5400:
        return tr("{n} min left", n=round(seconds / 60))
    return tr("{n} h left", n=round(seconds / 3600))


def state_words(run: Run) -> str:
    """What has become of a run; nothing while it works."""
    match run.state:
        case "starting":
            return tr("starting …")
        case "paused":
            return tr("paused")
        case "stopped":
            return tr("stopped")
        case "finished" if run.reason == "loss":
            return tr("done: the loss fell to the limit")
        case "finished" if run.reason == "accuracy":
            return tr("done: the accuracy reached the limit")
        case "finished":
            return tr("done")
    return ""


def trouble(run: Run) -> str:
    """What went wrong, as a sentence; nothing where all is well."""
    if run.state == "lost":
        sentence = tr("The process that trains has died. The graph keeps the last weights that are known.")
        if run.checkpoint is None:
            return sentence
        return f"{sentence} {tr('Its last checkpoint is of step {step}.', step=run.checkpoint_step)}"
    if run.state == "failed":
        reason = localize(run.reason)
        return reason[:1].upper() + reason[1:] + ("" if reason.endswith((".", "。", "?", "？")) else ".")
    return ""
