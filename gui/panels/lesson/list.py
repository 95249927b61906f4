"""All lessons, to choose one."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from graph_engine.lessons import Lesson

from ...i18n import language, tr
from ...theme import Theme


class LessonList(QWidget):
    chosen = Signal(object)

    def __init__(self, lessons: Iterable[Lesson], theme: Theme) -> None:
        super().__init__()
        self.buttons: list[QPushButton] = []
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(6))
        intro = QLabel(tr("Short tours, step by step. Each waits for what you do or answer."))
        intro.setObjectName("muted")
        intro.setWordWrap(True)
        layout.addWidget(intro)
        for number, lesson in enumerate(lessons, 1):
            layout.addWidget(self._button(number, lesson, theme))

    def _button(self, number: int, lesson: Lesson, theme: Theme) -> QPushButton:
        code = language()
        title, about = lesson.title.get(code, lesson.title["en"]), lesson.about.get(code, lesson.about["en"])
        button = QPushButton()
        button.setAccessibleName(f"{title}. {about}")
        inside = QVBoxLayout(button)
        inside.setContentsMargins(theme.px(12), theme.px(7), theme.px(12), theme.px(7))
        inside.setSpacing(theme.px(2))
        name, text = QLabel(f"{number}. {title}"), QLabel(about)
        name.setObjectName("title")
        text.setObjectName("muted")
        for label in (name, text):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            inside.addWidget(label)
        inside.addStretch(1)
        button.setMinimumHeight(theme.px(76))
        button.clicked.connect(lambda: self.chosen.emit(lesson))
        self.buttons.append(button)
        return button
