"""What other programs and the disk itself do to the open file, seen from the window: said, and nothing is lost."""

from __future__ import annotations

import os
import shutil
import subprocess
from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from graph_engine.storage import example, read, recover, to_bytes
from tests.hand import CONTROL, SHIFT

THEIRS = to_bytes(example("two_paths").open())


@pytest.fixture
def desk(app, session, hand, tmp_path, qapp, said):
    """The window with apple tax open from a file."""
    return Desk(app, session, hand, tmp_path, qapp, said)


class Desk:
    def __init__(self, app, session, hand, folder, qapp, said):
        self.app, self.session, self.hand, self.qapp, self.said = app, session, hand, qapp, said
        self.path = folder / "work" / "graph.json"
        self.path.parent.mkdir()
        self.put(self.path)

    def put(self, path):
        """Opens apple tax from `path`."""
        path.write_bytes(to_bytes(example("apple_tax").open()))
        assert self.app.open(path)
        self.qapp.processEvents()
        self.hand.view.setFocus()
        return path

    def edit(self, tax):
        """Types another tax on the canvas."""
        self.hand.double_click(self.hand.node("tax"))
        self.hand.type(f"{tax}")
        self.hand.key(Qt.Key.Key_Return)
        self.hand.view.setFocus()
        assert self.session.dirty
        QTest.qWait(400)  # what is typed is kept when it rests

    def save(self):
        self.hand.view.setFocus()
        self.hand.key(Qt.Key.Key_S, CONTROL)

    @property
    def cards(self):
        return [card.text.text() for card in self.app.window.area.notices.cards]

    def press(self, text):
        self.qapp.processEvents()  # cards that have just come find their places
        (button,) = [b for card in self.app.window.area.notices.cards for b in card.buttons if b.text() == text]
        self.hand.click(self.hand.on(button))
        self.qapp.processEvents()

    @property
    def mine(self):
        return to_bytes(self.session.document)

    def is_kept(self):
        """Whether a crash now would lose nothing."""
        journal = self.session.journal.path
        return journal is not None and to_bytes(recover(journal).document) == self.mine


def noticed(desk, qtbot, words):
    qtbot.waitUntil(lambda: any(words in card for card in desk.cards), timeout=3000)


def not_noticed(desk, qtbot):
    qtbot.wait(500)
    assert desk.cards == []


def test_changed_while_nothing_is_unsaved(desk, qtbot):
    desk.path.write_bytes(THEIRS)
    noticed(desk, qtbot, "graph.json was changed by another program.")
    assert desk.mine != THEIRS, "nothing is taken unasked"
    desk.press("Reload")
    assert (desk.mine, desk.cards, desk.session.dirty) == (THEIRS, [], False)


def test_changed_while_there_are_unsaved_edits(desk, qtbot):
    desk.edit(1.5)
    desk.path.write_bytes(THEIRS)
    noticed(desk, qtbot, "graph.json was changed by another program.")
    mine = desk.mine
    desk.save()
    assert desk.said[-1] == "graph.json was changed by another program: choose what to keep first."
    assert (desk.path.read_bytes(), desk.mine, desk.is_kept()) == (THEIRS, mine, True)
    desk.press("Keep mine")
    desk.save()
    assert (desk.path.read_bytes(), desk.session.dirty) == (mine, False)


def test_changed_to_what_can_not_be_read(desk, qtbot):
    desk.edit(1.5)
    mine = desk.mine
    desk.path.write_bytes(b'{"format": "gradcanvas",')
    noticed(desk, qtbot, "graph.json was changed by another program.")
    desk.press("Reload")
    assert "this is not JSON" in desk.said[-1]
    assert (desk.mine, desk.session.dirty, desk.is_kept()) == (mine, True, True)
    assert desk.cards == ["graph.json was changed by another program."]


@pytest.mark.parametrize("how", ["removed", "moved"])
def test_removed_or_moved(desk, qtbot, how):
    if how == "removed":
        desk.path.unlink()
    else:
        desk.path.rename(desk.path.with_name("other.json"))
    noticed(desk, qtbot, "graph.json is no longer there: it was removed or renamed.")
    assert desk.session.dirty
    assert desk.is_kept()
    desk.press("Save")
    assert (desk.path.read_bytes(), desk.cards, desk.session.dirty) == (desk.mine, [], False)


def test_its_whole_folder_is_removed(desk, qtbot):
    shutil.rmtree(desk.path.parent)
    noticed(desk, qtbot, "graph.json is no longer there: it was removed or renamed.")
    desk.press("Save")
    assert "could not be written: No such file or directory" in desk.said[-1]
    assert desk.session.dirty
    assert desk.is_kept()
    desk.path.parent.mkdir()
    desk.save()
    assert (desk.path.read_bytes(), desk.session.dirty) == (desk.mine, False)


def test_a_folder_stands_where_it_was(desk, qtbot):
    desk.path.unlink()
    desk.path.mkdir()
    noticed(desk, qtbot, "graph.json can't be read any more.")
    assert desk.is_kept()
    desk.save()
    assert "could not be written: Is a directory" in desk.said[-1]
    assert desk.session.dirty
    assert [path.name for path in desk.path.parent.iterdir()] == ["graph.json"], "nothing half-written is left"
    desk.path.rmdir()
    desk.save()
    assert (desk.path.read_bytes(), desk.cards) == (desk.mine, [])


def test_it_may_not_be_read_any_more(desk, qtbot, monkeypatch):
    opened = type(desk.path).open

    def refused(self, *rest, **more):
        if self == desk.path:
            raise PermissionError(13, os.strerror(13))
        return opened(self, *rest, **more)

    desk.edit(1.5)
    with monkeypatch.context() as patch:
        patch.setattr(type(desk.path), "open", refused)
        os.utime(desk.path)
        noticed(desk, qtbot, "graph.json can't be read any more.")
        (card,) = desk.app.window.area.notices.cards
        assert card.detail.text() == f"{desk.path} could not be read: Permission denied"
        assert desk.is_kept()
    os.utime(desk.path)
    qtbot.waitUntil(lambda: desk.cards == [], timeout=3000)
    desk.save()
    assert desk.path.read_bytes() == desk.mine


def test_after_saving_under_another_name_only_the_new_file_matters(desk, qtbot, monkeypatch):
    other = desk.path.with_name("other.json")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(other), ""))
    desk.hand.key(Qt.Key.Key_S, CONTROL | SHIFT)
    assert desk.session.path == other
    desk.path.write_bytes(THEIRS)
    not_noticed(desk, qtbot)
    desk.path.unlink()
    not_noticed(desk, qtbot)
    other.write_bytes(THEIRS)
    noticed(desk, qtbot, "other.json was changed by another program.")


def test_after_a_new_document_the_old_file_does_not_matter(desk, qtbot):
    desk.hand.key(Qt.Key.Key_N, CONTROL)
    assert desk.session.path is None
    desk.path.write_bytes(THEIRS)
    not_noticed(desk, qtbot)


# -- the disk itself ---------------------------------------------------------------------------------------------------


@contextmanager
def mounted(place, options="size=64k"):
    """A small disk at `place`."""
    place.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", place], capture_output=True, check=False)
    if done.returncode:
        pytest.skip("no disk may be mounted here")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", place], check=True)


needs_mount = pytest.mark.skipif(
    shutil.which("mount") is None or not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may mount"
)


def fill(disk):
    """Leaves no room on it."""
    with (disk / "filling").open("wb", buffering=0) as file:
        try:
            while file.write(bytes(4096)):
                pass
        except OSError:
            pass


@needs_mount
def test_a_full_disk(desk, tmp_path):
    with mounted(tmp_path / "disk") as disk:
        path = desk.put(disk / "graph.json")
        before = path.read_bytes()
        desk.edit(1.5)
        fill(disk)
        desk.save()
        assert desk.said[-1] == f"{path} could not be written: No space left on device"
        assert (path.read_bytes(), desk.session.dirty, desk.is_kept()) == (before, True, True)
        assert sorted(p.name for p in disk.iterdir()) == ["filling", "graph.json"]
        (disk / "filling").unlink()
        desk.save()
        assert (path.read_bytes(), desk.session.dirty) == (desk.mine, False)
        desk.hand.key(Qt.Key.Key_N, CONTROL)


@needs_mount
def test_a_full_disk_where_unsaved_work_is_kept(desk, tmp_path):
    desk.session.journal.let_go()
    with mounted(tmp_path / "disk") as disk:
        desk.session.journal.keep_in(disk / "journals")
        fill(disk)
        desk.edit(1.5)
        assert desk.said[-1].startswith("Unsaved work can't be kept for a recovery: ")
        assert "No space left on device" in desk.said[-1]
        (disk / "filling").unlink()
        desk.edit(1.6)
        assert desk.is_kept()
        desk.save()
        assert not desk.session.dirty


@needs_mount
def test_a_disk_that_may_only_be_read(desk, tmp_path):
    with mounted(tmp_path / "disk") as disk:
        (disk / "graph.json").write_bytes(to_bytes(example("apple_tax").open()))
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        path = disk / "graph.json"
        before = path.read_bytes()
        assert desk.app.open(path)
        desk.edit(1.5)
        desk.save()
        assert desk.said[-1] == f"{path} could not be written: Read-only file system"
        assert (path.read_bytes(), desk.session.dirty, desk.is_kept()) == (before, True, True)
        subprocess.run(["mount", "-o", "remount,rw", disk], check=True)
        desk.save()
        assert read(path).graph.node(desk.hand.id("tax")).value == 1.5
        desk.hand.key(Qt.Key.Key_N, CONTROL)


@needs_mount
def test_a_disk_that_is_taken_away(desk, tmp_path, qtbot):
    with mounted(tmp_path / "disk") as disk:
        desk.put(disk / "graph.json")
        desk.edit(1.5)
    desk.save()
    assert "graph.json" in desk.said[-1]
    assert desk.session.dirty or (tmp_path / "disk" / "graph.json").read_bytes() == desk.mine
