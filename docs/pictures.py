"""Takes the pictures of the user guide from the running window: `python docs/pictures.py [NAME…]`. Needs no display.

Each function is a scene: what is done before the picture that is called like it is taken. Without names, the figures of
the examples are drawn, too.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from build import MOST_NODES
from studio import HERE, LARGE, SIZE, Studio, shoot

from graph_engine import lessons as tours
from graph_engine.document import Document, Note, edits
from graph_engine.document.formula import from_formula
from graph_engine.explain import Question
from graph_engine.graph import Graph
from graph_engine.storage import example, examples, to_bytes
from gui.__main__ import main as command_line
from gui.session import Session, files


def start(studio: Studio) -> None:
    pass


def stepping(studio: Studio) -> None:
    studio.open("two_paths")
    studio.session.playhead.go(6)


def forward_mode(studio: Studio) -> None:
    studio.open("two_paths")
    studio.session.differentiate_by(studio.id("b"))


def why(studio: Studio) -> None:
    studio.open("classifier")
    graph = studio.session.document.graph
    weights = next(node.id for node in graph.nodes if node.kind == "parameter")
    studio.session.inquiry.ask(Question("gradient", weights, (0, 1)))


def paths(studio: Studio) -> None:
    studio.open("nine_paths")
    studio.panel("paths")


def modes(studio: Studio) -> None:
    studio.open("many_inputs")
    panel = studio.panel("modes")
    panel.go(10**6)  # type: ignore[attr-defined]


def check(studio: Studio) -> None:
    studio.open("many_inputs")
    studio.panel("check")
    studio.check()


def nudge(studio: Studio) -> None:
    studio.open("square_of_sum")
    studio.panel("nudge")


def tensors(studio: Studio) -> None:
    studio.open("classifier")
    studio.select("scores")
    studio.panel("tensors")


def doctor(studio: Studio) -> None:
    studio.open("twenty_sigmoids")
    studio.panel("doctor")


def practice(studio: Studio) -> None:
    studio.open("apple_tax")
    studio.do("practice.derivatives")


def lessons(studio: Studio) -> None:
    studio.open("apple_tax")
    studio.panel("lessons")


def curves(studio: Studio) -> None:
    studio.window.resize(*LARGE)
    studio.open("spiral")
    studio.train()
    plots = studio.panel("curves").plots.values()  # type: ignore[attr-defined]
    next(iter(plots)).pointed.emit(640.0)


def boundary(studio: Studio) -> None:
    studio.window.resize(*LARGE)
    studio.open("spiral")
    studio.train()
    studio.panel("boundary")


def predictions(studio: Studio) -> None:
    studio.window.resize(*LARGE)
    studio.open("digits")
    studio.train()
    studio.panel("predictions")
    studio.settle(600)


def export(studio: Studio) -> None:
    studio.open("apples_and_oranges")
    studio.do("file.export")


# -- the window --------------------------------------------------------------------------------------------------------


def panels(studio: Studio) -> None:
    studio.open("two_paths")
    for name in ("history", "paths", "tensors", "inspector"):
        studio.panel(name)
    studio.set("a", 3.0)
    studio.select("c")


def commands(studio: Studio) -> None:
    studio.open("apple_tax")
    studio.do("help.commands")
    studio.type("high")


def keys(studio: Studio) -> None:
    studio.open("apple_tax")
    studio.do("help.shortcuts")


def chinese(studio: Studio) -> None:
    studio.open("two_paths")
    studio.app.speak("zh_CN")
    studio.app.theme.choose("dark")
    studio.window.resize(*SIZE)
    studio.window.share_out()
    studio.fit()
    studio.select("c")


def recovery(studio: Studio) -> None:
    gone = Session(example("apple_tax").open())
    gone.journal.keep_in(studio.app.settings.state / "journals")
    for price in (120.0, 150.0):
        gone.do(edits.SetValue(gone.document.graph.id_of("apple price"), price), "Change")
    gone.journal.let_go()
    studio.app.offer_what_was_left()


def changed_file(studio: Studio) -> None:
    path = studio.folder / "apple_tax.json"
    path.write_bytes(to_bytes(example("apple_tax").open()))
    files.open_file(studio.session, path)
    studio.fit()
    studio.set("apple count", 3.0)
    path.write_bytes(to_bytes(example("apples_and_oranges").open()))
    studio.settle(1500)


def mishap(studio: Studio) -> None:
    studio.open("apple_tax")
    studio.session.mishap.meet("KeyError", "")


def present(studio: Studio) -> None:
    studio.open("two_paths")
    studio.do("view.present")
    studio.settle(400)
    studio.window.resize(*SIZE)
    studio.session.playhead.go(6)
    studio.fit()
    c = studio.window.area.view.canvas.nodes[studio.id("c")]
    studio.hover(studio.place(c.x() + 40, c.y() + 60))


# -- the canvas --------------------------------------------------------------------------------------------------------


def canvas(studio: Studio) -> None:
    studio.open("apple_tax")
    studio.select("apple total")


def wires(studio: Studio) -> None:
    studio.open("classifier")
    studio.do("view.wires_gradient")
    studio.do("view.heat_maps")
    studio.fit()


def minimap(studio: Studio) -> None:
    studio.open("twenty_sigmoids")
    studio.do("view.actual_size")
    studio.do("view.bookmark_add")


def highlight(studio: Studio) -> None:
    studio.open("apples_and_oranges")
    studio.select("orange price", "price")
    studio.do("highlight.path")


def search(studio: Studio) -> None:
    studio.open("apple_tax")
    studio.do("edit.add")
    studio.type("soft")


def pulling(studio: Studio) -> None:
    studio.open("apples_and_oranges")
    nodes = studio.window.area.view.canvas.nodes
    start = nodes[studio.id("orange total")].output_point()
    end = nodes[studio.id("apple total")].input_point("x")
    studio.pull(studio.place(*start), studio.place(*end))


def value(studio: Studio) -> None:
    studio.open("apple_tax")
    studio.select("apple price")
    studio.do("edit.in_place")
    studio.type("125")


def parameters(studio: Studio) -> None:
    studio.open("classifier")
    studio.select("W", "b")
    studio.do("edit.delete")
    studio.select("scores")


def group(studio: Studio) -> None:
    studio.open("apples_and_oranges")
    studio.select("orange price", "orange count", "orange total")
    studio.do("group.make")
    studio.type("oranges", enter=True)
    studio.select("apple price", "apple count", "apple total")
    studio.do("group.make")
    studio.type("apples", enter=True)
    studio.do("group.collapse")


def apart(studio: Studio) -> None:
    studio.window.resize(*LARGE)
    studio.window.docks["palette"].hide()
    studio.session.replace(from_formula("y = sigmoid(x)"), None)
    studio.select("y")
    studio.do("group.take_apart")
    studio.do("group.compare")
    studio.do("view.tidy")
    studio.settle(800)
    studio.fit()


def notes(studio: Studio) -> None:
    studio.open("two_paths")
    studio.select("a", "b", "1")
    studio.do("note.frame_selection")
    studio.type("**Inputs**", enter=True)
    text = "## Sum rule\n$∂e/∂b = ∂e/∂c + ∂e/∂d$"
    place = studio.session.document.positions[studio.id("e")]
    note = Note("k9", "note", text, "yellow", (place[0] + 40, place[1] + 150), (230.0, 90.0))
    studio.session.do(edits.SetNote(note.id, note), "Note")
    studio.fit()


def find(studio: Studio) -> None:
    studio.window.resize(*LARGE)
    studio.open("apples_and_oranges")
    studio.do("edit.find")
    studio.type("orange")


def own_formula(studio: Studio) -> None:
    graph = Graph()
    x, y = graph.add("variable", "x", value=3), graph.add("variable", "y", value=2)
    wrong = {"formula": "x^2 * y", "dx": "2*x*y", "dy": "2*x"}
    area = graph.add("custom", "z", attributes=wrong, x=x, y=y)
    document = Document(graph, {x: (0.0, 0.0), y: (0.0, 150.0), area: (220.0, 75.0)}, area, "A formula of one's own")
    studio.session.replace(document, None)
    studio.fit()
    studio.select("z")
    studio.panel("check")
    studio.check()


def history(studio: Studio) -> None:
    studio.open("apple_tax")
    studio.panel("history")
    studio.set("apple count", 3.0)
    studio.select("tax")
    studio.do("edit.delete")
    studio.do("view.tidy")
    studio.settle(600)
    studio.session.history.setIndex(1)
    studio.fit()


# -- training ----------------------------------------------------------------------------------------------------------


def training(studio: Studio) -> None:
    studio.window.resize(*LARGE)
    studio.open("spiral")
    studio.panel("training")
    studio.train()


def update(studio: Studio) -> None:
    studio.window.resize(*LARGE)
    studio.open("linear_regression")
    steps = studio.session.playhead.last
    studio.do("training.step")
    while studio.session.playhead.last == steps:
        studio.settle()
    studio.session.playhead.go(studio.session.playhead.last)


def data(studio: Studio) -> None:
    studio.window.resize(*LARGE)
    studio.open("spiral")
    studio.panel("data")


def runs(studio: Studio) -> None:
    studio.window.resize(*LARGE)
    studio.open("spiral")
    studio.train()
    set_up = studio.session.document.training
    if set_up is not None:
        studio.session.do(edits.SetTraining(set_up.with_changes(optimizer="adam", rate=0.01)), "Set-up")
    studio.session.runs.rewind()
    studio.train()
    studio.panel("runs")


def weights(studio: Studio) -> None:
    studio.window.resize(*LARGE)
    studio.open("digits")
    studio.train()
    studio.panel("weights")


def repair(studio: Studio) -> None:
    studio.open("apple_tax")
    studio.do("practice.repair")
    studio.select("price")


def lesson(studio: Studio) -> None:
    studio.panel("lessons")
    studio.session.course.begin(tours.lessons()[1])


SCENES: dict[str, Callable[[Studio], None]] = {
    name: scene for name, scene in list(globals().items()) if getattr(scene, "__module__", "") == __name__
}


def draw_examples() -> None:
    for entry in examples():
        out = HERE / "examples" / f"{entry.name}.svg"
        out.parent.mkdir(parents=True, exist_ok=True)
        if len(entry.open().graph) <= MOST_NODES:
            command_line(["export", str(entry.path), str(out), "--force"])


def main(names: list[str]) -> None:
    for name in names or list(SCENES):
        shoot(name, SCENES[name])
    if not names:
        draw_examples()


if __name__ == "__main__":
    main(sys.argv[1:])
