"""A checkpoint goes on bit for bit; whatever is no checkpoint is refused in a sentence."""

from __future__ import annotations

import numpy as np
import pytest

import graph_engine as ge
from graph_engine.document import Training
from graph_engine.errors import FileProblem, TrainingError
from graph_engine.training import Trainer, load_checkpoint, resume_checkpoint, save_checkpoint


@pytest.fixture
def document():
    return ge.example("blobs").open()


@pytest.mark.parametrize("optimizer", ["sgd", "adam"])
@pytest.mark.parametrize("update", ["together", "in_turn"])
@pytest.mark.parametrize("taken", [5, 7])
def test_goes_on_bit_for_bit(document, tmp_path, optimizer, update, taken):
    setup = Training(optimizer=optimizer, update=update, epochs=4, order=("n3",))
    whole, run = Trainer(document, setup), Trainer(document, setup)
    first = run.run()
    before = [next(first) for _ in range(taken)]
    save_checkpoint(run, tmp_path / "c.npz")
    again = resume_checkpoint(document, load_checkpoint(tmp_path / "c.npz"))
    assert again.training == setup
    assert before + list(again.run()) == list(whole.run())
    for id, value in whole.values().items():
        assert np.array_equal(again.values()[id], value)
    again.rewind()
    assert np.array_equal(again.values()["n2"], document.graph.node("n2").value)


def test_more_epochs_may_be_asked_for(document, tmp_path):
    run = Trainer(document, Training(epochs=2))
    list(run.run())
    save_checkpoint(run, tmp_path / "c.npz")
    again = resume_checkpoint(document, load_checkpoint(tmp_path / "c.npz"), epochs=3)
    assert list(again.run())[-1].epoch == 3


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"{}", b"\x93NUMPY"])
def test_other_files_are_refused(tmp_path, content):
    path = tmp_path / "c.npz"
    path.write_bytes(content)
    with pytest.raises(FileProblem, match="is not a checkpoint, or it is damaged"):
        load_checkpoint(path)


def test_a_missing_file_and_pickles_are_refused(tmp_path):
    with pytest.raises(FileProblem, match="could not be read"):
        load_checkpoint(tmp_path / "none.npz")
    np.savez(tmp_path / "p.npz", head=np.array([{}], object))
    with pytest.raises(FileProblem, match="is not a checkpoint"):
        load_checkpoint(tmp_path / "p.npz")


def test_another_graph_is_refused(document, tmp_path):
    run = Trainer(document, Training(epochs=1))
    save_checkpoint(run, tmp_path / "c.npz")
    document.graph.set_value("n3", [1.0, 2.0])
    document.graph.set_value("n2", np.ones((2, 2)))
    with pytest.raises((TrainingError, ge.GraphError)):
        resume_checkpoint(document, load_checkpoint(tmp_path / "c.npz"))
    other = ge.from_formula("w*w")
    w = other.graph.id_of("w")
    other.graph.replace(other.graph.node(w).__class__(w, "parameter", "w", 1.0))
    with pytest.raises(TrainingError, match="belongs to another graph"):
        resume_checkpoint(other, load_checkpoint(tmp_path / "c.npz"))


def test_a_failed_write_leaves_the_one_before(document, tmp_path, monkeypatch):
    run, path = Trainer(document, Training(epochs=1)), tmp_path / "c.npz"
    save_checkpoint(run, path)
    before = path.read_bytes()
    list(run.run())

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(FileProblem, match="No space left on device"):
        save_checkpoint(run, path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]
