"""What is not saved is on disk as soon as it is made, and goes when it is saved or thrown away."""

from __future__ import annotations

import errno
import os

import pytest

from graph_engine.document import edits
from graph_engine.storage import example, recover, to_bytes
from gui.session import Session, files, hold
from gui.session import journal as module


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "journals"


@pytest.fixture
def session(qapp, folder, tmp_path):
    made = Session(example("apple_tax").open())
    made.on_disk.keep_in(tmp_path / "open")
    made.journal.keep_in(folder)
    yield made
    for keeper in (made.journal, made.on_disk, made.recovery):
        keeper.let_go()


@pytest.fixture
def tax(session):
    return session.document.graph.id_of("tax")


def kept(session):
    return to_bytes(recover(session.journal.path).document)


def test_nothing_is_written_before_there_is_an_edit(session, folder):
    assert session.journal.path is None
    assert not folder.exists()


def test_every_edit_and_every_step_back_is_there_at_once(session, tax):
    for number in range(4):
        session.do(edits.SetValue(tax, float(number)), "Change")
        assert kept(session) == to_bytes(session.document)
    session.history.undo()
    assert kept(session) == to_bytes(session.document)
    assert recover(session.journal.path).edits == 5


def test_a_slider_is_written_when_it_rests(session, tax, qtbot):
    session.do(edits.SetValue(tax, 0.5), "Change")
    before, gesture = session.journal.path.stat().st_size, object()
    for number in range(500):
        session.do(edits.SetValue(tax, float(number)), "Slide", gesture=gesture)
    assert session.journal.path.stat().st_size == before
    qtbot.waitUntil(lambda: session.journal.path.stat().st_size > before, timeout=2000)
    assert kept(session) == to_bytes(session.document)
    assert recover(session.journal.path).edits == 2


def test_what_comes_after_a_slider_is_written_behind_it(session, tax):
    session.do(edits.SetValue(tax, 5.0), "Slide", gesture=object())
    session.do(edits.Rename(tax, "duty"), "Rename")
    assert kept(session) == to_bytes(session.document)


def test_it_starts_with_the_file_that_was_opened(session, tmp_path):
    path = tmp_path / "graph.json"
    path.write_bytes(to_bytes(session.document).replace(b'"value": 1.1', b'"value":    1.1'))  # as someone typed it
    assert files.open_file(session, path)
    session.do(edits.SetValue(session.document.graph.id_of("tax"), 2.0), "Change")
    assert b'"value\\":    1.1' in session.journal.path.read_bytes()
    assert kept(session) == to_bytes(session.document)


@pytest.mark.parametrize("end", ["save", "replace"])
def test_nothing_is_left_once_it_is_saved_or_not_wanted(session, tax, folder, tmp_path, end):
    session.do(edits.SetValue(tax, 2.0), "Change")
    if end == "save":
        assert files.save(session, tmp_path / "graph.json")
    else:
        files.new(session)
    assert session.journal.path is None
    assert list(folder.iterdir()) == []


def test_after_a_save_it_starts_from_what_was_saved(session, tax, tmp_path):
    session.do(edits.SetValue(tax, 2.0), "Change")
    assert files.save(session, tmp_path / "graph.json")
    session.do(edits.SetValue(tax, 3.0), "Change")
    assert recover(session.journal.path).edits == 1
    assert kept(session) == to_bytes(session.document)


def test_a_long_one_begins_anew_with_the_document_as_it_is(session, tax, monkeypatch):
    monkeypatch.setattr(module, "_LONG", 20)
    for number in range(25):
        session.do(edits.SetValue(tax, float(number)), "Change")
    session.journal._autosave.timeout.emit()
    assert session.journal.path.read_bytes().count(b"\n") == 1
    assert kept(session) == to_bytes(session.document)
    session.do(edits.SetValue(tax, -1.0), "Change")
    assert recover(session.journal.path).edits == 26


def test_a_short_one_is_only_brought_to_the_disk(session, tax):
    session.do(edits.SetValue(tax, 2.0), "Change")
    before = session.journal.path.read_bytes()
    session.journal._autosave.timeout.emit()
    assert session.journal.path.read_bytes() == before


def full(*_):
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("call", ["write", "replace", "fsync"])
def test_a_full_disk_is_said_once_and_nothing_is_lost_when_there_is_room_again(session, tax, monkeypatch, call):
    said = []
    session.said.connect(lambda sentence, kind: said.append((str(sentence), kind)))
    if call == "write":
        session.do(edits.SetValue(tax, 1.0), "Change")
    with monkeypatch.context() as patched:
        patched.setattr(os, call, full)
        for number in range(3):
            session.do(edits.SetValue(tax, float(number)), "Change")
    assert [kind for _, kind in said] == ["warning"]
    assert "No space left on device" in said[0][0]
    session.do(edits.SetValue(tax, 9.0), "Change")
    assert kept(session) == to_bytes(session.document)


def test_half_a_line_that_fitted_on_a_full_disk_is_taken_back(session, tax, monkeypatch):
    session.do(edits.SetValue(tax, 1.0), "Change")
    write = os.write
    with monkeypatch.context() as patched:
        patched.setattr(os, "write", lambda handle, data: write(handle, data[:10]))
        session.do(edits.SetValue(tax, 2.0), "Change")
    assert recover(session.journal.path).edits == 1
    session.do(edits.SetValue(tax, 3.0), "Change")
    assert recover(session.journal.path).edits == 3
    assert kept(session) == to_bytes(session.document)


def test_a_folder_that_can_not_be_made_is_said_and_the_edit_stands(session, tax, folder):
    folder.write_text("in the way")
    said = []
    session.said.connect(lambda sentence, kind: said.append(kind))
    session.do(edits.SetValue(tax, 2.0), "Change")
    assert session.results.value(tax) == 2.0
    assert said == ["warning"]


def another(folder, tmp_path):
    made = Session()
    made.on_disk.keep_in(tmp_path / "open")
    made.journal.keep_in(folder)
    made.recovery.look(folder)
    return made


def ended(*sessions):
    for session in sessions:
        for keeper in (session.journal, session.on_disk, session.recovery):
            keeper.let_go()


def test_the_journal_of_a_window_that_is_open_is_left_alone(session, tax, folder, tmp_path):
    session.do(edits.SetValue(tax, 2.0), "Change")
    other = another(folder, tmp_path)
    assert other.recovery.offers == []
    assert kept(session) == to_bytes(session.document)
    ended(other)


def test_what_was_left_is_offered_recovered_and_unsaved(session, tax, folder, tmp_path):
    assert files.save(session, tmp_path / "graph.json")
    session.do(edits.SetValue(tax, 2.0), "Change")
    session.do(edits.SetValue(tax, 3.0), "Change")
    wanted = to_bytes(session.document)
    ended(session)  # as a crash leaves it
    other = another(folder, tmp_path)
    (offer,) = other.recovery.offers
    assert offer.found.edits == 2
    other.recovery.take(offer)
    assert to_bytes(other.document) == wanted
    assert other.path == tmp_path / "graph.json"
    assert other.dirty
    assert not other.history.canUndo()
    assert kept(other) == wanted  # it is in no danger now either
    assert recover(other.journal.path).edits == 2
    assert len(list(folder.glob("*.journal"))) == 1
    assert files.save(other, other.path)
    assert list(folder.iterdir()) == []
    ended(other)


def test_only_one_of_two_windows_is_offered_it(session, tax, folder, tmp_path):
    session.do(edits.SetValue(tax, 2.0), "Change")
    ended(session)
    one, two = another(folder, tmp_path), another(folder, tmp_path)
    assert (len(one.recovery.offers), len(two.recovery.offers)) == (1, 0)
    one.recovery.postpone(one.recovery.offers[0])
    two.recovery.look(folder)
    assert len(two.recovery.offers) == 1
    two.recovery.discard(two.recovery.offers[0])
    assert list(folder.iterdir()) == []
    ended(one, two)


def test_what_had_been_saved_when_it_ended_is_not_offered(session, tax, folder, tmp_path, monkeypatch):
    session.do(edits.SetValue(tax, 2.0), "Change")
    assert files.save(session, tmp_path / "graph.json")
    session.do(edits.SetValue(tax, 3.0), "Change")
    (tmp_path / "graph.json").write_bytes(to_bytes(session.document))  # a save, killed before the journal went
    ended(session)
    other = another(folder, tmp_path)
    assert other.recovery.offers == []
    assert list(folder.iterdir()) == []
    ended(other)


def test_a_file_that_changed_since_is_not_written_over_by_what_is_recovered(session, tax, folder, tmp_path):
    path = tmp_path / "graph.json"
    assert files.save(session, path)
    session.do(edits.SetValue(tax, 2.0), "Change")
    ended(session)
    path.write_bytes(to_bytes(example("two_paths").open()))
    other = another(folder, tmp_path)
    other.recovery.take(other.recovery.offers[0])
    assert other.on_disk.state == "changed"
    assert not files.save(other, path)
    assert path.read_bytes() == to_bytes(example("two_paths").open())
    ended(other)


def test_one_that_can_not_be_read_is_offered_with_the_reason(folder, tmp_path, qapp):
    folder.mkdir()
    (folder / "1-1.journal").write_bytes(b"{")
    other = another(folder, tmp_path)
    (offer,) = other.recovery.offers
    assert offer.found is None
    assert "beginning is lost" in str(offer.problem)
    ended(other)


def test_a_claim_is_had_once_and_again_after_it_was_let_go(tmp_path):
    first = hold.Hold.take(tmp_path / "a" / "b.lock")
    assert first is not None
    assert hold.Hold.take(tmp_path / "a" / "b.lock") is None
    first.release()
    again = hold.Hold.take(tmp_path / "a" / "b.lock")
    assert again is not None
    again.release()
    assert list((tmp_path / "a").iterdir()) == []
