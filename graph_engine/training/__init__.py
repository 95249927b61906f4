"""Training: parameters move against their gradients, and a generator of records says how far they have come."""

from .checkpoint import Checkpoint
from .checkpoint import load as load_checkpoint
from .checkpoint import resume as resume_checkpoint
from .checkpoint import save as save_checkpoint
from .compose import adopt
from .predict import Answer, Predictor, confusion
from .progress import Epoch, Finished, Measuring, Progress, Step
from .schedule import rate_at
from .train import History, train
from .trainer import Trainer
from .worker import Worker, line_of

__all__ = [
    "Answer",
    "Checkpoint",
    "Epoch",
    "Finished",
    "History",
    "Measuring",
    "Predictor",
    "Progress",
    "Step",
    "Trainer",
    "Worker",
    "adopt",
    "confusion",
    "line_of",
    "load_checkpoint",
    "rate_at",
    "resume_checkpoint",
    "save_checkpoint",
    "train",
]
