from __future__ import annotations

import pytest
from PySide6.QtCore import QByteArray

from gui.settings import Settings
from gui.settings.settings import RECENT


@pytest.fixture
def file(tmp_path):
    return tmp_path / "settings.ini"


@pytest.mark.parametrize(
    ("name", "value"),
    [("theme", "dark"), ("language", "zh_CN"), ("folder", "somewhere"), ("geometry", QByteArray(b"\x01\x02"))],
)
def test_what_is_set_is_remembered_at_the_next_start(file, name, value):
    first = Settings(file)
    assert getattr(first, name) == getattr(Settings, name).default
    setattr(first, name, value)
    first.store.sync()
    assert getattr(Settings(file), name) == value


def test_recent_files_are_newest_first_without_doubles_and_without_what_is_gone(file, tmp_path):
    settings, paths = Settings(file), [tmp_path / f"{n}.json" for n in range(3)]
    assert settings.recent() == []
    for path in [*paths, paths[0]]:
        path.write_text("{}")
        settings.remember(path)
    settings.store.sync()
    assert Settings(file).recent() == [paths[0], paths[2], paths[1]]
    paths[2].unlink()
    assert Settings(file).recent() == [paths[0], paths[1]]
    assert settings.folder == str(tmp_path)


def test_one_recent_file_is_read_back_as_one(file, tmp_path):
    path = tmp_path / "only.json"
    path.write_text("{}")
    settings = Settings(file)
    settings.remember(path)
    settings.store.sync()
    assert Settings(file).recent() == [path]


def test_only_so_many_are_kept(file, tmp_path):
    settings = Settings(file)
    for n in range(RECENT + 5):
        path = tmp_path / f"{n}.json"
        path.write_text("{}")
        settings.remember(path)
    assert len(settings.recent()) == RECENT
    assert settings.recent()[0].name == f"{RECENT + 4}.json"


def test_a_spoilt_settings_file_gives_the_defaults(file):
    file.write_bytes(b"\x00\xff[[[not settings")
    assert Settings(file).theme == "system"
    assert Settings(file).recent() == []


def test_reset_forgets_all_of_them_and_nothing_else(file, tmp_path):
    settings = Settings(file)
    settings.theme, settings.minimap = "dark", "on"
    (tmp_path / "a.json").write_text("{}")
    settings.remember(tmp_path / "a.json")
    settings.templates.mkdir()
    settings.reset()
    again = Settings(file)
    assert (again.theme, again.minimap, again.recent()) == ("system", "", [])
    assert again.templates.is_dir()
    assert (tmp_path / "a.json").is_file()
