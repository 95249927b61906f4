"""Figures of the canvas: what is on them, told by their text; that they are sharp, told by their size."""

from __future__ import annotations

import re
from itertools import combinations
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontDatabase, QImage
from PySide6.QtSvg import QSvgRenderer

from graph_engine.errors import ExportError, GraphError
from graph_engine.storage import example, examples
from gui.canvas.captions import meet
from gui.canvas.figures import FORMATS, Order, Sheet, data_of, image_of, svg_of
from gui.session import Session
from gui.theme import UI_FAMILIES, load_fonts
from tests.whole_examples import WHOLE

TEXT = "{http://www.w3.org/2000/svg}text"


@pytest.fixture(autouse=True)
def fonts(qapp):
    load_fonts()


@pytest.fixture
def session(qapp):
    made = Session(example("two_paths").open())
    yield made
    made.deleteLater()


PLAIN = Order()


def drawn(session, order=PLAIN):
    sheet = Sheet(session, order)
    try:
        return svg_of(sheet)
    finally:
        sheet.close()


def texts(svg):
    return [element.text for element in ElementTree.fromstring(svg).iter(TEXT)]


@pytest.mark.parametrize("entry", WHOLE, ids=lambda entry: entry.name)
def test_every_example_is_drawn_with_real_text_in_fonts_that_ship(qapp, entry):
    document = entry.open()
    session = Session(document)
    svg = drawn(session)
    shown = texts(svg)
    hidden = {id for group in document.groups.values() if group.collapsed for id in group.members}
    short = {node.name for node in document.graph.nodes if len(node.name) < 16 and node.id not in hidden}
    assert short <= set(shown)
    assert UI_FAMILIES[0] in svg
    assert "<image" not in svg
    assert len(svg) < 4000 * (len(document.graph) + document.graph.edge_count) + 8000
    session.deleteLater()


@pytest.mark.parametrize("name", ["many_outputs", "network_2_2_1", "nine_paths"])
def test_texts_of_wires_stand_as_clear_as_on_the_canvas(qapp, name):
    session = Session(example(name).open())
    sheet = Sheet(session, PLAIN)
    svg_of(sheet)
    layer = sheet._scene.captions
    texts = [one for placed in layer._placed.values() for one in placed.areas]
    assert len(texts) > len(session.document.graph)
    assert not [(one, other) for one, other in combinations(texts, 2) if meet(one, other)]
    assert not [(one, other) for one in texts for other in layer._solid if meet(one, other)]
    sheet.close()
    session.deleteLater()


def test_the_numbers_and_the_marks_of_derivatives_stand_on_it(session):
    shown = texts(drawn(session))
    assert "∂e/∂b = 5" in shown
    assert "∂ = 2" in shown
    assert "6" in shown


def test_values_alone_have_no_derivatives(session):
    shown = " ".join(texts(drawn(session, Order(derivatives=False))))
    assert "∂" not in shown
    assert "6" in shown


def test_the_step_that_is_shown_is_the_step_that_is_drawn(session):
    session.playhead.go(1)
    shown = texts(drawn(session))
    assert "3" in shown
    assert "6" not in shown


def test_only_the_selection_is_drawn_and_no_mark_of_it(session):
    everything = drawn(session)
    ids = {session.document.graph.id_of(name) for name in ("b", "d", "1")}
    session.selection.set(ids)
    part = drawn(session, Order("selection"))
    assert {"b", "d", "1"} <= set(texts(part))
    assert not {"a", "c", "e"} & set(texts(part))
    assert texts(drawn(session)) == texts(everything)
    assert part.count("<path") < everything.count("<path")
    with_marks, without = drawn(session), everything
    assert len(with_marks) == len(without)


def test_the_view_is_drawn_as_it_is(session):
    sheet = Sheet(session, Order("view"), view=QRectF(-50, -50, 300, 200))
    assert sheet.area == QRectF(-50, -50, 300, 200)
    assert image_of(sheet, Order("view", scale=3)).size().toTuple() == (900, 600)
    sheet.close()


def test_pictures_are_as_sharp_as_asked_for(session):
    sheet = Sheet(session, Order())
    one, three = (image_of(sheet, Order(scale=scale)) for scale in (1.0, 3.0))
    assert abs(three.width() - 3 * one.width()) <= 2
    assert three.dotsPerMeterX() == pytest.approx(3 * one.dotsPerMeterX(), rel=1e-3)
    with pytest.raises(ExportError, match="too large"):
        image_of(sheet, Order(scale=100.0))
    sheet.close()


def test_dark_and_light_differ_and_paper_is_white(session):
    for dark in (False, True):
        sheet = Sheet(session, Order(dark=dark))
        corner = image_of(sheet, Order(dark=dark, scale=1)).pixelColor(2, 2).lightness()
        sheet.close()
        assert corner < 60 if dark else corner == 255


def test_pdf_holds_its_fonts_and_chinese_comes_through(qapp):
    document = example("apple_tax").open()
    graph = document.graph
    graph.replace(type(graph.node(graph.id_of("tax")))(graph.id_of("tax"), "variable", "税率", 1.1))
    session = Session(document)
    sheet = Sheet(session, Order())
    pdf = data_of(".pdf", sheet, Order())
    assert pdf.startswith(b"%PDF")
    assert len(re.findall(rb"/FontFile[23]?", pdf)) >= 2
    assert b"GradcanvasSansSC" in pdf.replace(b" ", b"") or b"SC" in pdf
    sheet.close()
    assert "税率" in texts(drawn(session))
    session.deleteLater()


def test_every_letter_of_the_examples_is_in_a_font_that_ships(qapp):
    from PySide6.QtGui import QRawFont

    raws = [QRawFont.fromFont(QFontDatabase.font(family, "Regular", 12)) for family in UI_FAMILIES]
    letters = {letter for entry in examples() for node in entry.open().graph.nodes for letter in node.name} | set(
        "∂σ×ᵀ√½²"
    )
    missing = [letter for letter in letters if not any(raw.supportsCharacter(ord(letter)) for raw in raws)]
    assert missing == []


def test_what_svg_says_is_what_other_programs_draw(session):
    renderer = QSvgRenderer(drawn(session).encode("utf-8"))
    assert renderer.isValid()
    sheet = Sheet(session, Order())
    assert renderer.viewBoxF().width() == pytest.approx(sheet.area.width(), abs=1)
    sheet.close()


def test_an_empty_canvas_is_refused(qapp):
    session = Session()
    with pytest.raises(GraphError, match="nothing to draw"):
        Sheet(session, Order())
    session.deleteLater()


def test_the_document_and_its_session_stay_as_they_are(session):
    session.playhead.go(3)
    moved = []
    session.playhead.moved.connect(lambda: moved.append(True))
    for suffix in FORMATS:
        sheet = Sheet(session, Order(derivatives=False))
        data_of(suffix, sheet, Order())
        sheet.close()
    assert not moved
    assert session.playhead.position == 3
    assert not session.dirty


def test_png_is_an_image(session):
    sheet = Sheet(session, Order())
    image = QImage.fromData(data_of(".png", sheet, Order()))
    assert not image.isNull()
    assert image.text("Title") == session.document.title
    assert image.pixelColor(QPointF(3, 3).toPoint()).lightness() == 255
    sheet.close()
