"""What other programs do to the open file is noticed, and nothing of theirs or ours is written over unasked."""

from __future__ import annotations

import os

import pytest

from graph_engine.document import edits
from graph_engine.storage import example, read, to_bytes
from gui.session import Session, files

THEIRS = to_bytes(example("two_paths").open())


@pytest.fixture
def session(qapp, tmp_path):
    """Apple tax, saved as graph.json."""
    made = Session(example("apple_tax").open())
    made.on_disk.keep_in(tmp_path / "open")
    made.journal.keep_in(tmp_path / "journals")
    assert files.save(made, tmp_path / "graph.json")
    yield made
    for keeper in (made.journal, made.on_disk, made.recovery):
        keeper.let_go()


@pytest.fixture
def path(session):
    return session.path


@pytest.fixture
def changed(session, path):
    """The file is another program's, and there is an edit of ours."""
    session.do(edits.SetValue(session.document.graph.id_of("tax"), 2.0), "Change")
    path.write_bytes(THEIRS)
    return session


def test_our_own_saving_is_no_change(session, path, qtbot):
    session.do(edits.SetValue(session.document.graph.id_of("tax"), 2.0), "Change")
    assert files.save(session, path)
    qtbot.wait(250)
    assert session.on_disk.state == "same"


@pytest.mark.parametrize("how", ["in place", "by a rename", "twice"])
def test_a_change_is_noticed_by_itself(session, path, qtbot, how):
    if how == "by a rename":
        (path.parent / "new").write_bytes(THEIRS)
        os.replace(path.parent / "new", path)
    else:
        path.write_bytes(THEIRS)
    qtbot.waitUntil(lambda: session.on_disk.state == "changed", timeout=3000)
    if how == "twice":
        path.write_bytes(to_bytes(session.document))
        qtbot.waitUntil(lambda: session.on_disk.state == "same", timeout=3000)


def test_touching_it_without_a_change_is_none(session, path):
    os.utime(path, ns=(1, 1))
    assert session.on_disk.look() == "same"


def test_a_save_does_not_write_over_it_unasked(changed, path):
    heard = []
    changed.said.connect(lambda sentence, _: heard.append(str(sentence)))
    assert not files.save(changed, path)
    assert path.read_bytes() == THEIRS
    assert heard == ["graph.json was changed by another program: choose what to keep first."]
    assert changed.dirty


def test_mine_is_kept_when_that_is_chosen_and_can_be_saved(changed, path):
    changed.on_disk.look()
    changed.on_disk.keep_mine()
    assert changed.on_disk.state == "same"
    assert changed.dirty
    assert files.save(changed, path)
    assert path.read_bytes() == to_bytes(changed.document)


def test_mine_is_in_the_journal_as_it_is_not_as_the_file_is(changed, tmp_path):
    from graph_engine.storage import recover

    changed.on_disk.look()
    changed.on_disk.keep_mine()
    changed.history.undo()
    assert to_bytes(recover(changed.journal.path).document) == to_bytes(changed.document)


def test_a_reload_takes_theirs_and_puts_mine_aside(changed, path):
    mine = to_bytes(changed.document)
    changed.on_disk.look()
    assert files.reload(changed)
    assert to_bytes(changed.document) == THEIRS
    assert not changed.dirty
    files.put_back(changed)
    assert to_bytes(changed.document) == mine
    assert changed.dirty
    assert (changed.on_disk.put_aside, changed.on_disk.state) == (None, "same")
    assert files.save(changed, path)
    assert path.read_bytes() == mine


def test_a_reload_of_what_can_not_be_read_changes_nothing(changed, path):
    path.write_bytes(b"{")
    mine = to_bytes(changed.document)
    assert not files.reload(changed)
    assert to_bytes(changed.document) == mine
    assert changed.dirty


def test_a_file_that_is_removed_is_noticed_and_then_nothing_is_saved_any_more(session, path, qtbot):
    path.unlink()
    qtbot.waitUntil(lambda: session.on_disk.state == "gone", timeout=3000)
    assert session.dirty
    assert session.journal.path is not None  # the window has the only copy
    assert files.save(session, path)
    assert (session.on_disk.state, session.dirty) == ("same", False)
    assert to_bytes(read(path)) == to_bytes(session.document)


def test_a_file_that_comes_back_as_another_is_not_written_over(session, path):
    path.unlink()
    session.on_disk.look()
    session.on_disk.dismiss()
    assert session.on_disk.look() == "same"
    path.write_bytes(THEIRS)
    assert not files.save(session, path)
    assert path.read_bytes() == THEIRS


def test_a_folder_that_is_removed_is_said_when_saving(session, path, tmp_path):
    inner = tmp_path / "inner"
    inner.mkdir()
    assert files.save(session, inner / "graph.json")
    (inner / "graph.json").unlink()
    inner.rmdir()
    heard = []
    session.said.connect(lambda sentence, _: heard.append(str(sentence)))
    assert not files.save(session, inner / "graph.json")
    assert "could not be written: No such file or directory" in heard[0]


def test_two_windows_with_one_file_know_it_and_neither_loses_an_update(session, path, tmp_path):
    other = Session()
    other.on_disk.keep_in(tmp_path / "open")
    assert files.open_file(other, path)
    assert other.on_disk.elsewhere
    assert not session.on_disk.elsewhere
    other.do(edits.Describe("Theirs", ""), "Describe")
    assert files.save(other, path)
    session.do(edits.Describe("Mine", ""), "Describe")
    assert not files.save(session, path)
    assert read(path).title == "Theirs"
    files.new(other)
    other.on_disk.let_go()


def test_a_file_is_free_again_when_another_is_opened(session, path, tmp_path):
    files.new(session)
    other = Session()
    other.on_disk.keep_in(tmp_path / "open")
    assert files.open_file(other, path)
    assert not other.on_disk.elsewhere
    other.on_disk.let_go()
