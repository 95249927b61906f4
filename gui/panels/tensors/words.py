"""The structure of a local Jacobian in words, and the statistics of an array as rich text."""

from __future__ import annotations

from html import escape

from graph_engine.differentiate import Structure
from graph_engine.explain import short

from ...i18n import tr
from ...session import Session
from ...theme import Tokens
from .statistics import Statistics
from .subject import Subject, Tab


def structure_text(found: Structure) -> str:
    """What kind of matrix it is, and what that means."""
    sizes = {"rows": found.rows, "columns": found.columns}
    if found.rows == found.columns == 1:
        return tr("A number: one entry in, one entry out.")
    size = tr("{rows} × {columns} matrix", **sizes)
    match found.kind:
        case "zero":
            said = tr("all zero: the output does not move with this input.")
        case "diagonal":
            said = tr("diagonal: each entry of the output depends on its own entry of the input alone.")
        case "blocks":
            high, wide = found.rows // found.blocks, found.columns // found.blocks
            said = tr(
                "{n} blocks of {high} × {wide} along the diagonal: entries depend on one another within a block only.",
                n=found.blocks,
                high=high,
                wide=wide,
            )
        case "dense":
            said = tr("dense: each entry of the output depends on each entry of the input.")
        case _ if found.filled is not None:
            said = tr("{n} of {all} entries are not zero.", n=found.filled, all=found.rows * found.columns)
        case _:
            said = tr("an entry of the input reaches at most {n} of {rows} entries of the output.",
                      n=found.reach, rows=found.rows)  # fmt: skip
    return f"{size}, {said}"


def statistics_html(found: Statistics, t: Tokens) -> str:
    """A name and its number stay together; the pairs wrap where the panel ends."""
    cells = [
        (tr("least"), short(found.least)),
        (tr("most"), short(found.most)),
        (tr("mean"), short(found.mean)),
        (tr("deviation"), short(found.deviation)),
        (tr("zeros"), str(found.zeros)),
        (tr("NaN"), str(found.nans)),
    ]
    if found.infinite:
        cells.append((tr("infinite"), str(found.infinite)))
    pairs = [
        f'<span style="color:{t.muted}">{escape(_whole(name))}</span>&nbsp;{escape(number)}' for name, number in cells
    ]
    return "&nbsp;&nbsp; ".join(pairs)


def _whole(word: str) -> str:
    """A word that no line ends in: Chinese breaks between any two of its letters."""
    return word if word.isascii() else "\N{WORD JOINER}".join(word)


def missing_text(session: Session, subject: Subject, tab: Tab, *, empty: bool) -> str:
    """Why there is no array to see."""
    graph, results = session.document.graph, session.results
    if empty:
        return tr("It has no entries.")
    if subject.node is None and subject.edge is None:
        return tr("Select a node or a wire.")
    if tab == "local":
        if subject.local is None:
            return tr("A source has no inputs, so no local derivative.")
        return tr("Not computed yet, or something is missing.")
    if tab == "gradient" and results.target is not None:
        id = subject.node or (subject.edge.source if subject.edge is not None else "")
        if results.gradient(id) is None:
            return tr("{name} does not depend on it", name=graph.node(results.target).name)
    return tr("Not computed yet, or something is missing.")
