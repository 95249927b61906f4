"""The sentence, the formula and the numbers of each step."""

from .formula import local_formula, local_with_names, local_with_numbers, op_formula, with_names, with_numbers
from .forward_mode import narrate_forward_mode
from .narrate import Narration, gradient_text, narrate
from .numbers import brief, compact, exact, full, one_line, short
from .trace import Seen, Trace, trace

__all__ = [
    "Narration",
    "Seen",
    "Trace",
    "brief",
    "compact",
    "exact",
    "full",
    "gradient_text",
    "local_formula",
    "local_with_names",
    "local_with_numbers",
    "narrate",
    "narrate_forward_mode",
    "one_line",
    "op_formula",
    "short",
    "trace",
    "with_names",
    "with_numbers",
]
