"""Rows of measurements as one table."""

from __future__ import annotations

from dataclasses import dataclass

from .timing import shown


@dataclass(frozen=True)
class Row:
    """One comparison: our time against another's; `budget` says what the ratio should be."""

    work: str
    size: str
    ours: float
    other: str
    theirs: float
    budget: str = ""
    unit: str = "s"

    def amount(self, number: float) -> str:
        return shown(number) if self.unit == "s" else f"{number:,.0f} {self.unit}"

    @property
    def ratio(self) -> str:
        faster = self.theirs / self.ours
        if self.unit != "s":
            return f"{1 / faster:.2f}× as much"
        return f"{faster:.1f}× faster" if faster >= 1 else f"{1 / faster:.2f}× its time"


def table(rows: list[Row]) -> str:
    lines = [("work", "size", "ours", "against", "theirs", "ours is", "budget")]
    lines += [(r.work, r.size, r.amount(r.ours), r.other, r.amount(r.theirs), r.ratio, r.budget) for r in rows]
    widths = [max(len(line[i]) for line in lines) for i in range(len(lines[0]))]
    return "\n".join("  ".join(cell.ljust(w) for cell, w in zip(line, widths, strict=True)).rstrip() for line in lines)
