"""The fonts that ship with the program, so that nothing depends on the platform's."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

_FOLDER = Path(__file__).resolve().parents[1] / "resources" / "fonts"
UI = ("Gradcanvas Sans", "Gradcanvas Symbols", "Gradcanvas Sans SC")
FORMULA = ("Gradcanvas Formula", "Gradcanvas Symbols", "Gradcanvas Sans SC")


def load_fonts() -> None:
    """Makes the shipped fonts known to Qt; once per application."""
    known = QFontDatabase.families()
    if UI[0] not in known:
        for file in sorted(_FOLDER.glob("*.[ot]tf")):
            QFontDatabase.addApplicationFont(str(file))


def ui_font(size: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The interface font; `size` in pixels."""
    return _font(UI, size, weight)


def formula_font(size: float, *, italic: bool = True) -> QFont:
    """The font of formulas; `size` in pixels."""
    font = _font(FORMULA, size, QFont.Weight.Normal)
    font.setItalic(italic)
    return font


def _font(families: tuple[str, ...], size: float, weight: QFont.Weight) -> QFont:
    font = QFont()
    font.setFamilies(list(families))
    font.setPixelSize(round(size))
    font.setWeight(weight)
    return font
