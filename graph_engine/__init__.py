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

from .differentiate import Gradients, Local, gradients, local_derivative, tangents
from .document import Document
from .errors import FileProblem, GradcanvasError, GraphError, Refused, ValueMismatch
from .evaluate import Evaluation, Step, births, evaluate
from .explain import narrate, trace
from .graph import Edge, Graph, Node
from .storage import example, examples, from_bytes, read, to_bytes, write

__all__ = [
    "Document",
    "Edge",
    "Evaluation",
    "FileProblem",
    "GradcanvasError",
    "Gradients",
    "Graph",
    "GraphError",
    "Local",
    "Node",
    "Refused",
    "Step",
    "ValueMismatch",
    "births",
    "evaluate",
    "example",
    "examples",
    "from_bytes",
    "gradients",
    "local_derivative",
    "narrate",
    "read",
    "tangents",
    "to_bytes",
    "trace",
    "write",
]
