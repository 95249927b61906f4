"""The colour roles. Forward, backward and local keep one meaning on canvas, in tables, plots and formulas.

Forward and backward are blue and vermilion, which colour-blind eyes tell apart; text contrast is AA in both themes.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Tokens:
    dark: bool
    canvas: str
    grid: str
    panel: str
    card: str
    field: str
    line: str
    text: str
    muted: str
    wire: str
    forward: str
    forward_soft: str
    backward: str
    backward_soft: str
    local: str
    local_soft: str
    good: str
    warning: str
    error: str
    selection: str
    hover: str


LIGHT = Tokens(
    dark=False,
    canvas="#fbfaf7",
    grid="#e4e0d6",
    panel="#f2f1ec",
    card="#ffffff",
    field="#ffffff",
    line="#dcd8ce",
    text="#1c2230",
    muted="#626977",
    wire="#8a94a3",
    forward="#1a5ba6",
    forward_soft="#e3eefa",
    backward="#b93a0a",
    backward_soft="#fdeee6",
    local="#6d33d6",
    local_soft="#f1eafd",
    good="#12753a",
    warning="#8f5b00",
    error="#b3202a",
    selection="#1a5ba6",
    hover="#e9e6de",
)

DARK = Tokens(
    dark=True,
    canvas="#15171c",
    grid="#2b2f37",
    panel="#1c1f25",
    card="#24282f",
    field="#1a1d22",
    line="#383e48",
    text="#ebe8e1",
    muted="#a0a7b3",
    wire="#79828f",
    forward="#72b4f7",
    forward_soft="#1d3147",
    backward="#ff9562",
    backward_soft="#41261a",
    local="#bfa4ff",
    local_soft="#2f2647",
    good="#5fcf8b",
    warning="#e8b04a",
    error="#ff8086",
    selection="#72b4f7",
    hover="#2e333b",
)
