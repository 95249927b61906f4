"""Runs: what they record, what they leave in the document, and when they keep their hands off it."""

from __future__ import annotations

import os
import signal

import numpy as np
import pytest

from graph_engine.document import edits
from graph_engine.graph import same_value
from graph_engine.storage import example, to_bytes
from gui.session import Session
from gui.session.columns import Columns, Samples

LONG = 20_000


@pytest.fixture
def begin(qapp):
    made = []

    def open_example(name, **changes):
        session = Session(example(name).open())
        if changes:
            training = session.document.training
            session.document.training = training.with_changes(**changes)
        made.append(session)
        return session

    yield open_example
    for session in made:
        session.runs.close()
        session.deleteLater()


@pytest.fixture
def until(qtbot):
    return lambda condition: qtbot.waitUntil(condition, timeout=LONG)


def weights(session):
    return {n.id: n.value for n in session.document.graph.nodes if n.kind == "parameter"}


def same(one, other):
    return one.keys() == other.keys() and all(same_value(one[id], other[id]) for id in one)


def test_columns_grow_and_are_cut():
    columns = Columns(2)
    for n in range(1000):
        columns.extend([n, n + 0.5], [None, 1.0])
    assert len(columns) == 2000
    assert columns.column(0)[-1] == 999.5
    assert np.isnan(columns.column(1)[0])
    columns.cut(0, 10)
    assert list(columns.column(0)[-2:]) == [9.5, 10]


def test_samples_have_a_row_for_each_step_that_was_measured():
    samples = Samples(3)
    samples.add(5, [1, 2, None])
    samples.add(9, [4, 5, 6])
    assert list(samples.step) == [5, 9]
    assert samples.values.shape == (2, 3)
    assert list(samples.values[1]) == [4, 5, 6]


def test_a_run_to_its_end_is_one_step_of_the_history(begin, until):
    session = begin("spiral", epochs=20)
    before = weights(session)
    session.runs.train()
    run = session.runs.current
    assert run.state == "starting"
    until(lambda: run.state == "finished")
    assert run.reason == "epochs"
    assert list(run.steps.step) == list(range(1, 161))
    assert list(run.epochs.epoch) == list(range(1, 21))
    assert run.epochs.test_accuracy[-1] > 0.6
    assert run.norms.values.shape == (len(run.norms), 4)
    assert same(weights(session), run.weights)
    assert (session.history.count(), session.history.undoText()) == (1, "Train 20 epochs")
    session.history.undo()
    assert same(weights(session), before)


def test_the_published_table_of_the_2_2_1_network(begin, until):
    session = begin("network_2_2_1")
    session.runs.train()
    run = session.runs.current
    until(lambda: run.state == "finished")
    assert run.reason == "loss"
    assert (run.done, run.steps.loss[0], run.steps.loss[-1]) == (111, 0.01810390383656677, 9.439725980743902e-08)


def test_pausing_and_going_on_is_one_step_of_the_history(begin, until):
    session = begin("spiral", epochs=0)
    session.runs.train()
    run = session.runs.current
    until(lambda: run.done > 20)
    session.runs.pause()
    until(lambda: run.state == "paused")
    first = run.done
    assert run.weights_step == first
    session.runs.train()
    until(lambda: run.done > first)
    session.runs.pause()
    until(lambda: run.state == "paused")
    assert session.runs.runs == [run]
    assert session.history.count() == 1
    assert same(weights(session), run.weights)


def test_while_it_works_the_canvas_shows_the_weights_and_the_history_nothing(begin, until):
    session = begin("spiral", epochs=0)
    before, heard = weights(session), []
    session.glimpsed.connect(lambda: heard.append(session.runs.current.done))
    session.runs.train()
    until(lambda: bool(heard))
    assert session.history.count() == 0
    assert same(weights(session), before)
    shown = {id: session.results.value(id) for id in before}
    assert not same(shown, before)
    assert same(shown, session.runs.current.weights)


def test_rewinding_brings_back_the_very_same_weights_and_the_same_numbers(begin, until):
    session = begin("spiral", epochs=5)
    before = weights(session)
    runs = session.runs
    assert not runs.can_rewind
    for _ in range(2):  # the second run goes on from the weights of the first
        runs.train()
        until(lambda: runs.active is None)
    runs.rewind()
    assert same(weights(session), before)
    assert session.history.undoText() == "Rewind"
    runs.train()
    until(lambda: runs.active is None)
    first, second, third = runs.runs
    assert list(first.steps.loss) == list(third.steps.loss) != list(second.steps.loss)


def test_rewinding_a_run_at_work_ends_it_first(begin, until):
    session = begin("spiral", epochs=0)
    before = weights(session)
    session.runs.train()
    run = session.runs.current
    until(lambda: run.done > 10)
    session.runs.rewind()
    until(lambda: run.state == "stopped")
    assert same(weights(session), before)


def test_reseeding_draws_other_weights_in_one_step(begin, until):
    session = begin("spiral")
    before, seed = weights(session), session.document.training.seed
    session.runs.reseed()
    assert not same(weights(session), before)
    assert session.document.training.seed == seed + 1
    session.history.undo()
    assert same(weights(session), before)


def test_one_step_is_told_in_full(begin, until):
    session = begin("network_2_2_1")
    before = weights(session)
    session.runs.step()
    run = session.runs.current
    until(lambda: session.history.count() == 1)
    update = run.update
    assert (update.step, update.rate, run.done) == (1, 1.0, 1)
    assert same(update.before, before)
    for id, value in weights(session).items():
        assert value == before[id] - update.deltas[id]
    session.runs.step()
    until(lambda: run.done == 2 and run.state == "paused" and session.history.undoText() == "Train 2 steps")
    assert session.runs.runs == [run]
    assert session.history.count() == 1


def test_one_step_is_the_end_of_the_timeline(begin, until):
    session = begin("network_2_2_1")
    head, graph = session.playhead, session.document.graph
    before = weights(session)
    session.runs.step()
    until(lambda: len(session.results.moved) == 6)
    trace = session.results.trace
    assert (trace.forward + trace.derived, trace.updates) == (29, 6)
    assert head.position == head.last == 35
    narration = head.narration()
    assert narration.title == "Update 6 of 6: parameter “w45”"
    assert list(narration.lines) == [
        "w ← w − rate · g",
        "w45 ← 0.9 − 0.0270016 = 0.872998",
        "with g = 0.0270016, rate = 1",
    ]
    assert same({id: session.results.value(id) for id in before}, before)
    head.go(30)
    assert head.seen().updated == {graph.id_of("w13")}
    assert session.results.gradient(graph.id_of("w45")) == session.results.moved[graph.id_of("w45")].gradient
    session.runs.go_on()
    until(lambda: session.runs.active is None)
    assert (session.results.moved, session.results.trace.updates, head.last) == ({}, 0, 29)


def test_one_step_shows_its_own_mini_batch_and_what_the_optimizer_remembers(begin, until):
    session = begin("spiral")
    x, w = (session.document.graph.id_of(name) for name in ("x", "W2"))
    session.runs.step()
    until(lambda: bool(session.results.moved))
    first = session.results.value(x)
    moved = session.results.moved[w]
    assert np.array_equal(moved.gradient, session.results.gradient(w))
    assert np.array_equal(moved.states["v"], moved.gradient)
    assert np.array_equal(moved.after, moved.before - moved.delta)
    lines = [str(line) for line in session.playhead.narration().lines]
    assert lines[0] == "v ← μv + g;  w ← w − rate · v"
    assert lines[2].startswith("with g = ")
    assert ", v = " in lines[2]
    assert lines[2].endswith(", rate = 0.1, momentum = 0.9")
    session.runs.step()
    until(lambda: session.runs.current.done == 2 and not np.array_equal(session.results.value(x), first))


def test_one_epoch_and_then_a_pause(begin, until):
    session = begin("spiral")
    session.runs.epoch()
    run = session.runs.current
    until(lambda: session.history.count() == 1)
    assert (run.state, run.done, run.epoch) == ("paused", 8, 2)
    assert session.history.undoText() == "Train one epoch"


def test_a_document_that_was_edited_is_not_written_to(begin, until):
    session = begin("spiral", epochs=0)
    said = []
    session.said.connect(lambda sentence, _: said.append(str(sentence)))
    session.runs.train()
    run = session.runs.current
    until(lambda: run.done > 10)
    id = next(iter(weights(session)))
    session.do(edits.SetValue(id, session.document.graph.node(id).value * 2), "Edit")
    edited = to_bytes(session.document)
    assert not run.attached
    assert said == [f"The graph has changed: “{run.name}” goes on with the one it began with."]
    done = run.done
    until(lambda: run.done > done + 10)
    session.runs.stop()
    until(lambda: run.state == "stopped")
    assert to_bytes(session.document) == edited
    assert session.history.undoText() == "Edit"
    assert same_value(session.results.value(id), session.document.graph.node(id).value)


def test_moving_a_node_does_not_part_them(begin, until):
    session = begin("spiral", epochs=0)
    session.runs.train()
    run = session.runs.current
    until(lambda: run.done > 10)
    session.do(edits.Move((("n1", (5.0, 5.0)),)), "Move")
    assert run.attached
    session.runs.pause()
    until(lambda: run.state == "paused")
    assert same(weights(session), run.weights)


def test_an_edit_while_it_rests_begins_a_new_run(begin, until):
    session = begin("spiral", epochs=0)
    session.runs.step()
    first = session.runs.current
    until(lambda: session.history.count() == 1)
    assert session.runs.can_go_on
    session.history.undo()
    assert not session.runs.can_go_on
    session.runs.step()
    until(lambda: session.runs.current is not first and session.runs.current.update is not None)
    assert first.state == "stopped"
    assert list(first.steps.loss) == list(session.runs.current.steps.loss)


def test_another_document_is_never_written_to(begin, until):
    session = begin("spiral", epochs=0)
    session.runs.train()
    run = session.runs.current
    until(lambda: run.done > 10)
    other = example("xor").open()
    text = to_bytes(other)
    session.replace(other, None)
    assert run.state == "stopped"
    assert session.runs.process.process is None
    assert session.runs.runs == [run]
    assert to_bytes(session.document) == text
    assert session.history.count() == 0


def test_a_run_that_cant_begin_says_why(begin, until):
    session = begin("apple_tax")
    session.runs.train()
    run = session.runs.current
    until(lambda: run.state == "failed")
    assert run.reason == "there is nothing to train: no parameter feeds “price”"
    assert session.document.graph.node(run.node).name == "price"
    assert session.history.count() == 0


def test_a_run_that_diverges_leaves_the_document_as_it_was(begin, until):
    session = begin("linear_regression", rate=50.0, epochs=200)
    before = weights(session)
    session.runs.train()
    run = session.runs.current
    until(lambda: run.state == "failed")
    assert "at step" in run.reason
    assert same(weights(session), before)
    assert same({id: session.results.value(id) for id in before}, before)


def test_a_process_that_is_killed_leaves_weights_and_a_checkpoint(begin, until):
    session = begin("spiral", epochs=60)
    session.runs.epoch()
    run = session.runs.current
    until(lambda: session.history.count() == 1 and run.checkpoint is not None)
    assert run.checkpoint.is_file()
    os.kill(session.runs.process.process.processId(), signal.SIGKILL)
    until(lambda: run.state == "lost")
    session.runs.go_on_from_checkpoint(run)
    until(lambda: run.state == "finished")
    assert list(run.steps.step) == list(range(1, 481))

    straight = begin("spiral", epochs=60)
    straight.runs.train()
    until(lambda: straight.runs.active is None)
    assert list(straight.runs.current.steps.loss) == list(run.steps.loss)


def test_runs_are_renamed_hidden_and_removed(begin, until):
    session = begin("xor", epochs=0)
    runs = session.runs
    runs.train()
    run = runs.current
    until(lambda: run.done > 0)
    runs.rename(run, "  mine ")
    runs.set_shown(run, False)
    assert (run.name, run.shown) == ("mine", False)
    runs.remove(run)
    assert (runs.runs, runs.current, runs.active) == ([], None, None)
    assert runs.process.process is None
