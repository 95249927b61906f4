"""What a person wants of a figure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Part = Literal["all", "selection", "view"]


@dataclass(frozen=True)
class Order:
    part: Part = "all"
    derivatives: bool = True
    scale: float = 2.0  # pixels for each unit of the canvas; only for pictures made of pixels
    dark: bool = False
