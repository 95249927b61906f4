"""Each lesson, from its card to its end, with mouse and keyboard alone: whatever a step waits for can be done."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt

from graph_engine.lessons import lessons
from gui.panels.lesson import LessonPanel
from tests.hand import Hand

LESSONS = list(lessons())


class Learner:
    """Reads what a step waits for and does it."""

    def __init__(self, window, qapp) -> None:
        self.window, self.session, self.hand, self.qapp = window, window.session, Hand(window), qapp
        self.panel = window.panel(LessonPanel)
        self.added = 0

    def name(self, word: str) -> str:
        graph = self.session.document.graph
        if not word.startswith("@"):
            return word
        return [node.name for node in graph.nodes if node.kind == word[1:]][-1]

    def do(self, wait) -> None:
        getattr(self, f"_{wait.kind}")(wait)

    def _read(self, wait) -> None:
        pass

    def _select(self, wait) -> None:
        names = [self.name(word) for word in wait.of[:2]]
        self.hand.click(self.hand.node(names[0]) if len(names) == 1 else self.hand.wire(*names, wait.of[2]))
        self.hand.key(Qt.Key.Key_Escape)  # a number of the wire may have been hit, and explained

    def _set(self, wait) -> None:
        self.hand.double_click(self.hand.node(wait.of[0]))
        self.hand.type(f"{wait.to:.12g}")
        self.hand.key(Qt.Key.Key_Return)

    def _add(self, wait) -> None:
        self.added += 1
        self.hand.drag(self.hand.entry(wait.of[0]), self.hand.corner() + QPoint(180 * self.added, 60))

    def _connect(self, wait) -> None:
        source, target = (self.name(word) for word in wait.of[:2])
        self.hand.drag(self.hand.output(source), self.hand.input(target, wait.of[2]))

    def _step(self, wait) -> None:
        bar, head = self.window.area.bar, self.session.playhead
        trace = self.session.results.trace
        last = {"forward": trace.forward, "end": len(trace)}[wait.of[0]]
        while head.resting or head.position < last:
            self.hand.click(self.hand.on(bar.buttons[3][0]))

    def _target(self, wait) -> None:
        box, wanted = self.window.area.bar.target, self.name(wait.of[0])
        box.setFocus()
        places = [box.itemText(place) for place in range(box.count())]
        way = places.index(wanted) - box.currentIndex()
        for _ in range(abs(way)):
            self.hand.key(Qt.Key.Key_Down if way > 0 else Qt.Key.Key_Up)

    def _answer(self, wait) -> None:
        self.hand.click(self.hand.on(self.panel.field))
        self.hand.type("12345.678")
        self.hand.key(Qt.Key.Key_Return)
        assert not self.session.course.done, "a wrong answer is none"
        self.hand.type(repr(self.session.course.solution()))
        self.hand.key(Qt.Key.Key_Return)


def play(app, qapp, lesson, language: str) -> None:
    if language != "en":
        app.speak(language)
        qapp.processEvents()
    app.window.resize(1600, 1000)
    app.window.area.view.glide.lasts = app.window.area.view.travel.lasts = 0
    app.window.open_panel("lessons")
    qapp.processEvents()
    learner = Learner(app.window, qapp)
    hand, panel, course = learner.hand, learner.panel, app.session.course
    button = panel.list.buttons[LESSONS.index(lesson)]
    panel.area.ensureWidgetVisible(button)
    qapp.processEvents()
    hand.click(button.mapTo(app.window, QPoint(20, 12)))
    assert course.lesson is not None
    assert panel.title.text() == lesson.title[language].replace("&", "&amp;")
    for number, step in enumerate(lesson.steps):
        assert course.at == number
        assert step.text[language][:8] in panel.text.text().replace("&amp;", "&").replace("&#x27;", "'").replace(
            "&quot;", '"'
        )
        assert course.done == (step.wait.kind == "read")
        learner.do(step.wait)
        assert course.done, step.text["en"]
        panel.area.ensureWidgetVisible(panel.next)
        qapp.processEvents()
        hand.click(hand.on(panel.next))
    assert course.lesson is None
    assert panel.list.isVisible()
    if language != "en":
        app.speak("en")
        qapp.processEvents()


@pytest.mark.parametrize("place", range(0, len(LESSONS), 2), ids=lambda place: LESSONS[place].name)
def test_a_lesson_is_played_in_english(app, qapp, place):
    play(app, qapp, LESSONS[place], "en")


@pytest.mark.parametrize("place", range(1, len(LESSONS), 2), ids=lambda place: LESSONS[place].name)
def test_a_lesson_is_played_in_chinese(app, qapp, place):
    play(app, qapp, LESSONS[place], "zh_CN")


@pytest.mark.slow
@pytest.mark.parametrize("place", range(len(LESSONS)), ids=lambda place: LESSONS[place].name)
def test_every_lesson_in_the_other_language(app, qapp, place):
    play(app, qapp, LESSONS[place], "zh_CN" if place % 2 == 0 else "en")
