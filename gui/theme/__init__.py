"""Colours, fonts and icons, light and dark. No colour literal stands anywhere else."""

from .fonts import UI as UI_FAMILIES
from .fonts import formula_font, load_fonts, ui_font
from .icons import app_icon, icon
from .theme import Theme
from .tokens import DARK, LIGHT, Tokens

__all__ = [
    "DARK",
    "LIGHT",
    "UI_FAMILIES",
    "Theme",
    "Tokens",
    "app_icon",
    "formula_font",
    "icon",
    "load_fonts",
    "ui_font",
]
