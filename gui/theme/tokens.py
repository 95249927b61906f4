"""The colour roles. Forward, backward and local keep one meaning on canvas, in tables, plots and formulas.

Forward, backward and local are blue, vermilion and violet of different lightness, which colour-blind eyes tell apart;
text contrast is AA in both themes. `tests/gui/theme/` computes both.
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
    laser: str
    note_grey: str
    note_grey_line: str
    note_yellow: str
    note_yellow_line: str
    note_green: str
    note_green_line: str
    note_teal: str
    note_teal_line: str
    note_rose: str
    note_rose_line: str
    note_brown: str
    note_brown_line: str

    def note(self, colour: str) -> str:
        """The ground of a note."""
        return str(getattr(self, f"note_{colour}"))

    def note_line(self, colour: str) -> str:
        return str(getattr(self, f"note_{colour}_line"))


LIGHT = Tokens(
    dark=False,
    canvas="#fbfaf7",
    grid="#e4e0d6",
    panel="#f2f1ec",
    card="#ffffff",
    field="#ffffff",
    line="#dcd8ce",
    text="#1c2230",
    muted="#5f6674",
    wire="#87919f",
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
    laser="#e8112d",
    note_grey="#ebebe8",
    note_grey_line="#b9b8b2",
    note_yellow="#fbf0bf",
    note_yellow_line="#d8c25a",
    note_green="#deefcf",
    note_green_line="#9cc07a",
    note_teal="#d3efec",
    note_teal_line="#7fbdb7",
    note_rose="#f9dfe6",
    note_rose_line="#d99db0",
    note_brown="#efe1cf",
    note_brown_line="#c4a377",
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
    forward="#58a6f5",
    forward_soft="#1d3147",
    backward="#ff9562",
    backward_soft="#41261a",
    local="#d9c7ff",
    local_soft="#2f2647",
    good="#5fcf8b",
    warning="#e8b04a",
    error="#ff8086",
    selection="#58a6f5",
    hover="#2e333b",
    laser="#ff3b4e",
    note_grey="#33373e",
    note_grey_line="#5a606a",
    note_yellow="#453d17",
    note_yellow_line="#7d7030",
    note_green="#2b3f1f",
    note_green_line="#557a3f",
    note_teal="#16403d",
    note_teal_line="#2f7a74",
    note_rose="#4a2832",
    note_rose_line="#8a4d60",
    note_brown="#43341f",
    note_brown_line="#7d6340",
)
