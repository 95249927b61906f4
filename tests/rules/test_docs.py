"""The pages of docs/ that follow from declarations are up to date, and no link leads nowhere."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from gui.actions import bookmarks
from gui.actions.build import declared
from gui.panels.declared import panels

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
GUIDE = ROOT / "docs" / "guide.md"
TAKEN = ROOT / "docs" / "images" / "guide"
HEADING = re.compile(r"^#+ +(.*)$", re.M)


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def builder():
    spec = importlib.util.spec_from_file_location("docs_build", ROOT / "docs" / "build.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_what_follows_from_declarations_is_what_they_say():
    stale = [
        name for name, text in builder().pages().items() if (ROOT / "docs" / name).read_text(encoding="utf-8") != text
    ]
    assert not stale, f"run `make docs`: {stale}"


def test_the_page_of_commands_names_every_action():
    page = text_of(ROOT / "docs" / "commands.md")
    places = re.compile(re.escape(bookmarks.PLACE) + r"\d+$")
    missing = [id for id, action in declared().items() if action.text not in page and not places.match(id)]
    assert not missing, f"docs/build.py finds no menu that offers {missing}"


def test_every_panel_has_its_row_in_the_guide_and_a_section():
    guide = text_of(GUIDE)
    links = dict(re.findall(r"^\| \*\*(.+?)\*\* \|.*\]\(#([\w-]+)\) \|$", guide, re.M))
    missing = [panel.title for panel in panels() if panel.title not in links]
    assert not missing, f"the table of panels in docs/guide.md lacks {missing}"


def test_every_picture_of_the_guide_is_made_by_the_script_and_shown():
    scenes = set(re.findall(r"^def (\w+)\(studio: Studio\)", text_of(ROOT / "docs" / "pictures.py"), re.M))
    shown = set(re.findall(r"\(images/guide/(\w+)\.png\)", text_of(GUIDE)))
    assert scenes == shown == {path.stem for path in TAKEN.glob("*.png")}


@pytest.mark.slow
def test_every_scene_can_still_be_played(tmp_path):
    code = "import pathlib, sys, studio; studio.HERE = pathlib.Path(sys.argv[1]); import pictures; pictures.main([])"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "docs")))}
    subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        env=environment,
        cwd=ROOT,
        check=True,
        capture_output=True,
        timeout=900,
    )
    assert {path.stem for path in (tmp_path / "guide").iterdir()} == {path.stem for path in TAKEN.iterdir()}


def test_every_section_of_the_guide_has_a_picture_or_points_to_a_page():
    sections = re.split(r"^## ", text_of(GUIDE), flags=re.M)[1:]
    assert not [text.split("\n")[0] for text in sections if "](images/" not in text and ".md" not in text]


def test_the_map_names_every_room():
    page = text_of(ROOT / "docs" / "architecture.md").split("```")[1]
    rooms = [
        path.name
        for wing in ("graph_engine", "gui")
        for path in (ROOT / wing).iterdir()
        if (path / "__init__.py").exists() or (path.suffix == ".py" and path.name != "__init__.py")
    ]
    assert not [room for room in rooms if not re.search(rf"(?<![\w.]){re.escape(room)}", page)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(page):
    broken = [link for link in LINK.findall(page.read_text(encoding="utf-8")) if not leads_somewhere(page, link)]
    assert not broken


def leads_somewhere(page: Path, link: str) -> bool:
    """Within the repository; addresses of others are not visited."""
    if re.match(r"[a-z]+:", link):
        return True
    path, _, anchor = link.partition("#")
    target = page if not path else (page.parent / path).resolve()
    if not target.exists():
        return False
    return not anchor or anchor in {slug(title) for title in HEADING.findall(target.read_text(encoding="utf-8"))}


def slug(title: str) -> str:
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")
