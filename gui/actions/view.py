"""Zoom, layout, theme and language."""

from __future__ import annotations

from graph_engine.document import arrange, edits

from ..canvas.appearance import outline_of, shown_ports
from ..i18n import LANGUAGES, tr
from .declare import Action, Context


def tidy(context: Context) -> None:
    """Layered layout of the selection if it has two nodes or more, else of everything; one undo step."""
    session = context.session
    chosen = set(session.selection.nodes) if len(session.selection.nodes) > 1 else None
    graph = session.document.graph

    def size(id: str) -> tuple[float, float]:
        node = graph.node(id)
        outline = outline_of(node, session.results.value(id), shown_ports(node, set(graph.inputs(id))))
        return outline.width, outline.height + (34 if outline.shape != "pill" else 18)

    places = arrange(session.document, size, chosen)
    moved = tuple((id, point) for id, point in places.items() if point != session.document.positions[id])
    if moved and session.attempt(edits.Move(moved), tr("Tidy up")) and chosen is None:
        context.view.fit()


def _theme(name: str, text: str) -> Action:
    def run(context: Context) -> None:
        context.settings.theme = name
        context.theme.choose(name)

    return Action(f"view.theme_{name}", text, run, checked=lambda c: c.theme.choice == name)


def _language(code: str, text: str) -> Action:
    def run(context: Context) -> None:
        context.window.asked_language.emit(code)

    return Action(f"view.language_{code}", text, run, checked=lambda c: c.window.language == code)


def actions() -> list[Action]:
    return [
        Action("view.zoom_in", tr("Zoom in"), lambda c: c.view.zoom(1.25), ("Ctrl++", "Ctrl+="), "zoom-in"),
        Action("view.zoom_out", tr("Zoom out"), lambda c: c.view.zoom(0.8), ("Ctrl+-",), "zoom-out"),
        Action("view.actual_size", tr("Actual size"), lambda c: c.view.actual_size(), ("Ctrl+0",), "gc-zoom-actual"),
        Action("view.frame_selection", tr("Frame selection"), lambda c: c.view.frame_selection(), ("F",), "frame"),
        Action(
            "view.fit",
            tr("Fit"),
            lambda c: c.view.fit(),
            ("Shift+F", "Home"),
            "maximize",
            tip=tr("Show the whole graph"),
        ),
        Action(
            "view.tidy", tr("Tidy up"), tidy, ("Ctrl+L",), "workflow", tip=tr("Lay the nodes out from left to right")
        ),
        _theme("system", tr("Like the system")),
        _theme("light", tr("Light")),
        _theme("dark", tr("Dark")),
        *(_language(code, name) for code, name in LANGUAGES.items()),
    ]
