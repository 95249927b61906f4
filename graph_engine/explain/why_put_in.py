"""How the numbers of an answer are written: what each is called, and products that add up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from ..differentiate import Gradients, Tangents
from ..evaluate import Evaluation
from ..expression import Piece, bracketed, derivative, is_negative, pieces, row
from ..graph import Edge
from ..sentence import Sentence, say
from .answer import Part, Term
from .equations import gradient_name, held_name, node_name, number_piece
from .question import Entry, Question

_SHOWN = 12  # products in a formula


def called(evaluation: Evaluation, found: Gradients | Tangents | None, question: Question) -> Piece:
    """The name of a number: W[0, 1], ∂loss/∂W[0, 1], or for a wire ∂z/∂x."""
    graph, entry = evaluation.graph, question.entry
    if question.kind == "value":
        assert isinstance(question.of, str)
        return _indexed(node_name(graph, question.of), entry)
    if isinstance(question.of, Edge) and question.kind == "local":
        return _local_name(evaluation, question.of, entry)
    if question.path:
        return gradient_name(graph, question.path[-1].target, question.path[0].source)
    node = question.of.source if isinstance(question.of, Edge) else question.node
    if isinstance(found, Tangents):
        return derivative(_indexed(held_name(graph, node), entry), held_name(graph, found.source))
    target, element = (node, None) if found is None else (found.target, found.element)
    if entry is None and element is None:
        return gradient_name(graph, target, node)
    return derivative(_indexed(held_name(graph, target), element), _indexed(held_name(graph, node), entry))


def _local_name(evaluation: Evaluation, edge: Edge, entry: Entry | None) -> Piece:
    graph = evaluation.graph
    of, by = held_name(graph, edge.target), held_name(graph, edge.source)
    if entry is None:
        return derivative(of, by)
    depth = np.ndim(evaluation.value(edge.target))  # type: ignore[arg-type]
    if graph.node(edge.target).op.elementwise:
        shape = np.shape(evaluation.value(edge.source))  # type: ignore[arg-type]
        into = tuple(0 if n == 1 else at for n, at in zip(shape, entry[len(entry) - len(shape) :], strict=True))
        return derivative(_indexed(of, entry), _indexed(by, into))
    return derivative(_indexed(of, entry[:depth]), _indexed(by, entry[depth:]))


def _indexed(name: Piece, entry: Sequence[Any] | None) -> Piece:
    if not entry:
        return name
    return row(name, pieces.Letters(f"[{', '.join(map(str, entry))}]", "number"))


def number_of(part: Part) -> Piece:
    return number_piece(part.value, part.role, part.asks)


def sum_of(terms: Sequence[Term]) -> Piece:
    """2 × 3 + 0.5 × (−1), the first dozen products and an ellipsis for the others."""
    shown: list[Piece] = []
    for term in terms[:_SHOWN]:
        shown += [*([pieces.Sign("+")] if shown else []), _product(term, first=not shown)]
    if len(terms) > _SHOWN:
        shown += [pieces.Sign("+"), pieces.Letters("⋯", "upright")]
    return row(*shown)


def _product(term: Term, *, first: bool) -> Piece:
    parts: list[Piece] = []
    for part in term:
        piece = number_of(part)
        parts += [pieces.Sign("×")] if parts else []
        parts.append(bracketed(piece) if is_negative(piece) and (parts or not first) else piece)
    return row(*parts)


def lines_meet(evaluation: Evaluation, found: Gradients | None, terms: Sequence[Term]) -> tuple[Sentence, ...]:
    """Names the row and the column whose products add up, where each term is a product of two entries."""
    pairs = [term for term in terms if len(term) == 2 and all(part.asks and part.asks.entry for part in term)]
    if len(pairs) < 2 or len({(a.asks and a.asks.of, b.asks and b.asks.of) for a, b in pairs}) > 1:
        return ()
    left, right = (_line(evaluation, found, [term[side] for term in pairs]) for side in (0, 1))
    return (say("{left} meets {right}: their products add up", left=left, right=right),)


def _line(evaluation: Evaluation, found: Gradients | None, parts: Sequence[Part]) -> str:
    """`x[:, 1]`: what the entries of one node have in common."""
    asks = [part.asks for part in parts if part.asks is not None]
    entries = [ask.entry for ask in asks if ask.entry is not None]
    shared = [at[0] if len(set(at)) == 1 else ":" for at in zip(*entries, strict=True)]
    whole = pieces.plain(called(evaluation, found, asks[0].at(None)))
    return f"{whole}[{', '.join(map(str, shared))}]"
