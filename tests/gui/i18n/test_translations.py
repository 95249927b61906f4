from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from graph_engine.sentence import say
from gui.i18n import LANGUAGES, collect, localize, tr, use_language
from gui.i18n.translate import CONTEXT

STRINGS = collect.collect()
TRANSLATED = [language for language in LANGUAGES if language != "en"]


@pytest.fixture(autouse=True)
def english_again(qapp: QApplication) -> Iterator[None]:
    yield
    use_language(qapp, "en")


@pytest.fixture(params=TRANSLATED)
def language(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture
def catalogue(language: str) -> dict[str, str]:
    return collect.read_catalogue(collect.FOLDER / f"{CONTEXT}_{language}.ts")


def placeholders(text: str) -> list[tuple[str, str | None, str | None]]:
    """Each `{name}` of a template with how it is formatted; braces around nothing are plain text."""
    found = ((name or "", spec, how) for _, name, spec, how in string.Formatter().parse(text))
    return sorted(hole for hole in found if hole[0].strip())


def values_for(text: str) -> dict[str, float]:
    return {name: 1.5 for name, _, _ in placeholders(text)}


def test_every_string_is_translated(catalogue: dict[str, str]) -> None:
    assert [text for text in STRINGS if not catalogue.get(text)] == [], "run python -m gui.i18n.collect and translate"


def test_no_translation_is_left_over(catalogue: dict[str, str]) -> None:
    assert sorted(set(catalogue) - set(STRINGS)) == [], "run python -m gui.i18n.collect"


def test_placeholders_are_the_same_on_both_sides(catalogue: dict[str, str]) -> None:
    assert [text for text in catalogue if placeholders(text) != placeholders(catalogue[text])] == []


def test_mnemonics_stay(catalogue: dict[str, str]) -> None:
    menus = [text for text in catalogue if text.startswith("&")]
    assert menus
    for text in menus:
        assert f"(&{text[1]})" in catalogue[text]


def test_the_compiled_catalogue_answers_as_the_source_does(
    qapp: QApplication, language: str, catalogue: dict[str, str]
) -> None:
    compiled = QTranslator()
    assert compiled.load(str(collect.FOLDER / f"{CONTEXT}_{language}.qm"))
    assert {text: compiled.translate(CONTEXT, text) for text in catalogue} == catalogue


def test_the_compiled_catalogue_is_fresh(language: str, tmp_path: Path) -> None:
    if collect.lrelease() is None:
        pytest.skip("no lrelease beside PySide6")
    source = collect.FOLDER / f"{CONTEXT}_{language}.ts"
    assert collect.compile_catalogue(source, tmp_path / "again.qm")
    assert (tmp_path / "again.qm").read_bytes() == source.with_suffix(".qm").read_bytes()


def test_collecting_again_changes_nothing(language: str, catalogue: dict[str, str], tmp_path: Path) -> None:
    collect.write_catalogue(tmp_path / "again.ts", language, STRINGS, catalogue)
    assert (tmp_path / "again.ts").read_bytes() == (collect.FOLDER / f"{CONTEXT}_{language}.ts").read_bytes()


def test_a_sentence_may_have_a_value_called_text() -> None:
    assert localize(say("“{text}” is not a number", text="x")) == "“x” is not a number"


def test_words_follow_the_language(qapp: QApplication) -> None:
    use_language(qapp, "zh_CN")
    assert tr("Forward pass") == "前向传播"
    assert tr("{n} nodes selected", n=2) == "已选中 2 个节点"
    use_language(qapp, "en")
    assert tr("Forward pass") == "Forward pass"
    assert tr("{n} nodes selected", n=2) == "2 nodes selected"


def test_sentences_of_the_engine_follow_the_language_with_those_inside_them(qapp: QApplication) -> None:
    sentence = say("{kind} “{name}”", kind=say("multiply"), name="price")
    use_language(qapp, "zh_CN")
    assert localize(sentence) == "乘法“price”"
    assert localize("plain text") == "plain text"
    use_language(qapp, "en")
    assert localize(sentence) == "multiply “price”"


def test_qt_speaks_the_same_language(qapp: QApplication, qtbot) -> None:
    def discard() -> str:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Discard)
        qtbot.addWidget(buttons)
        return buttons.buttons()[0].text()

    english = discard()
    use_language(qapp, "zh_CN")
    assert discard() != english
    use_language(qapp, "en")
    assert discard() == english


def test_a_language_without_a_catalogue_leaves_english(qapp: QApplication) -> None:
    use_language(qapp, "zh_CN")
    use_language(qapp, "xx")
    assert tr("Forward pass") == "Forward pass"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_template_takes_its_values(qapp: QApplication, language: str) -> None:
    use_language(qapp, language)
    for text in STRINGS:
        values = values_for(text)
        shown = tr(text, **values)
        assert not values or ("1.5" in shown and not placeholders(shown)), text


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('tr("a {n}", n=1)', ["a {n}"]),
        ('say("a" if x else "b")', ["a", "b"]),
        ('def f():\n    template = "a"\n    return say(template, n=1)', ["a"]),
        ('[tr(k) for k in ("a", "b")]', ["a", "b"]),
        ('[tr(k) for k, v in (("a", 1), ("b", 2))]', ["a", "b"]),
        ("tr(attribute.name)", []),
        ('session.say("not ours")', []),
    ],
)
def test_what_the_scan_finds(source: str, found: list[str]) -> None:
    assert list(collect.strings_of(ast.parse(source))) == found


@pytest.mark.parametrize(
    "source", ["tr(text)", 'tr(f"a {n}")', 'tr("a" + b)', "tr()", "def f():\n    t = g()\n    tr(t)"]
)
def test_words_that_cannot_be_told_are_refused_with_their_line(source: str) -> None:
    with pytest.raises(collect.NotCollectable, match=rf"^{source.count(chr(10)) + 1}: "):
        list(collect.strings_of(ast.parse(source)))
