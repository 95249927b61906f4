"""The sentence, the formula and the numbers of each step."""

from .answer import Answer, Part
from .equations import local_equation, local_put_in, named_equation, number_piece, rule_equation
from .formula import local_formula, local_with_names, local_with_numbers, op_formula, with_names, with_numbers
from .forward_mode import narrate_forward_mode
from .narrate import Narration, gradient_text, narrate
from .numbers import brief, compact, exact, full, one_line, short
from .question import Question
from .trace import Seen, Trace, trace, with_updates
from .update import Moved
from .why import why
from .why_lines import answer_lines
from .why_put_in import called

__all__ = [
    "Answer",
    "Moved",
    "Narration",
    "Part",
    "Question",
    "Seen",
    "Trace",
    "answer_lines",
    "brief",
    "called",
    "compact",
    "exact",
    "full",
    "gradient_text",
    "local_equation",
    "local_formula",
    "local_put_in",
    "local_with_names",
    "local_with_numbers",
    "named_equation",
    "narrate",
    "narrate_forward_mode",
    "number_piece",
    "one_line",
    "op_formula",
    "rule_equation",
    "short",
    "trace",
    "why",
    "with_names",
    "with_numbers",
    "with_updates",
]
