"""The training part of a PyTorch program: the set-up of the document, its rows, its optimizer."""

from __future__ import annotations

from dataclasses import dataclass

from ...document import Training
from ...errors import TrainingError
from ...evaluate import evaluate
from ...training.judge import guess_of
from ...training.prepare import Task, prepare
from .course import Course
from .numbers import quoted, table_source
from .torch_texts import TRAIN

NOTHING = "There is nothing in it to train."
MOST = 2**25  # bytes of rows that a program holds


@dataclass(frozen=True)
class Part:
    """The source of the training part; empty, with a reason, where there is nothing to train."""

    functions: str = ""
    tables: str = ""
    remark: str = NOTHING


def training_part(course: Course) -> Part:
    try:
        task = prepare(course.document, course.document.training or Training())
    except TrainingError:
        return Part()
    size = sum(column.nbytes for column in task.data.columns.values())
    if size > MOST:
        remark = f"The data set is too large to stand in a program ({size // 10**6} MB), so this one does not train."
        return Part(remark=remark)
    training = task.training
    constants = {
        "EPOCHS": training.epochs,
        "SEED": training.seed,
        "BATCH": task.data.batch,
        "WARM_UP": training.warm_up,
        "STOP_LOSS": training.stop_loss,
        "STOP_ACCURACY": training.stop_accuracy,
    }
    lines = "\n".join(f"{name} = {value!r}" for name, value in constants.items())
    clip = f"nn.utils.clip_grad_norm_(model.parameters(), {training.clip!r})\n            " if training.clip else ""
    functions = TRAIN.format(
        optimizer=_optimizer(training), clip=clip, right=_right(course, task), rate=_rate(training)
    )
    remark = "With the argument train it trains, as the graph's set-up says."
    if training.update == "in_turn":
        remark = (
            "With the argument train it trains. The graph moves one weight after another within a step; PyTorch moves "
            "all at once, so that the losses differ."
        )
    return Part(f"{lines}\n\n\n{functions}", _rows(course, task), remark)


def _rows(course: Course, task: Task) -> str:
    """The columns, split, as the run has them."""
    names = course.names
    train = {names[id]: column[task.data.train] for id, column in task.data.columns.items()}
    test = {names[id]: column[task.data.test] for id, column in task.data.columns.items() if len(task.data.test)}
    both = f"{table_source('TRAIN', train)}\n\n\n{table_source('TEST', test)}"
    return f"{both}\nTRAIN, TEST = ({{name: tensor(c) for name, c in columns.items()}} for columns in (TRAIN, TEST))"


def _optimizer(training: Training) -> str:
    setting = training.setting
    shared = f"lr={training.rate!r}, weight_decay={training.weight_decay!r}"
    match training.optimizer:
        case "momentum":
            made = f"SGD(weights, momentum={setting('momentum')!r}, {shared})"
        case "nesterov":
            made = f"SGD(weights, momentum={setting('momentum')!r}, nesterov=True, {shared})"
        case "adagrad":
            made = f"Adagrad(weights, lr_decay={setting('rate_decay')!r}, eps={setting('epsilon')!r}, {shared})"
        case "rmsprop":
            made = f"RMSprop(weights, alpha={setting('beta')!r}, eps={setting('epsilon')!r}, {shared})"
        case "adam":
            betas = setting("beta1"), setting("beta2")
            made = f"Adam(weights, betas={betas!r}, eps={setting('epsilon')!r}, {shared})"
        case _:
            made = f"SGD(weights, {shared})"
    return f"optimizer = torch.optim.{made.replace('weights', 'model.parameters()', 1)}"


def _right(course: Course, task: Task) -> str:
    guess = guess_of(evaluate(task.graph).graph, task.target)
    if guess is None:
        return "return None"
    scores, wanted = (f"values[{quoted(course.name(id))}]" for id in (guess.scores, guess.right))
    if guess.threshold is not None:
        return f"return ({scores} > {guess.threshold!r}) == ({wanted} > 0.5)"
    return (
        f"scores, wanted = {scores}, {wanted}\n"
        "    return scores.argmax(-1) == (wanted if wanted.ndim < scores.ndim else wanted.argmax(-1))"
    )


def _rate(training: Training) -> str:
    rate = repr(training.rate)
    if training.schedule == "step":
        rate += f" * {training.factor!r} ** (epoch // {training.every!r})"
    elif training.schedule == "cosine":
        done = f"min(1.0, epoch / {max(1, training.epochs)})"
        half = f"(1 + float(torch.cos(torch.tensor(torch.pi * {done})))) / 2"
        rate = f"{training.lowest!r} + ({rate} - {training.lowest!r}) * {half}"
    return f"rate = {rate}"
