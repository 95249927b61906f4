"""Orange's canvas from the command until it is painted; leaves at once then. Run as a script."""

import os
import sys

from AnyQt.QtWidgets import QApplication
from Orange.canvas import __main__ as orange
from Orange.canvas.mainwindow import MainWindow

_show = MainWindow.show


def _show_and_leave(window):
    _show(window)
    QApplication.processEvents()
    window.grab()
    os._exit(0)


MainWindow.show = _show_and_leave
orange.main([sys.argv[0], "--no-splash", "--no-welcome"])
