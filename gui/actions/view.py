"""Zoom, theme and language."""

from __future__ import annotations

from ..i18n import LANGUAGES, tr
from .declare import Action, Context


def reduce_motion(context: Context) -> None:
    context.settings.reduced_motion = context.view.reduced_motion = not context.view.reduced_motion


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
            "view.reduced_motion",
            tr("Reduced motion"),
            reduce_motion,
            checked=lambda c: c.view.reduced_motion,
            tip=tr("Nothing glides or fades; it is there at once"),
        ),
        Action(
            "view.minimap",
            tr("Minimap"),
            lambda c: c.window.area.show_minimap(not c.settings.minimap),
            ("M",),
            "map",
            checked=lambda c: bool(c.settings.minimap),
            tip=tr("Show or hide the map of the whole graph"),
        ),
        _theme("system", tr("Like the system")),
        _theme("light", tr("Light")),
        _theme("dark", tr("Dark")),
        *(_language(code, name) for code, name in LANGUAGES.items()),
    ]
