"""Computation graphs that can be evaluated, differentiated and explained. Imports no Qt.

>>> import graph_engine as ge
>>> graph = ge.Graph()
>>> price, count = graph.add("variable", "apple price", value=100), graph.add("variable", "apple count", value=2)
>>> tax = graph.add("variable", "tax", value=1.1)
>>> total = graph.add("multiply", "apple total", x=price, y=count)
>>> paid = graph.add("multiply", "price", x=total, y=tax)
>>> values = ge.evaluate(graph)
>>> values.value(paid)
220.00000000000003
>>> ge.gradients(values, paid).nodes[price]
2.2
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from .differentiate import (
    Gradients,
    Jacobian,
    Local,
    Path,
    Paths,
    Program,
    Verdict,
    check_edges,
    check_sources,
    error_by_step,
    gradients,
    jacobian,
    local_cell,
    local_derivative,
    tangents,
)
from .document import Document, Training, from_formula, to_formula
from .errors import (
    ExportError,
    FileProblem,
    FormulaError,
    GradcanvasError,
    GraphError,
    Refused,
    TrainingError,
    ValueMismatch,
)
from .evaluate import Evaluation, Step, births, evaluate
from .graph import Edge, Graph, Node
from .storage import example, examples, from_bytes, read, to_bytes, write

if TYPE_CHECKING:  # mypy takes the modules that three of these functions stand in for the functions
    from .explain import Narration, narrate, narrate_forward_mode, trace  # type: ignore[no-redef]
    from .export import to_svg
    from .training import History, Trainer, train  # type: ignore[no-redef]

__all__ = [
    "Document",
    "Edge",
    "Evaluation",
    "ExportError",
    "FileProblem",
    "FormulaError",
    "GradcanvasError",
    "Gradients",
    "Graph",
    "GraphError",
    "History",
    "Jacobian",
    "Local",
    "Narration",
    "Node",
    "Path",
    "Paths",
    "Program",
    "Refused",
    "Step",
    "Trainer",
    "Training",
    "TrainingError",
    "ValueMismatch",
    "Verdict",
    "births",
    "check_edges",
    "check_sources",
    "error_by_step",
    "evaluate",
    "example",
    "examples",
    "from_bytes",
    "from_formula",
    "gradients",
    "jacobian",
    "local_cell",
    "local_derivative",
    "narrate",
    "narrate_forward_mode",
    "read",
    "tangents",
    "to_bytes",
    "to_formula",
    "to_svg",
    "trace",
    "train",
    "write",
]

# Rooms that only some callers enter, opened when one of their names is first asked for: a quarter of the import's time.
_LATER = {
    "History": "training",
    "Narration": "explain",
    "Trainer": "training",
    "narrate": "explain",
    "narrate_forward_mode": "explain",
    "to_svg": "export",
    "trace": "explain",
    "train": "training",
}


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(f".{_LATER[name]}", __name__), name)
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


def _picture(graph: Graph) -> str:
    return str(__getattr__("to_svg")(graph))


def _picture_of_document(document: Document) -> str:
    return str(__getattr__("to_svg")(document.graph, document))


# Notebooks show what has a picture. Drawing lies rooms above graphs and documents; this door knows both.
setattr(Graph, "_repr_svg_", _picture)  # noqa: B010
setattr(Document, "_repr_svg_", _picture_of_document)  # noqa: B010
