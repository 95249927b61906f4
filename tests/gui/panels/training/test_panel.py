"""The training panel under real clicks and keys."""

from __future__ import annotations

import os
import signal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from graph_engine.document import edits
from graph_engine.graph import same_value
from gui.panels.training import TrainingPanel
from gui.session import files, own_data
from tests.hand import CONTROL, SHIFT

LONG = 20_000


@pytest.fixture
def panel(window):
    return window.panel(TrainingPanel)


@pytest.fixture
def until(qtbot):
    return lambda condition: qtbot.waitUntil(condition, timeout=LONG)


@pytest.fixture
def press(panel, hand):
    """Clicks a button of the panel."""
    return lambda name: hand.click(hand.on(panel.buttons[name]))


def parameters(session):
    return {n.name: n.value for n in session.document.graph.nodes if n.kind == "parameter"}


def write(hand, field, text):
    field.window().panel(TrainingPanel).form.ensureWidgetVisible(field)
    QApplication.processEvents()
    assert field.visibleRegion().contains(field.rect().center())
    hand.click(hand.on(field))
    field.selectAll()
    hand.type(text)


def follow(panel):
    """Clicks the link of the message."""
    panel.message.linkActivated.emit(panel.message.text().partition('href="')[2].partition('"')[0])


def test_the_panel_comes_with_a_document_that_has_a_set_up_and_goes_with_it(window, opened):
    dock = window.docks["training"]
    assert not dock.isVisible()
    opened("spiral")
    assert dock.isVisible()
    opened("apple_tax")
    assert not dock.isVisible()


def test_a_panel_that_was_opened_by_hand_stays(window, opened):
    opened("apple_tax")
    window.docks["training"].toggleViewAction().trigger()
    opened("two_paths")
    assert window.docks["training"].isVisible()


def test_training_by_the_button(panel, press, opened, until):
    session = opened("spiral")
    assert panel.trace.run is None
    press("train")
    assert panel.buttons["train"].text() == "Pause"
    run = session.runs.current
    until(lambda: run.state == "finished")
    assert panel.buttons["train"].text() == "Train"
    assert panel.progress.text().startswith("epoch 200 / 200 · loss ")
    assert (panel.left.text(), panel.bar.value()) == ("done", 1000)
    assert not panel.message.isVisible()
    assert panel.trace.run is run
    assert not panel.trace.grab().isNull()


def test_pause_and_go_on_by_the_keyboard(panel, hand, opened, until):
    session = opened("spiral")
    session.do(edits.SetTraining(session.document.training.with_changes(epochs=0)), "Endless")
    hand.key(Qt.Key.Key_F4)
    run = session.runs.current
    until(lambda: run.done > 10)
    hand.key(Qt.Key.Key_F4)
    until(lambda: run.state == "paused")
    assert panel.buttons["train"].text() == "Go on"
    assert panel.left.text() == "paused"
    assert panel.progress.text().startswith(f"epoch {run.epoch} · loss ")
    done = run.done
    hand.key(Qt.Key.Key_F4)
    until(lambda: run.done > done)
    hand.key(Qt.Key.Key_F4, SHIFT)
    until(lambda: run.state == "stopped")
    assert not panel.buttons["stop"].isEnabled()
    assert session.runs.runs == [run]


def test_the_table_of_111_steps_by_single_steps(panel, hand, press, opened, until):
    session = opened("network_2_2_1")
    for n in range(1, 4):
        hand.key(Qt.Key.Key_F10)
        until(lambda n=n: session.runs.current.done == n and session.runs.current.state == "paused")
    run = session.runs.current
    assert panel.progress.text().startswith("step 3 / ")
    press("train")
    until(lambda: run.state == "finished")
    assert (run.done, run.steps.loss[0], run.steps.loss[-1]) == (111, 0.01810390383656677, 9.439725980743902e-08)
    assert panel.left.text() == "done: the loss fell to the limit"


def test_both_orders_and_the_eleven_steps_are_reached_through_the_form(panel, hand, press, opened, until):
    session = opened("network_2_2_1")
    hand.click(hand.on(panel.more))
    form = panel.form

    def choose(name, value):
        box = form.fields[name]
        box.setFocus()
        while box.currentData() != value:
            hand.key(Qt.Key.Key_Down if box.currentIndex() < box.findData(value) else Qt.Key.Key_Up)

    def train():
        press("train")
        run = session.runs.current
        until(lambda: session.runs.active is None)
        press("rewind")
        return run.done, run.steps.loss[-1]

    assert train() == (111, 9.439725980743902e-08)
    choose("update", "in_turn")
    assert form.fields["order"].isVisible()
    write(hand, form.fields["order"], "w35, w45, w13, w23, w14, w24")
    assert train() == (111, 9.2572362633313e-08)
    choose("optimizer", "rmsprop")
    for name, text in (("rate", "0.1"), ("beta", "0.999")):
        write(hand, form.fields[name], text)
    write(hand, form.fields["epsilon"], "0.01")
    assert train() == (11, pytest.approx(2.803287637675012e-08, rel=1e-12))
    choose("update", "together")
    assert train() == (11, pytest.approx(3.896031423024269e-08, rel=1e-12))
    assert [run.colour for run in session.runs.runs] == [0, 1, 2, 3]


def test_changes_of_the_set_up_are_undone_and_refused_in_place(panel, hand, opened):
    session = opened("spiral")
    rate = panel.form.fields["rate"]
    write(hand, rate, "0.25")
    assert session.document.training.rate == 0.25
    assert session.history.undoText() == "Change learning rate"
    write(hand, rate, "-1")
    assert rate.property("wrong")
    assert "-1" in panel.message.text()
    hand.click(hand.on(panel.form.fields["seed"]))
    assert not panel.message.isVisible()
    assert rate.text() == "0.25"
    session.history.undo()
    assert session.document.training.rate == 0.1
    assert rate.text() == "0.1"
    assert not session.history.canUndo()


def test_what_zero_stands_for_is_said_in_words(panel, hand, opened):
    session = opened("spiral")
    batch = panel.form.fields["batch"]
    write(hand, batch, "0")
    assert session.document.training.batch == 0
    hand.click(hand.on(panel.form.fields["seed"]))
    assert (batch.text(), batch.placeholderText()) == ("", "as in the data")
    write(hand, batch, "32")
    assert session.document.training.batch == 32
    hand.key(Qt.Key.Key_A, CONTROL)
    hand.key(Qt.Key.Key_Backspace)
    assert session.document.training.batch == 0
    assert not batch.property("wrong")


def test_another_optimizer_brings_its_own_fields(panel, hand, opened):
    session = opened("spiral")
    assert "momentum" in panel.form.fields
    box = panel.form.fields["optimizer"]
    box.setFocus()
    hand.key(Qt.Key.Key_End)
    assert session.document.training.optimizer == "adam"
    assert {"beta1", "beta2", "epsilon"} <= set(panel.form.fields)
    assert "momentum" not in panel.form.fields
    write(hand, panel.form.fields["beta1"], "0.8")
    assert session.document.training.setting("beta1") == 0.8


def test_a_graph_without_parameters_says_so_and_shows_the_node(panel, press, window, opened, until):
    session = opened("apple_tax")
    window.open_panel("training")
    press("train")
    until(lambda: panel.message.isVisible())
    assert "There is nothing to train: no parameter feeds “price”." in panel.message.text()
    follow(panel)
    assert session.selection.only_node == session.document.graph.id_of("price")


def test_a_run_that_diverges_says_at_which_step(panel, press, opened, until):
    session = opened("linear_regression")
    session.do(edits.SetTraining(session.document.training.with_changes(rate=60.0)), "Too much")
    before = parameters(session)
    press("train")
    until(lambda: panel.message.isVisible())
    assert " at step " in panel.message.text()
    assert "learning rate" in panel.message.text()
    assert all(same_value(value, before[name]) for name, value in parameters(session).items())


def test_a_process_that_is_killed_is_said_and_its_checkpoint_taken_up(panel, press, hand, opened, until):
    session = opened("spiral")
    press("epoch")
    run = session.runs.current
    until(lambda: run.state == "paused" and run.checkpoint_step == 8)
    os.kill(session.runs.process.process.processId(), signal.SIGKILL)
    until(lambda: panel.message.isVisible())
    assert "Its last checkpoint is of step 8." in panel.message.text()
    follow(panel)
    until(lambda: run.state == "finished")
    assert run.done == 1600
    assert not panel.message.isVisible()


def test_a_new_set_up_waits_for_the_next_run(panel, press, hand, opened, until):
    session = opened("spiral")
    press("step")
    until(lambda: session.history.count() == 1)
    write(hand, panel.form.fields["rate"], "0.2")
    assert "takes effect in the next run" in panel.message.text()


def test_everything_can_be_told_to_the_eye_in_a_narrow_dock(panel, window, opened):
    opened("spiral")
    window.resize(900, 640)
    QTest.qWait(10)
    assert not panel.trace.isVisible()
    assert panel.buttons["train"].isVisible()


def test_data_that_hold_no_number_are_refused_by_row_and_column(panel, press, opened, until, tmp_path):
    session = opened("linear_regression")
    (tmp_path / "a.csv").write_text("x,y\n1,2\n3,nan\n5,6\n")
    assert files.save(session, tmp_path / "graph.json")
    column = next(node.id for node in session.document.graph.nodes if node.kind == "data")
    session.do(own_data.point_at(session.document, column, file="a.csv"), "Other data")
    press("train")
    until(lambda: panel.message.isVisible())
    assert "“x”: a.csv, line 3, column “y”: a value is missing." in panel.message.text()
    (tmp_path / "a.csv").unlink()
    press("train")
    until(lambda: "there is no file a.csv" in panel.message.text().lower())


def test_a_loss_that_is_no_single_number_is_refused(panel, press, opened, until):
    session = opened("spiral")
    session.do(edits.SetTarget(session.document.graph.id_of("scores")), "Target")
    press("train")
    until(lambda: panel.message.isVisible())
    assert "training needs a single number" in panel.message.text()


def test_the_other_language_finds_the_run_where_it_is(app, panel, press, opened, until):
    session = opened("spiral")
    session.do(edits.SetTraining(session.document.training.with_changes(epochs=0)), "Endless")
    press("train")
    run = session.runs.current
    until(lambda: run.done > 0)
    app.speak("zh_CN")
    QApplication.processEvents()
    there = app.window.panel(TrainingPanel)
    assert there.buttons["train"].text() == "暂停"
    done = run.done
    until(lambda: run.done > done and there.trace.run is run)
    session.runs.stop()
    until(lambda: run.state == "stopped")
    assert there.left.text() == "已停止"


def test_closing_the_program_ends_the_process(app, panel, press, opened, until):
    session = opened("digits")
    press("train")
    until(lambda: session.runs.current.done > 0)
    process = session.runs.process.process
    pid = process.processId()
    session.runs.close()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
