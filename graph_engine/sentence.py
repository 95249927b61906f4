"""`say` makes a sentence for a person that a program can still take apart and translate."""

from __future__ import annotations

import math
from typing import Any


class Sentence(str):
    """English text that remembers its template and the values put in, so that it can be said in another language."""

    template: str
    values: dict[str, Any]

    def __new__(cls, template: str, values: dict[str, Any]) -> Sentence:
        self = super().__new__(cls, template.format(**values) if values else template)
        self.template = template
        self.values = values
        return self

    def __getnewargs__(self) -> tuple[str, dict[str, Any]]:  # type: ignore[override]
        return self.template, self.values


def say(template: str, **values: Any) -> Sentence:
    """The sentence `template` with `values` put in at its `{names}`.

    >>> say("{node}: x is {shape}", node="dot", shape=(2, 3))
    'dot: x is (2, 3)'
    """
    return Sentence(template, values)


def sentence_to_json(sentence: str) -> dict[str, Any]:
    """A sentence taken apart, for another process to say it in its own language."""
    if isinstance(sentence, Sentence):
        return {"template": sentence.template, "values": {n: _value_to_json(v) for n, v in sentence.values.items()}}
    return {"template": sentence, "values": {}}


def sentence_from_json(record: Any) -> Sentence:
    """The sentence that `sentence_to_json` took apart.

    >>> sentence_from_json(sentence_to_json(say("the loss is {loss:.3g}", loss=float("inf"))))
    'the loss is inf'
    """
    return Sentence(record["template"], {n: _value_from_json(v) for n, v in record["values"].items()})


def _value_to_json(value: Any) -> Any:
    if isinstance(value, Sentence):
        return sentence_to_json(value)
    if isinstance(value, float):
        return value if math.isfinite(value) else {"float": str(value)}
    return value if isinstance(value, int) else str(value)


def _value_from_json(value: Any) -> Any:
    if isinstance(value, dict):
        return float(value["float"]) if "float" in value else sentence_from_json(value)
    return value


def brief(sentence: Sentence, most: int = 160) -> Sentence:
    """The sentence with no value put in that is longer than `most`: it may come from a file that nobody trusts.

    >>> brief(say("there is no node “{node}”", node="n" * 5000), 8)
    'there is no node “nnnnnnn…”'
    """
    return Sentence(sentence.template, {name: _cut(value, most) for name, value in sentence.values.items()})


def _cut(value: Any, most: int) -> Any:
    if isinstance(value, Sentence):
        return brief(value, most)
    return value[: most - 1] + "…" if isinstance(value, str) and len(value) > most else value
