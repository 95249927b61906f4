"""`tr` for the window's own words, `localize` for sentences that the engine made. Both go through Qt's translation."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from graph_engine.sentence import Sentence

CONTEXT = "gradcanvas"
LANGUAGES = {"en": "English", "zh_CN": "简体中文"}
_SPOKEN = "spoken_language"
_FOLDER = Path(__file__).parent


class Said(str):
    """Words on screen that remember what they were translated from, so that they can be said in another language."""

    template: str
    values: dict[str, Any]


def tr(text: str, /, **values: Any) -> str:
    """`text` in the current language, with `values` put in at its `{names}`."""
    translated = QCoreApplication.translate(CONTEXT, text)
    if values:
        translated = translated.format(**{name: localize(value) for name, value in values.items()})
    said = Said(translated)
    said.template, said.values = text, values
    return said


def localize(given: Any) -> Any:
    """A sentence of the engine, or words once said, in the current language; anything else as it is."""
    return tr(given.template, **given.values) if isinstance(given, Sentence | Said) else given


def in_every_language(text: str) -> list[str]:
    """`text` as it stands in the program, and its translations, whatever language is spoken now."""
    found = (_catalogue(code).translate(CONTEXT, text) for code in LANGUAGES if code != "en")
    return list(dict.fromkeys([text, *filter(None, found)]))


def every_language() -> dict[str, Callable[[Any], str]]:
    """By the code of each language, what says a sentence of the engine in it, whatever language is spoken now."""
    return {code: partial(_said_in, code) for code in LANGUAGES}


def _said_in(code: str, given: Any) -> str:
    if not isinstance(given, Sentence | Said):
        return str(given)
    words = (_catalogue(code).translate(CONTEXT, given.template) if code != "en" else "") or given.template
    values = {name: _said_in(code, v) if isinstance(v, Sentence | Said) else v for name, v in given.values.items()}
    return words.format(**values) if values else words


@cache
def _catalogue(code: str) -> QTranslator:
    translator = QTranslator()
    translator.load(str(_FOLDER / f"{CONTEXT}_{code}.qm"))
    return translator


def language() -> str:
    """The language that is spoken now."""
    app = QCoreApplication.instance()
    return str((app.property(_SPOKEN) if app is not None else None) or "en")


def system_language() -> str:
    """The language of `LANGUAGES` that the system speaks, else English."""
    return next((code for code in LANGUAGES if QLocale.system().name().startswith(code[:2])), "en")


def use_language(app: QCoreApplication, code: str) -> None:
    """Speaks `code` from now on, in the words of Qt (its dialogs, the menus of its fields) too; English needs none."""
    for old in app.findChildren(QTranslator, CONTEXT):
        app.removeTranslator(old)
        old.setParent(None)
    app.setProperty(_SPOKEN, code)
    if code == "en":
        return
    qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    for catalogue in (qt / f"qtbase_{code}.qm", _FOLDER / f"{CONTEXT}_{code}.qm"):
        translator = QTranslator(app)
        translator.setObjectName(CONTEXT)
        if translator.load(str(catalogue)):
            app.installTranslator(translator)
