"""`tr` for the window's own words, `localize` for sentences that the engine made. Both go through Qt's translation."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from graph_engine.sentence import Sentence

CONTEXT = "gradcanvas"
LANGUAGES = {"en": "English", "zh_CN": "简体中文"}
_FOLDER = Path(__file__).parent


def tr(text: str, **values: Any) -> str:
    """`text` in the current language, with `values` put in at its `{names}`."""
    translated = QCoreApplication.translate(CONTEXT, text)
    return translated.format(**{name: localize(value) for name, value in values.items()}) if values else translated


def localize(given: Any) -> Any:
    """A sentence of the engine in the current language; anything else as it is."""
    return tr(given.template, **given.values) if isinstance(given, Sentence) else given


def system_language() -> str:
    """The language of `LANGUAGES` that the system speaks, else English."""
    return next((code for code in LANGUAGES if QLocale.system().name().startswith(code[:2])), "en")


def use_language(app: QCoreApplication, code: str) -> None:
    """Speaks `code` from now on; English needs no catalogue."""
    old = app.findChild(QTranslator, CONTEXT)
    if old is not None:
        app.removeTranslator(old)
        old.setParent(None)
    if code == "en":
        return
    translator = QTranslator(app)
    translator.setObjectName(CONTEXT)
    if translator.load(str(_FOLDER / f"gradcanvas_{code}.qm")):
        app.installTranslator(translator)
