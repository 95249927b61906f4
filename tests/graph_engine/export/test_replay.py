"""The replay: its numbers against the engine's steps, its script run under node where there is one."""

import json
import re
import shutil
import subprocess
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

import graph_engine as ge
from graph_engine.document import effective_target
from graph_engine.explain import compact
from graph_engine.export import by_key
from graph_engine.export.picture import name_of
from tests.whole_examples import WHOLE

REPLAY = by_key("replay")
NODE = shutil.which("node")
BROWSER = Path(__file__).with_name("browser.js")


class Page(HTMLParser):
    """What a page holds: its marks, their texts, its data, its script."""

    def __init__(self, html):
        super().__init__()
        self.marks, self.data, self.script, self.links = [], "", "", []
        self._inside = None
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        facts = dict(attributes)
        self.links += [value for name, value in attributes if name in ("src", "href")]
        if "data-at" in facts:
            self.marks.append({"tag": tag, "class": facts["class"], "text": "", **_dataset(facts)})
        self._inside = ("data" if facts.get("type") == "application/json" else "script") if tag == "script" else tag

    def handle_endtag(self, tag):
        self._inside = None

    def handle_data(self, text):
        if self._inside == "data":
            self.data += text
        elif self._inside == "script":
            self.script += text
        elif self._inside == "text" and self.marks:
            self.marks[-1]["text"] += text


def _dataset(facts):
    return {name.removeprefix("data-"): value for name, value in facts.items() if name.startswith("data-")}


def page_of(document, words=None):
    html = REPLAY.data(document, *([words] if words else [])).decode("utf-8")
    return html, Page(html)


def run(page, *acts, language="en"):
    """The page after each of `acts`, its first state in front."""
    marks = [{k: v for k, v in mark.items() if k not in ("tag", "class", "text")} for mark in page.marks]
    given = {"data": unescape(page.data), "script": page.script, "marks": marks, "acts": acts, "language": language}
    done = subprocess.run([NODE, str(BROWSER)], input=json.dumps(given), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


needs_node = pytest.mark.skipif(not NODE, reason="node is not installed")


@pytest.mark.parametrize("entry", WHOLE, ids=lambda entry: entry.name)
def test_every_step_says_what_the_engine_says(entry):
    document = entry.open()
    _, page = page_of(document)
    evaluation = ge.evaluate(document.graph)
    target = effective_target(document, evaluation)
    timeline, found = ge.trace(evaluation, target), ge.gradients(evaluation, target)
    steps = json.loads(page.data)["steps"]
    assert len(steps) == len(timeline)
    for position, step in enumerate(steps, 1):
        told = ge.narrate(timeline, position, evaluation, found)
        assert step["en"] == {"title": told.title, "lines": list(told.lines)}
        assert step["of"][0] == timeline.steps[position - 1].node


@pytest.mark.parametrize("entry", WHOLE, ids=lambda entry: entry.name)
def test_every_number_is_seen_from_the_step_on_at_which_it_is_known(entry):
    document = entry.open()
    graph = document.graph
    _, page = page_of(document)
    evaluation = ge.evaluate(graph)
    target = effective_target(document, evaluation)
    timeline, found = ge.trace(evaluation, target), ge.gradients(evaluation, target)
    texts = {}
    for mark in page.marks:
        texts.setdefault((mark["of"], mark["class"]), []).append((int(mark["at"]), mark["text"]))
    for edge in graph.edges:
        arrived = 0 if graph.node(edge.source).is_source else timeline.arrival(edge.source, "forward")
        wanted = arrived, compact(evaluation.value(edge.source))
        assert wanted in texts[name_of(edge), "forward"]
        if edge in found.edges:
            carried = next(n for n, s in enumerate(timeline.steps, 1) if s.kind == "pull" and edge in s.edges)
            assert (carried, compact(found.edges[edge])) in texts[name_of(edge), "backward"]


def test_nothing_is_loaded_from_outside():
    html, page = page_of(ge.example("apple_tax").open())
    assert page.links == []
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", html)
    assert "default-src 'none'" in html
    assert "prefers-color-scheme: dark" in html
    assert "fetch(" not in page.script
    assert len(html) < 40_000


def test_names_cannot_break_out_of_the_page():
    graph = ge.Graph()
    x = graph.add("variable", "</script><script>alert(1)</script><b>", value=2)
    graph.add("square", '"><img src=x onerror=alert(1)>', x=x)
    document = ge.Document(graph, {node.id: (0.0, 90.0 * n) for n, node in enumerate(graph.nodes)}, title="</title><i>")
    html, page = page_of(document)
    assert html.count("<script") == html.count("</script>") == 2
    assert "<img" not in html
    assert "<b>" not in html
    assert "<i>" not in html
    assert page.links == []


@needs_node
def test_keys_step_through_both_passes():
    document = ge.example("two_paths").open()
    _, page = page_of(document)
    start, home, one, two, back, end = run(
        page, {"key": "Home"}, {"key": "ArrowRight"}, {"key": "."}, {"key": "ArrowLeft"}, {"key": "End"}
    )
    steps = json.loads(page.data)["steps"]
    assert start["position"] == end["position"] == len(steps) == 8
    assert start["active"] == []
    assert home["position"] == 0
    assert home["title"] == "Ready"
    assert (one["title"], one["lines"]) == (steps[0]["en"]["title"], steps[0]["en"]["lines"])
    assert one["said"] == "forward"
    assert (two["position"], back["position"]) == (2, 1)
    assert back["seen"] == one["seen"]
    assert set(one["active"]) == set(steps[0]["of"])
    assert len(home["seen"]) < len(one["seen"]) < len(end["seen"]) == len(page.marks)
    assert end["count"] == "8 / 8"


@needs_node
def test_what_is_seen_at_each_position_is_what_the_engine_has_seen():
    document = ge.example("apples_and_oranges").open()
    _, page = page_of(document)
    timeline = ge.trace(ge.evaluate(document.graph), document.graph.id_of("price"))
    found = run(page, *({"scrub": position} for position in range(len(timeline) + 1)))[1:]
    for position, state in enumerate(found):
        seen = timeline.seen(position)
        shown = {(page.marks[place]["of"], page.marks[place]["class"]) for place in state["seen"]}
        carried = {of for of, role in shown if role == "backward" and ">" in of}
        assert carried == {name_of(edge) for edge in seen.edges}


@needs_node
def test_it_plays_and_pauses_and_starts_again_from_the_end():
    _, page = page_of(ge.example("two_paths").open())
    states = run(page, {"key": " "}, {"tick": 1}, {"tick": 1}, {"key": " "}, {"click": "last"}, {"click": "play"})
    assert [state["playing"] for state in states] == [False, True, True, True, False, False, True]
    assert [state["position"] for state in states] == [8, 0, 1, 2, 2, 8, 0]
    ended = run(page, {"click": "play"}, *[{"tick": 1}] * 8)
    assert ended[-1]["position"] == 8
    assert not ended[-1]["playing"]


@needs_node
def test_it_speaks_the_language_of_the_reader_and_switches():
    words = {"en": str, "zh_CN": lambda sentence: f"中{sentence}"}
    _, page = page_of(ge.example("classifier").open(), words)
    chinese, english, again = run(page, {"click": "language"}, {"click": "language"}, language="zh-CN")
    assert chinese["title"].startswith("中")
    assert not english["title"].startswith("中")
    assert again["title"] == chinese["title"]
    assert any(text.startswith("中softmax") for text in chinese["texts"])
    assert "softmax with loss" in english["texts"]


@needs_node
@pytest.mark.parametrize(
    "entry",
    [pytest.param(e, marks=() if e.name == "two_paths" else pytest.mark.slow) for e in WHOLE],
    ids=lambda e: e.name,
)
def test_the_page_shows_the_numbers_of_the_engine_at_every_step(entry):
    document = entry.open()
    _, page = page_of(document)
    evaluation = ge.evaluate(document.graph)
    target = effective_target(document, evaluation)
    timeline, found = ge.trace(evaluation, target), ge.gradients(evaluation, target)
    states = run(page, *({"scrub": position} for position in range(1, len(timeline) + 1)))[1:]
    for position, state in enumerate(states, 1):
        told = ge.narrate(timeline, position, evaluation, found)
        assert (state["title"], state["lines"]) == (told.title, list(told.lines))
        shown = [page.marks[place] for place in state["seen"]]
        carried = {mark["of"]: mark["text"] for mark in shown if mark["class"] == "backward" and ">" in mark["of"]}
        assert carried == {name_of(edge): compact(found.edges[edge]) for edge in timeline.seen(position).edges}
