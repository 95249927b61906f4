"""What the helpers of rules need to know about being traced."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any


def as_one_call(helper: Callable[..., Any]) -> Callable[..., Any]:
    """For a helper that looks at the numbers it is given: a rule that is being written down records it as a whole."""

    @wraps(helper)
    def called(*args: Any) -> Any:
        tape = next((arg.tape for arg in args if hasattr(arg, "tape")), None)
        return helper(*args) if tape is None else tape.record(helper, args, {})

    return called
