from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel


def shown(window):
    """The text of the dialog that is open."""
    (dialog,) = [d for d in window.findChildren(QDialog) if d.isVisible()]
    return dialog, dialog.findChild(QLabel).text()


def test_the_sheet_of_shortcuts_names_every_action_that_has_a_key(hand, window, qapp):
    hand.view.setFocus()
    hand.key(Qt.Key.Key_F1)
    dialog, text = shown(window)
    for action in window.actions_made.declared.values():
        assert not action.shortcuts or action.text.rstrip(" …") in text
    assert "Ctrl+Shift+Z" in text
    dialog.close()


def test_about_names_the_versions(window):
    window.actions_made.trigger("help.about")
    dialog, text = shown(window)
    assert "Python 3." in text
    assert "Qt 6." in text
    dialog.close()
