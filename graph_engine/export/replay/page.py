"""The page: the figure, what is said at each step in every language asked for, and a script that shows it."""

from __future__ import annotations

import json
from collections.abc import Callable
from html import escape
from importlib import resources
from typing import Any

from ...document import Document
from ...explain import Narration, narrate
from ...sentence import Sentence, say
from ..declare import ENGLISH, Words
from ..picture import Mark, Picture, Text, name_of, picture_of
from ..svg import attribute, svg_of

_WORDS = {
    "ready": say("Ready"),
    "hint": say("Step forward to compute the first node."),
    "play": say("Play"),
    "pause": say("Pause"),
    "first": say("To the start"),
    "back": say("Step back"),
    "on": say("Step forward"),
    "last": say("To the end"),
    "scrub": say("Position in the two passes"),
}
_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy"
 content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<meta name="generator" content="Gradcanvas">
<title>{title}</title>
<style>
{style}</style>
</head>
<body>
<header><h1 id="heading">{title}</h1><button id="language" type="button">EN · 中文</button></header>
<main>{figure}</main>
<footer>
<div id="said" role="status" aria-live="polite"><h2 id="title"></h2><div id="lines"></div></div>
<div class="bar">
<button id="first" type="button">⏮</button><button id="back" type="button">❮</button>
<button id="play" type="button">▶</button>
<button id="on" type="button">❯</button><button id="last" type="button">⏭</button>
<input id="scrub" type="range" min="0" max="{last}" step="1" value="{last}">
<output id="count" for="scrub"></output>
</div>
</footer>
<script id="data" type="application/json">{data}</script>
<script>
{script}</script>
</body>
</html>
"""


def page_of(document: Document, words: Words = ENGLISH) -> str:
    """The replay of a document; it speaks the languages of `words`."""
    picture = picture_of(document)
    title = say(document.title) if document.title else say("A computation graph")
    return _PAGE.format(
        title=escape(title),
        style=_resource("page.css"),
        figure=svg_of(picture, lambda mark: _facts(mark, words)),
        last=len(picture.timeline),
        data=json.dumps(_data(picture, title, words), ensure_ascii=False).replace("<", "\\u003c"),
        script=_resource("page.js"),
    )


def _data(picture: Picture, title: Sentence, words: Words) -> dict[str, Any]:
    steps = []
    for position, step in enumerate(picture.timeline.steps, 1):
        narration = narrate(picture.timeline, position, picture.evaluation, picture.found)
        told = {code: _told(narration, speak) for code, speak in words.items()}
        steps.append({"of": [step.node, *map(name_of, step.edges)], "phase": step.phase, **told})
    said = {
        code: {"document": speak(title), **{name: speak(word) for name, word in _WORDS.items()}}
        for code, speak in words.items()
    }
    return {"words": said, "steps": steps}


def _told(narration: Narration, speak: Callable[[Any], str]) -> dict[str, Any]:
    return {"title": speak(narration.title), "lines": [speak(line) for line in narration.lines]}


def _facts(mark: Mark, words: Words) -> str:
    """From which position on a mark is seen, of what it is part, and what it says in each language."""
    facts = attribute("data-at", mark.at) + attribute("data-of", mark.of)
    if isinstance(mark, Text) and isinstance(mark.text, Sentence):
        facts += "".join(attribute(f"data-{code.lower()}", speak(mark.text)) for code, speak in words.items())
    return facts


def _resource(name: str) -> str:
    return resources.files("graph_engine.export.replay").joinpath(name).read_text(encoding="utf-8")
