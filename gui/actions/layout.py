"""Where nodes stand: tidy, align, distribute, the grid."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from graph_engine.document import Point, align, arrange, distribute
from graph_engine.document.align import Axis, Line

from ..canvas.appearance import outline_of
from ..canvas.geometry import Outline
from ..canvas.wiring import wiring
from ..i18n import tr
from ..session import Session
from .declare import Action, Context

Boxes = Mapping[str, tuple[Point, tuple[float, float]]]


def tidy(context: Context) -> None:
    """Layered layout of the selection if it has two nodes or more, else of everything; one undo step."""
    session = context.session
    chosen = set(session.selection.nodes) if len(session.selection.nodes) > 1 else None

    def size(id: str) -> tuple[float, float]:
        outline = _outline(session, id)
        return outline.width, outline.height + (34 if outline.shape != "pill" else 18)

    _move(context, arrange(session.document, size, chosen), tr("Tidy up"), fit=chosen is None)


def _outline(session: Session, id: str) -> Outline:
    graph = session.document.graph
    return outline_of(graph.node(id), session.results.value(id), wiring(graph).ports(graph, id))


def _move(context: Context, places: Mapping[str, Point], label: str, *, fit: bool = False) -> None:
    now = context.session.document.positions
    moved = {id: point for id, point in places.items() if point != now[id]}
    if moved:
        context.view.glide.start(moved, label, fit=fit)


def _line_up(text: str, icon: str, where: Callable[[Boxes], dict[str, Point]], least: int) -> Action:
    def run(context: Context) -> None:
        session = context.session
        if len(session.selection.nodes) < least:
            return
        boxes = {}
        for id in sorted(session.selection.nodes):
            outline = _outline(session, id)
            boxes[id] = session.document.positions[id], (outline.width, outline.height)
        _move(context, where(boxes), text)

    id = icon.removeprefix("gc-").replace("-", "_")
    return Action(f"layout.{id}", text, run, (), icon, lambda c: len(c.session.selection.nodes) >= least)


def _align(text: str, line: Line) -> Action:
    return _line_up(text, f"gc-align-{line}", lambda boxes: align(boxes, line), 2)


def _distribute(text: str, axis: Axis) -> Action:
    return _line_up(text, f"gc-distribute-{axis}ly", lambda boxes: distribute(boxes, axis), 3)


def snap_to_grid(context: Context) -> None:
    context.settings.snap_to_grid = context.view.snaps_to_grid = not context.view.snaps_to_grid


def actions() -> list[Action]:
    return [
        Action(
            "view.tidy", tr("Tidy up"), tidy, ("Ctrl+L",), "workflow", tip=tr("Lay the nodes out from left to right")
        ),
        _align(tr("Align left edges"), "left"),
        _align(tr("Align centres"), "centre"),
        _align(tr("Align right edges"), "right"),
        _align(tr("Align top edges"), "top"),
        _align(tr("Align middles"), "middle"),
        _align(tr("Align bottom edges"), "bottom"),
        _distribute(tr("Distribute horizontally"), "horizontal"),
        _distribute(tr("Distribute vertically"), "vertical"),
        Action(
            "view.snap_to_grid",
            tr("Snap to grid"),
            snap_to_grid,
            checked=lambda c: c.view.snaps_to_grid,
            tip=tr("Nodes you drag stop at the dots of the grid; hold Alt to let them go anywhere"),
        ),
    ]
