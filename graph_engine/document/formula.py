"""Formula text ⇄ graph, for scalar expressions."""

from __future__ import annotations

from .. import ops
from ..errors import FormulaError
from ..expression import Term, parse_formula
from ..graph import Edge, Graph, make_node
from ..sentence import say
from .arrange import arrange
from .document import Document

_FUNCTIONS = {"ln": "log", "abs": "absolute", "max": "maximum", "min": "minimum", "logistic": "sigmoid"}
_FIRST = 1.0  # the value of every variable
_RANK = {"add": 1, "subtract": 1, "multiply": 2, "divide": 2, "reciprocal": 2, "negate": 3, "power": 4, "square": 4}
_SIGN = {"add": " + ", "subtract": " - ", "multiply": " * ", "divide": " / "}
_ATOM = 9


def _size(_: str) -> tuple[float, float]:
    return 110.0, 90.0


def from_formula(text: str) -> Document:
    """The graph of a formula such as `1/(1 + exp(-(w*x + b)))`; what is written twice is computed once.

    Names become variables with the value 1, numbers constants; `y = …` names the result.

    >>> document = from_formula("e = (a + b) * (b + 1)")
    >>> sorted(node.name for node in document.graph.nodes)
    ['1', 'a', 'add', 'add 2', 'b', 'e']
    """
    formula = parse_formula(text)
    builder = _Builder(_names(formula.term) | {formula.name})
    target = builder.node(formula.term, formula.name)
    document = Document(builder.graph, {node.id: (0.0, 0.0) for node in builder.graph.nodes}, target, text.strip())
    document.positions = arrange(document, _size)
    return document


class _Builder:
    def __init__(self, taken: set[str]) -> None:
        self.graph = Graph()
        self.taken = taken  # names that stand in the formula are kept for what they name
        self.made: dict[tuple[object, ...], str] = {}

    def node(self, term: Term, name: str = "") -> str:
        """The id of the node for `term`, made if it is new."""
        if term.head == "name":
            return self._source(("name", term.name), "variable", term.name, _FIRST)
        if term.head == "number":
            return self._source(("number", term.number), "constant", f"{term.number:.15g}", term.number)
        kind, attributes, inputs = self._operation(term)
        key = (kind, tuple(attributes.items()), *inputs)
        if key not in self.made:
            label = str(ops.by_key(kind).label)
            node = make_node(self.graph.fresh_id(), kind, name or self._free(label), None, attributes)
            self.graph.add_node(node)
            for port, source in zip(node.op.ports, inputs, strict=False):
                self.graph.connect(Edge(source, node.id, port))
            self.made[key] = node.id
        return self.made[key]

    def _operation(self, term: Term) -> tuple[str, dict[str, float], list[str]]:
        if term.head == "power":
            return "power", {"n": term.number}, [self.node(term.args[0])]
        if term.head == "divide" and term.args[0].head == "number" and term.args[0].number == 1:
            return "reciprocal", {}, [self.node(term.args[1])]
        kind = term.head if term.head != "call" else _function(term)
        return kind, {}, [self.node(argument) for argument in term.args]

    def _source(self, key: tuple[object, ...], kind: str, name: str, value: float) -> str:
        if key not in self.made:
            free = name if kind == "variable" else self._free(name)
            self.made[key] = self.graph.add(kind, free, value=value)
        return self.made[key]

    def _free(self, name: str) -> str:
        found, number = name, 1
        while found in self.taken or self.graph.has_name(found):
            number += 1
            found = f"{name} {number}"
        return found


def _function(term: Term) -> str:
    """The op that a function's name means, with the right number of arguments."""
    key = _FUNCTIONS.get(term.name, term.name)
    known = {op.key: op for op in ops.ALL if op.elementwise and op.needs is None}
    where = {"column": term.column}
    if key not in known:
        names = ", ".join(sorted(k for k, op in known.items() if k not in _RANK))
        reason = say("there is no function “{name}”; there are: {names}", name=term.name, names=names)
        raise FormulaError(say("column {column}: {reason}", **where, reason=reason), column=term.column)
    wanted = len(known[key].inputs)
    if len(term.args) != wanted:
        template = "{name} takes {wanted} arguments, not {found}"
        reason = say(template, name=term.name, wanted=wanted, found=len(term.args))
        raise FormulaError(say("column {column}: {reason}", **where, reason=reason), column=term.column)
    return key


def _names(term: Term) -> set[str]:
    return {term.name} if term.head == "name" else set().union(*map(_names, term.args))


def to_formula(graph: Graph, target: str) -> str:
    """The formula of `target` (an id) in the names of its variables; `from_formula` makes the same graph of it.

    >>> document = from_formula("(a + b) * (b + 1)")
    >>> to_formula(document.graph, document.target)
    '(a + b) * (b + 1)'
    """
    texts: dict[str, tuple[str, int]] = {}
    needed = graph.ancestors(target) | {target}
    for id in graph.order():
        if id in needed:
            texts[id] = _text(graph, id, texts)
    return texts[target][0]


def _text(graph: Graph, id: str, texts: dict[str, tuple[str, int]]) -> tuple[str, int]:
    """A node's text and how tightly it binds."""
    node = graph.node(id)
    if node.is_source:
        if node.kind == "constant" and isinstance(node.value, float):
            number = f"{node.value:.15g}"
            return number, _ATOM if node.value >= 0 else _RANK["negate"]
        return (node.name if node.name.isidentifier() else f'"{node.name}"'), _ATOM
    if not node.op.elementwise or node.op.needs is not None:
        raise FormulaError(say("{kind} has no place in a formula of scalars", kind=node.spec.label), column=1)
    parts = [texts[source] for source in graph.inputs(id).values()]
    if node.kind in _SIGN:
        return _infix(node.kind, *parts)
    first = parts[0]
    if node.kind == "negate":
        return f"-{_bracketed(first, 3)}", 3
    if node.kind == "reciprocal":
        return f"1 / {_bracketed(first, 3)}", 2
    if node.kind in ("power", "square"):
        exponent = node.attributes.get("n", 2.0)
        return f"{_bracketed(first, _ATOM)}^{exponent:.15g}", 4
    return f"{node.kind}({', '.join(text for text, _ in parts)})", _ATOM


def _infix(kind: str, left: tuple[str, int], right: tuple[str, int]) -> tuple[str, int]:
    rank = _RANK[kind]
    return f"{_bracketed(left, rank)}{_SIGN[kind]}{_bracketed(right, rank + 1)}", rank


def _bracketed(part: tuple[str, int], least: int) -> str:
    text, rank = part
    return text if rank >= least else f"({text})"
