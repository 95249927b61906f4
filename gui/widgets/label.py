"""Labels that are told the same thing again and again."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel


def show_text(label: QLabel, text: str) -> None:
    """Sets a text that is another one: laying the same out again costs as much."""
    if text != label.text():
        label.setText(text)
