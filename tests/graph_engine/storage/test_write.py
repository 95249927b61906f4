import os
import stat
import sys

import pytest

import graph_engine as ge
from graph_engine import storage
from graph_engine.errors import FileProblem

POSIX = pytest.mark.skipif(os.name != "posix", reason="POSIX permissions and links")


@pytest.fixture
def document():
    return ge.example("apple_tax").open()


def test_what_is_written_can_be_read(document, tmp_path):
    path = tmp_path / "graph with spaces 图.json"
    data = ge.write(document, path)
    assert path.read_bytes() == data == storage.to_bytes(ge.read(path))
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_a_save_that_fails_leaves_the_old_file_and_nothing_else(document, tmp_path, monkeypatch):
    path = tmp_path / "graph.json"
    path.write_bytes(b"old")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(FileProblem, match=r"graph\.json could not be written: No space left on device"):
        ge.write(document, path)
    assert path.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["graph.json"]


@pytest.mark.parametrize("place", ["missing/graph.json", "file.txt/graph.json", "folder"])
def test_a_place_that_can_not_be_written_is_refused_with_a_sentence(document, tmp_path, place):
    (tmp_path / "file.txt").write_text("in the way")
    (tmp_path / "folder").mkdir()
    with pytest.raises(FileProblem, match="could not be written"):
        ge.write(document, tmp_path / place)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["file.txt", "folder"]


@POSIX
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_without_permission_is_refused_with_a_sentence(document, tmp_path):
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(FileProblem, match="could not be written: Permission denied"):
            ge.write(document, tmp_path / "graph.json")
    finally:
        tmp_path.chmod(0o700)


@POSIX
def test_a_save_keeps_the_permissions_of_the_file(document, tmp_path):
    path = tmp_path / "graph.json"
    ge.write(document, path)
    path.chmod(0o640)
    ge.write(document, path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@POSIX
def test_a_save_through_a_link_changes_the_file_behind_it(document, tmp_path):
    real, link = tmp_path / "real.json", tmp_path / "link.json"
    real.write_bytes(b"old")
    link.symlink_to(real)
    ge.write(document, link)
    assert link.is_symlink()
    assert real.read_bytes() == storage.to_bytes(document)


@POSIX
@pytest.mark.skipif(sys.platform == "darwin", reason="links resolve otherwise")
def test_a_link_to_itself_is_refused_with_a_sentence(document, tmp_path):
    loop = tmp_path / "loop.json"
    loop.symlink_to(loop)
    with pytest.raises(FileProblem, match="could not be read"):
        ge.read(loop)
    ge.write(document, loop)
    assert storage.to_bytes(ge.read(loop)) == storage.to_bytes(document)


def test_a_document_made_in_python_gets_places_for_its_nodes():
    graph = ge.Graph()
    x = graph.add("variable", "x", value=2)
    y = graph.add("square", "y", x=x)
    found = storage.from_bytes(storage.to_bytes(ge.Document(graph))).positions
    assert found[x][0] < found[y][0]
    kept = storage.from_bytes(storage.to_bytes(ge.Document(graph, {x: (5.0, 7.0)}))).positions
    assert kept[x] == (5.0, 7.0)
    assert kept[y] != kept[x]
