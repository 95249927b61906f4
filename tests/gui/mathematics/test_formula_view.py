from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from graph_engine import ops
from graph_engine.explain.equations import local_equation, rule_equation
from graph_engine.expression import pieces, row
from graph_engine.graph import make_node
from gui.mathematics import FormulaView, lay_out
from gui.theme import Theme


@pytest.fixture
def view(qapp):
    made = FormulaView(Theme(qapp, "light"), 19, margin=10)
    made.resize(400, 100)
    made.show()
    yield made
    made.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.setStyleSheet("")


HALF = pieces.Fraction(pieces.Letters("1", "number"), pieces.Letters("x"))
ASKING = row(
    pieces.Letters("z"), pieces.EQUALS, pieces.Marked(HALF, "forward", "what x is"), pieces.Sign("+"), pieces.Root(HALF)
)


@pytest.mark.parametrize("op", ops.ALL, ids=lambda op: op.key)
@pytest.mark.parametrize("size", [9, 19, 38])
def test_every_formula_is_laid_out_inside_its_box(view, op, size):
    node = make_node("n", op.key, "n")
    for line in [rule_equation(node), *(local_equation(node, port) for port in op.ports)]:
        box = lay_out(line, size)
        assert box.marks
        for mark in box.marks:
            points = mark.points if hasattr(mark, "points") else ((mark.x, mark.y),)
            assert all(-1 <= x <= box.width + 1 and -box.ascent <= y <= box.descent + 1 for x, y in points)


def test_a_line_breaks_before_a_sign_where_it_is_too_long():
    long = row(*[part for _ in range(12) for part in (pieces.Letters("apples", "upright"), pieces.Sign("+"))])
    box = lay_out(long, 18, 300)
    assert box.width <= 300
    assert box.height > lay_out(long, 18).height * 3


def test_brackets_grow_with_what_they_hold():
    small, tall = (lay_out(pieces.Fence("(", inside, ")"), 20) for inside in (pieces.Letters("x"), HALF))
    assert tall.height > small.height * 1.4
    assert max(mark.tall for mark in tall.marks if hasattr(mark, "tall")) > 1.4


def test_what_is_clicked_is_asked(view):
    heard = []
    view.asked.connect(lambda asks, _: heard.append(asks))
    view.show_lines([ASKING])
    ((asks, area),) = view.links()
    QTest.mouseMove(view, area.center().toPoint())
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=area.center().toPoint())
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert heard == [asks] == ["what x is"]


def test_formulas_are_copied_as_latex_as_text_and_as_a_picture(view, qapp):
    view.show_lines([ASKING])
    view.open_menu(view.mapToGlobal(QPoint(5, 5)))
    menu = view.findChild(QMenu)
    words = [action.text() for action in menu.actions()]
    assert words == ["Copy as LaTeX", "Copy as text", "Copy as picture"]
    latex, text, image = menu.actions()
    latex.trigger()
    assert QGuiApplication.clipboard().text() == r"z = \frac{1}{x} + \sqrt{\frac{1}{x}}"
    text.trigger()
    assert QGuiApplication.clipboard().text() == "z = 1/x + √(1/x)" == view.accessibleName()
    image.trigger()
    assert QGuiApplication.clipboard().image().width() > 400
    menu.close()
    qapp.clipboard().clear()
