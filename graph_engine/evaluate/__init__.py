"""Running a graph forwards."""

from .births import births
from .many import nudged
from .plan import ABSENT, Plan, Work, plan_for
from .run import Evaluation, as_arrays, evaluate, named
from .trace import Step, forward_steps

__all__ = [
    "ABSENT",
    "Evaluation",
    "Plan",
    "Step",
    "Work",
    "as_arrays",
    "births",
    "evaluate",
    "forward_steps",
    "named",
    "nudged",
    "plan_for",
]
