"""`say` makes a sentence for a person that a program can still take apart and translate."""

from __future__ import annotations

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
