"""File → Export: chosen with the mouse, looked at, saved, copied; refusals stand in the dialog."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from shiboken6 import Shiboken

from graph_engine import export
from gui.actions.exporting import ExportDialog
from tests.hand import CONTROL, SHIFT


@pytest.fixture
def save_as(monkeypatch):
    """Where the dialog for files says to save; what it was asked."""
    answer = {"name": "", "asked": []}

    def dialog(_parent, title, start, kinds):
        answer["asked"].append((title, start, kinds))
        return str(answer["name"]), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", dialog)
    return answer


@pytest.fixture
def dialog(hand, apple_tax, window, qtbot):
    hand.view.setFocus()
    hand.key(Qt.Key.Key_E, CONTROL)
    found = window.findChild(ExportDialog)
    assert found.isVisible()
    yield found
    if Shiboken.isValid(found):
        found.close()


def pick(qtbot, dialog, label):
    """Clicks a form in the list."""
    item = dialog.list.findItems(label, Qt.MatchFlag.MatchExactly)[0]
    qtbot.mouseClick(dialog.list.viewport(), Qt.MouseButton.LeftButton, pos=dialog.list.visualItemRect(item).center())


def press(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_every_exporter_and_every_picture_is_offered(dialog):
    shown = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    assert shown[:3] == ["Figure as PNG", "Figure as SVG", "Figure as PDF"]
    assert set(shown[3:]) == {str(target.label) for target in export.every() if target.suffix != ".svg"}


def test_a_figure_is_seen_before_it_is_saved(dialog, qtbot, save_as, tmp_path):
    assert not dialog.picture.pixmap().isNull()
    save_as["name"] = tmp_path / "figure.png"
    press(qtbot, dialog.save)
    assert (tmp_path / "figure.png").read_bytes().startswith(b"\x89PNG")
    assert save_as["asked"][0][1].endswith("apple_tax.png") or save_as["asked"][0][1].endswith(".png")


def test_a_program_is_shown_saved_and_runs(dialog, qtbot, save_as, tmp_path, said):
    pick(qtbot, dialog, "NumPy program")
    assert "class MulLayer:" in dialog.text.toPlainText()
    save_as["name"] = tmp_path / "program"
    press(qtbot, dialog.save)
    path = tmp_path / "program.py"
    assert subprocess.run([sys.executable, str(path)], capture_output=True, check=False).returncode == 0
    assert said[-1] == "Exported program.py"


def test_options_change_what_is_drawn(dialog, qtbot):
    before = dialog.picture.pixmap().toImage()
    press(qtbot, dialog.options.derivatives)
    assert not dialog.options.order.derivatives
    assert dialog.picture.pixmap().toImage() != before
    pick(qtbot, dialog, "NumPy program")
    assert not dialog.options.isVisible()


def test_copying_a_figure_gives_pixels_and_svg(dialog, qtbot, qapp):
    press(qtbot, dialog.copy)
    data = qapp.clipboard().mimeData()
    assert data.hasImage()
    assert b"<svg" in bytes(data.data("image/svg+xml"))


def test_copying_a_text_gives_the_text(dialog, qtbot, qapp):
    pick(qtbot, dialog, "LaTeX derivation")
    press(qtbot, dialog.copy)
    assert r"\documentclass" in qapp.clipboard().text()


def test_a_refusal_stands_in_the_dialog(dialog, qtbot, save_as, tmp_path):
    pick(qtbot, dialog, "Graphviz DOT")
    save_as["name"] = tmp_path / "nowhere" / "a.dot"
    press(qtbot, dialog.save)
    assert dialog.isVisible()
    assert "could not be written" in dialog.refusal.text()
    assert dialog.preview.currentWidget() is dialog.refusal
    assert not dialog.save.isEnabled()
    pick(qtbot, dialog, "NumPy program")
    assert dialog.save.isEnabled()


def test_the_graph_itself_is_never_written_over(dialog, qtbot, save_as, tmp_path, session):
    path = tmp_path / "graph.json"
    path.write_text("mine")
    session.saved_at(path)
    pick(qtbot, dialog, "networkx node-link JSON")
    save_as["name"] = path
    press(qtbot, dialog.save)
    assert "is the graph itself" in dialog.refusal.text()
    assert path.read_text() == "mine"
    assert save_as["asked"][0][1].endswith("graph.export.json")


def test_nothing_to_export_is_said(hand, session, window, qtbot):
    assert not window.actions_made.made["file.export"].isEnabled()


def test_the_selection_is_copied_as_a_picture_by_keys(hand, apple_tax, window, qapp, said):
    hand.view.setFocus()
    hand.key(Qt.Key.Key_C, CONTROL | SHIFT)
    whole = qapp.clipboard().image().width()
    hand.click(hand.node("tax"))
    hand.key(Qt.Key.Key_C, CONTROL | SHIFT)
    assert 0 < qapp.clipboard().image().width() < whole
    assert said[-1] == "Copied as a picture"
