"""The look of plain widgets, from the tokens."""

from __future__ import annotations

from pathlib import Path

from .tokens import Tokens

_CONTROLS = (Path(__file__).resolve().parents[1] / "resources" / "controls").as_posix()


def stylesheet(t: Tokens) -> str:
    shade = "dark" if t.dark else "light"
    return f"""
QMainWindow, QDialog {{ background: {t.panel}; }}
QMainWindow::separator {{ background: {t.line}; width: 1px; height: 1px; }}
QMainWindow::separator:hover {{ background: {t.forward}; }}
QToolTip {{ background: {t.card}; color: {t.text}; border: 1px solid {t.line}; padding: 4px 6px; }}

QMenuBar {{ background: {t.panel}; color: {t.text}; padding: 2px 6px; }}
QMenuBar::item {{ padding: 5px 9px; border-radius: 5px; }}
QMenuBar::item:selected {{ background: {t.hover}; }}
QMenu {{ background: {t.card}; color: {t.text}; border: 1px solid {t.line}; padding: 5px; }}
QMenu::item {{ padding: 6px 26px 6px 12px; border-radius: 5px; }}
QMenu::item:selected {{ background: {t.hover}; }}
QMenu::item:disabled {{ color: {t.muted}; }}
QMenu::separator {{ height: 1px; background: {t.line}; margin: 5px 8px; }}
QMenu::icon {{ padding-left: 8px; }}
QMenu::indicator {{ width: 12px; height: 12px; padding-left: 8px; }}
QMenu::indicator:checked {{ image: url("{_CONTROLS}/check_{shade}.svg"); }}

QToolBar {{ background: {t.panel}; border: none; border-bottom: 1px solid {t.line}; spacing: 2px; padding: 4px 8px; }}
QToolBar::separator {{ background: {t.line}; width: 1px; margin: 5px 7px; }}
QToolButton {{ background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 5px; color: {t.text}; }}
QToolButton:hover {{ background: {t.hover}; }}
QToolButton:pressed, QToolButton:checked {{ background: {t.forward_soft}; }}
QToolButton:focus {{ border-color: {t.forward}; }}
QToolButton::menu-indicator {{ image: none; }}

QStatusBar {{ background: {t.panel}; color: {t.muted}; border-top: 1px solid {t.line}; }}
QStatusBar::item {{ border: none; }}
QStatusBar QLabel {{ color: {t.muted}; padding: 1px 8px; }}

QDockWidget {{ color: {t.text}; font-weight: 600; titlebar-close-icon: url("{_CONTROLS}/close_{shade}.svg"); }}
QDockWidget::close-button {{ border: none; padding: 2px; }}
QDockWidget::close-button:hover {{ background: {t.hover}; border-radius: 4px; }}
QDockWidget::title {{ background: {t.panel}; padding: 8px 14px 6px 14px; text-align: left; }}
QTabBar {{ background: {t.panel}; }}
QTabBar::tab {{ background: transparent; color: {t.muted}; padding: 7px 14px; border-bottom: 2px solid transparent; }}
QTabBar::tab:selected {{ color: {t.text}; border-bottom-color: {t.backward}; }}
QTabBar::tab:hover {{ color: {t.text}; }}

QLineEdit, QComboBox, QDoubleSpinBox, QSpinBox, QPlainTextEdit {{
    background: {t.field}; color: {t.text}; border: 1px solid {t.line}; border-radius: 6px; padding: 4px 8px;
    selection-background-color: {t.forward}; selection-color: {t.card};
}}
QLineEdit:focus, QComboBox:focus, QDoubleSpinBox:focus, QPlainTextEdit:focus {{ border-color: {t.forward}; }}
QLineEdit[wrong="true"] {{ border-color: {t.error}; }}
QLineEdit:disabled, QComboBox:disabled {{ color: {t.muted}; }}
QComboBox::drop-down {{ border: none; width: 22px; }}
QComboBox::down-arrow {{ image: url("{_CONTROLS}/chevron_{shade}.svg"); width: 12px; height: 12px; }}
QComboBox QAbstractItemView {{ background: {t.card}; color: {t.text}; border: 1px solid {t.line}; outline: none; }}

QPushButton {{ background: {t.card}; color: {t.text}; border: 1px solid {t.line}; border-radius: 6px; padding: 6px 14px; }}
QPushButton:hover {{ background: {t.hover}; }}
QPushButton:focus {{ border-color: {t.forward}; }}
QPushButton:default {{ background: {t.forward}; color: {t.card}; border-color: {t.forward}; }}

QTreeView, QListView, QTableView, QTreeWidget {{
    background: {t.panel}; color: {t.text}; border: none; outline: none; alternate-background-color: {t.card};
    selection-background-color: {t.forward_soft}; selection-color: {t.text};
}}
QTreeView::item {{ padding: 3px 2px; border-radius: 6px; }}
QTreeView::item:hover, QListView::item:hover {{ background: {t.hover}; }}
QTreeView::item:selected, QListView::item:selected, QTableView::item:selected {{ background: {t.forward_soft}; color: {t.text}; }}
QTableView::item {{ padding: 0 6px; border: none; }}
QTableView {{ gridline-color: {t.line}; background: {t.card}; }}
QHeaderView {{ background: {t.panel}; }}
QHeaderView::section {{
    background: {t.panel}; color: {t.muted}; border: none; border-bottom: 1px solid {t.line}; padding: 5px 6px;
}}
QHeaderView::up-arrow, QHeaderView::down-arrow {{ image: url("{_CONTROLS}/chevron_{shade}.svg"); width: 9px; height: 9px; }}
QScrollArea, QScrollArea > QWidget > QWidget {{ background: {t.panel}; border: none; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 2px; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 2px; }}
QScrollBar::handle {{ background: {t.line}; border-radius: 3px; min-height: 28px; min-width: 28px; }}
QScrollBar::handle:hover {{ background: {t.muted}; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{ background: none; border: none; width: 0; height: 0; }}

QFrame#card, QFrame#bar {{ background: {t.card}; border: 1px solid {t.line}; border-radius: 10px; }}
QFrame#bar {{ border-radius: 14px; }}
QLabel#muted {{ color: {t.muted}; }}
QLabel#section {{ color: {t.muted}; font-size: 11px; font-weight: 600; }}
QLabel#heading {{ font-size: 17px; font-weight: 700; }}
QLabel#error {{ color: {t.error}; }}
"""
