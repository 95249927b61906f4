"""Lessons in the window: begun from the start page, walked by hand, said in the language that is spoken."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from graph_engine.document import compose, edits
from graph_engine.graph import Edge, make_node
from graph_engine.lessons import lessons
from gui.panels.lesson import LessonPanel

EVERY = pytest.mark.parametrize("lesson", lessons(), ids=lambda lesson: lesson.name)


@pytest.fixture
def panel(window, qapp):
    window.open_panel("lessons")
    qapp.processEvents()
    return window.panel(LessonPanel)


def do(session, wait) -> None:
    """What a person does on the canvas, by the edits it leads to."""
    graph = session.document.graph

    def id(name):
        if name.startswith("@"):
            return [node.id for node in graph.nodes if node.kind == name[1:]][-1]
        return graph.id_of(name)

    match wait.kind:
        case "select" if len(wait.of) == 1:
            session.selection.set([id(wait.of[0])])
        case "select":
            session.selection.set(edges=[Edge(id(wait.of[0]), id(wait.of[1]), wait.of[2])])
        case "set":
            session.do(edits.SetValue(id(wait.of[0]), wait.to), "Set")
        case "add":
            node = make_node(graph.fresh_id(), wait.of[0], graph.fresh_name(wait.of[0]), None, {})
            session.do(edits.AddNode(node, (0.0, 400.0)), "Add")
        case "connect":
            session.do(edits.Connect(Edge(id(wait.of[0]), id(wait.of[1]), wait.of[2])), "Connect")
        case "step":
            trace = session.results.trace
            session.playhead.go({"forward": trace.forward, "end": len(trace)}[wait.of[0]])
        case "target":
            session.do(edits.SetTarget(id(wait.of[0])), "Target")


@EVERY
def test_a_lesson_is_walked_to_its_end(session, panel, qapp, lesson):
    panel.chosen.emit(lesson)
    course = session.course
    assert course.lesson is lesson
    for number, step in enumerate(lesson.steps):
        assert course.at == number
        assert step.text["en"][:20].split("“")[0][:12] in panel.text.text().replace("&amp;", "&").replace("&#x27;", "'")
        if step.wait.kind == "answer":
            assert panel.field.isVisible()
            assert not course.done
            panel.field.setText(repr(course.solution()))
            panel.field.returnPressed.emit()
        else:
            do(session, step.wait)
        assert course.done, step.text["en"]
        panel.next.click()
    assert course.lesson is None
    assert panel.list.isVisible()


def test_apple_tax_by_hand(hand, session, window, qapp):
    hand.click(hand.on(next(b for b in window.area.start_page.findChildren(type(window.area.banner.stop))
                            if b.text() == "Lessons …")))  # fmt: skip
    panel = window.panel(LessonPanel)
    hand.click(hand.on(panel.list.buttons[0]))
    assert panel.title.text() == "Apple tax"
    assert panel.count.text() == "Step 1 of 9"
    hand.click(hand.on(panel.next))
    assert not panel.next.isEnabled()
    hand.click(hand.node("apple total"))
    assert panel.next.isEnabled()
    hand.click(hand.on(panel.next))
    assert panel.field.hasFocus()
    hand.type("199")
    hand.key(Qt.Key.Key_Return)
    assert "Not yet" in panel.verdict.text()
    hand.type("two")
    hand.key(Qt.Key.Key_Return)
    assert "not known yet" in panel.verdict.text()
    panel.field.selectAll()
    hand.type("100 * 2")
    hand.key(Qt.Key.Key_Return)
    assert "200" in panel.verdict.text()
    hand.key(Qt.Key.Key_Return)
    assert session.course.at == 3
    hand.view.setFocus()
    for _ in range(2):
        hand.key(Qt.Key.Key_Period)
    assert session.course.done
    hand.click(hand.on(panel.next))
    hand.click(hand.on(panel.back))
    assert session.course.at == 3
    assert session.course.done
    hand.click(hand.on(panel.leave))
    assert session.course.lesson is None


def test_show_me_gives_the_answer(session, panel):
    session.course.begin(lessons()[0])
    for step in lessons()[0].steps[:2]:
        do(session, step.wait)
        session.course.next()
    panel.tell.click()
    assert session.course.done
    assert panel.field.text() == "200"


def test_another_document_ends_it(session, panel, opened):
    session.course.begin(lessons()[0])
    assert panel.title.isVisible()
    opened("two_paths")
    assert session.course.lesson is None
    assert panel.list.isVisible()


def test_it_speaks_chinese(app, qapp):
    app.speak("zh_CN")
    qapp.processEvents()
    window = app.window
    window.open_panel("lessons")
    qapp.processEvents()
    panel = window.panel(LessonPanel)
    app.session.course.begin(lessons()[1])
    qapp.processEvents()
    assert panel.title.text() == "链式法则"
    assert panel.text.text().startswith("复合函数分步计算")
    app.speak("en")
    qapp.processEvents()
    window = app.window
    window.open_panel("lessons")
    qapp.processEvents()
    assert window.panel(LessonPanel).title.text() == "The chain rule"


def test_a_number_that_was_deleted_is_asked_for_in_vain_but_without_an_error(session, panel, qapp):
    lesson = next(lesson for lesson in lessons() if any(step.wait.kind == "answer" for step in lesson.steps))
    panel.chosen.emit(lesson)
    course = session.course
    course._enter(next(at for at, step in enumerate(lesson.steps) if step.wait.kind == "answer"))
    document = session.document
    session.do(compose.remove(document, list(document.positions)), "Delete")
    qapp.processEvents()
    for button in (panel.tell, None):
        panel.field.setText("3")
        button.click() if button is not None else panel.field.returnPressed.emit()
        assert "is not there any more" in panel.verdict.text()
    assert not course.done
