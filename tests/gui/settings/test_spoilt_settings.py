"""Whatever stands in the settings file, the program starts, with the defaults in place of what can't be."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QByteArray

from gui.app import App
from gui.settings import Settings
from gui.settings.settings import _Setting
from tests.fuzz.mutate import spoil_bytes

NAMES = [name for name, kind in vars(Settings).items() if isinstance(kind, _Setting)]
VALUES = [
    "", "abc", "0", "-5", "99999999999999999999", "1e999", "nan", "@Invalid()", "@ByteArray(\\x0\\xff)", "a, b, c",
    "@Variant(\\0\\0\\0\\x7f)", "@Variant(\\0\\0\\0\\b\\0\\0\\0\\0)", "@Rect(1 2 3 4)", "@Size(1 1)", "@DateTime(x)",
    '"\\x0"', "true", '"{\\"add\\": 1e999}"', '"{\\"add\\": NaN}"', "[" * 9000, "x" * 5000, "\\xd800", "/etc/passwd",
]  # fmt: skip


@pytest.fixture(autouse=True)
def quiet(monkeypatch):
    """Qt says on the terminal that it can't make sense of a value."""
    monkeypatch.setenv("QT_LOGGING_RULES", "*=false")


@pytest.mark.parametrize("value", VALUES, ids=lambda value: value[:12])
def test_every_setting_is_of_its_kind(tmp_path, value):
    file = tmp_path / "settings.ini"
    for name in (*NAMES, "recent", "uses"):
        file.write_text(f"[General]\n{name}={value}\n")
        settings = Settings(file)
        assert all(type(getattr(settings, each)) is type(getattr(Settings, each).default) for each in NAMES)
        assert 50 <= settings.ui_scale <= 400
        assert all(path.is_file() for path in settings.recent())
        assert all(isinstance(count, int) for count in settings.uses().values())


def start(qapp, file):
    app = App(qapp, Settings(file))
    app.window.show()
    qapp.processEvents()
    assert app.window.isVisible()
    app.close()


def test_the_program_starts_with_any_of_them(qapp, tmp_path):
    dice = random.Random(5)
    for number in range(6):
        file = tmp_path / f"{number}.ini"
        file.write_text("[General]\n" + "".join(f"{name}={dice.choice(VALUES)}\n" for name in NAMES))
        start(qapp, file)


@pytest.mark.slow
def test_the_program_starts_with_a_spoilt_file(qapp, tmp_path):
    dice, good = random.Random(6), tmp_path / "good.ini"
    settings = Settings(good)
    settings.theme, settings.ui_scale, settings.wires = "dark", 125, "gradient"
    app = App(qapp, settings)
    app.window.remember()
    app.close()
    settings.store.sync()
    for number in range(60):
        file, data = tmp_path / f"{number}.ini", good.read_bytes()
        for _ in range(dice.choice([1, 3, 9])):
            data = spoil_bytes(dice, data)
        file.write_bytes(data)
        start(qapp, file)


def test_what_is_fine_is_kept(tmp_path):
    file = tmp_path / "settings.ini"
    settings = Settings(file)
    settings.ui_scale, settings.geometry = 150, QByteArray(b"\0\1")
    settings.store.sync()
    again = Settings(file)
    assert (again.ui_scale, again.geometry) == (150, QByteArray(b"\0\1"))
