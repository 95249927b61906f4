"""What a desktop needs: an entry for the menu, icons, and a file type that knows our files."""

from __future__ import annotations

import configparser
import os
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

from graph_engine.storage import examples, to_bytes

ROOT = Path(__file__).resolve().parents[2]
LINUX = ROOT / "packaging" / "linux"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


@pytest.fixture
def entry():
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(LINUX / "gradcanvas.desktop", encoding="utf-8")
    return parser["Desktop Entry"]


def test_the_entry_starts_the_command_with_a_file(entry):
    assert entry["Exec"] == "gradcanvas %f"
    assert 'gradcanvas = "gui.__main__:main"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert entry["Type"] == "Application"
    assert entry["Comment[zh_CN]"]
    assert all(entry[key].endswith(";") for key in ("Categories", "MimeType", "Keywords"))
    validate = shutil.which("desktop-file-validate")
    if validate:
        assert subprocess.run([validate, str(LINUX / "gradcanvas.desktop")], check=False).returncode == 0


def test_the_file_type_knows_every_file_we_write(entry):
    kind = ElementTree.parse(LINUX / "gradcanvas-mime.xml").getroot().find(f"{MIME}mime-type")
    assert kind.get("type") == entry["MimeType"].rstrip(";")
    match = kind.find(f"{MIME}magic/{MIME}match")
    start, end = map(int, match.get("offset").split(":"))
    for example in examples():
        head = to_bytes(example.open())[start : end + len(match.get("value"))].decode("utf-8")
        assert match.get("value") in head


@pytest.mark.skipif(os.name != "posix", reason="for Linux desktops")
def test_it_is_put_into_the_menu_and_taken_out_again(tmp_path, entry):
    where = {**os.environ, "XDG_DATA_HOME": str(tmp_path / "share")}
    subprocess.run(["sh", str(LINUX / "install.sh")], env=where, check=True, capture_output=True)
    share = tmp_path / "share"
    assert (share / "applications" / "gradcanvas.desktop").is_file()
    assert (share / "mime" / "packages" / "gradcanvas-mime.xml").is_file()
    icons = [path.parent.parent.name for path in share.rglob(f"{entry['Icon']}.*") if "icons" in path.parts]
    assert {"scalable", "16x16", "48x48", "256x256"} <= set(icons)
    subprocess.run(["sh", str(LINUX / "install.sh"), "--remove"], env=where, check=True, capture_output=True)
    assert not [path for path in share.rglob("gradcanvas*") if path.is_file()]
