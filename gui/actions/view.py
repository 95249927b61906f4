"""Zoom, theme and language."""

from __future__ import annotations

from dataclasses import replace

from ..i18n import LANGUAGES, tr
from .declare import Action, Context

SCALES = (80, 90, 100, 110, 125, 150, 175, 200)


def _wires(key: str, wires: str, text: str, tip: str) -> Action:
    def run(context: Context) -> None:
        context.window.area.encode(replace(context.view.canvas.looks.encoding, wires=wires))

    return Action(
        f"view.wires_{key}", text, run, checked=lambda c: c.view.canvas.looks.encoding.wires == wires, tip=tip
    )


def heat_maps(context: Context) -> None:
    encoding = context.view.canvas.looks.encoding
    context.window.area.encode(replace(encoding, heat=not encoding.heat))


def pulses(context: Context) -> None:
    context.settings.pulses = context.view.pulse.on = not context.view.pulse.on


def _encodings() -> list[Action]:
    return [
        _wires("plain", "", tr("Plain wires"), tr("All wires in one width and colour")),
        _wires(
            "gradient",
            "gradient",
            tr("Wires by gradient"),
            tr("Wider and stronger: a larger gradient"),
        ),
        _wires("activation", "activation", tr("Wires by value"), tr("Wider and stronger: a larger value")),
        Action(
            "view.heat_maps",
            tr("Heat maps of arrays"),
            heat_maps,
            checked=lambda c: c.view.canvas.looks.encoding.heat,
            tip=tr("A tiny picture of its entries above each node that holds an array"),
        ),
        Action(
            "view.pulses",
            tr("Pulses while playing"),
            pulses,
            checked=lambda c: c.view.pulse.on,
            tip=tr("Dots run along the wires of each step that is played"),
        ),
    ]


def _theme(name: str, text: str) -> Action:
    def run(context: Context) -> None:
        context.settings.theme = name
        context.theme.choose(name)

    return Action(f"view.theme_{name}", text, run, checked=lambda c: c.theme.choice == name)


def _scale(percent: int) -> Action:
    def run(context: Context) -> None:
        context.window.asked_scale.emit(percent)

    return Action(
        f"view.scale_{percent}",
        f"{percent} %",
        run,
        checked=lambda c: c.settings.ui_scale == percent,
    )


def _presenting(context: Context) -> bool:
    return bool(context.window.presentation.on)


def _language(code: str, text: str) -> Action:
    def run(context: Context) -> None:
        context.window.asked_language.emit(code)

    return Action(f"view.language_{code}", text, run, checked=lambda c: c.window.language == code)


def actions() -> list[Action]:
    return [
        *_zoom(),
        Action(
            "view.reduced_motion",
            tr("Reduced motion"),
            lambda c: c.settings.motion.toggle(),
            checked=lambda c: c.view.reduced_motion,
            tip=tr("Nothing glides or fades; it is there at once. Until you choose, the system says"),
        ),
        Action(
            "view.minimap",
            tr("Minimap"),
            lambda c: c.window.area.show_minimap(not c.window.area.wants_minimap),
            ("M",),
            "map",
            checked=lambda c: bool(c.window.area.wants_minimap),
            tip=tr("Show or hide the map of the whole graph"),
        ),
        *_encodings(),
        Action(
            "view.present",
            tr("Presentation"),
            lambda c: c.window.presentation.toggle(),
            ("F11",),
            "maximize",
            checked=_presenting,
            tip=tr("The canvas alone, large; a clicker steps, L is the laser pointer, Escape leaves"),
        ),
        Action(
            "view.laser",
            tr("Laser pointer"),
            lambda c: c.window.presentation.toggle_laser(),
            enabled=_presenting,
            checked=lambda c: c.window.presentation.laser.isVisible(),
            tip=tr("L while presenting"),
        ),
        *(_scale(percent) for percent in SCALES),
        _theme("system", tr("Like the system")),
        _theme("light", tr("Light")),
        _theme("dark", tr("Dark")),
        *(_language(code, name) for code, name in LANGUAGES.items()),
    ]


def _zoom() -> list[Action]:
    return [
        Action("view.zoom_in", tr("Zoom in"), lambda c: c.view.zoom(1.25), ("Ctrl++", "Ctrl+="), "zoom-in"),
        Action("view.zoom_out", tr("Zoom out"), lambda c: c.view.zoom(0.8), ("Ctrl+-",), "zoom-out"),
        Action(
            "view.actual_size",
            tr("Actual size"),
            lambda c: c.view.actual_size(),
            ("Ctrl+0",),
            "gc-zoom-actual",
            tip=tr("100 %"),
        ),
        Action(
            "view.frame_selection",
            tr("Frame selection"),
            lambda c: c.view.frame_selection(),
            ("F",),
            "frame",
            tip=tr("Zoom to what is selected"),
        ),
        Action(
            "view.fit",
            tr("Fit"),
            lambda c: c.view.fit(),
            ("Shift+F", "Home"),
            "maximize",
            tip=tr("Show the whole graph"),
        ),
    ]
