"""The theme in force: the system's, or the one chosen; tells everyone when it changes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from .fonts import load_fonts, ui_font
from .stylesheet import stylesheet
from .tokens import DARK, LIGHT, Tokens


class Theme(QObject):
    """`tokens` are the colours now; `choose` takes "system", "light" or "dark"."""

    changed = Signal()

    def __init__(self, app: QApplication, choice: str = "system", scale: float = 1.0) -> None:
        super().__init__(app)
        self._app = app
        self.choice = choice
        self.scale = scale  # of type and controls
        self.tokens = LIGHT
        load_fonts()
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._follow)
        self._follow()

    def choose(self, choice: str) -> None:
        self.choice = choice
        self._follow()

    def set_scale(self, scale: float) -> None:
        """Makes type and controls larger or smaller; 1 is the usual size."""
        if scale != self.scale:
            self.scale = scale
            self._follow()

    def px(self, size: float) -> int:
        """A length of the usual size, in pixels at the scale in force."""
        return round(size * self.scale)

    def _follow(self) -> None:
        self.tokens = self._wanted()
        self._app.setPalette(_palette(self.tokens))
        self._app.setFont(ui_font(self.px(13)))
        self._app.setStyleSheet(stylesheet(self.tokens, self.scale))
        self.changed.emit()

    def _wanted(self) -> Tokens:
        if self.choice == "system":
            return DARK if self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT
        return DARK if self.choice == "dark" else LIGHT


def _palette(t: Tokens) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for which, colour in {
        role.Window: t.panel,
        role.WindowText: t.text,
        role.Base: t.field,
        role.AlternateBase: t.panel,
        role.Text: t.text,
        role.PlaceholderText: t.muted,
        role.Button: t.card,
        role.ButtonText: t.text,
        role.ToolTipBase: t.card,
        role.ToolTipText: t.text,
        role.Highlight: t.forward,
        role.HighlightedText: t.card,
        role.Link: t.forward,
        role.Mid: t.line,
    }.items():
        palette.setColor(which, QColor(colour))
    for which in (role.Text, role.ButtonText, role.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(t.muted))
    return palette
