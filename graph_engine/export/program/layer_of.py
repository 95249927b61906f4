"""The layer class of an op: the file of its name in `layers`, or, for an elementwise op, written by its own rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from ...errors import ExportError
from ...expression import Symbol, symbols, to_source
from ...ops import Op
from ...sentence import say

_BY_THE_BOOK = {"add": "AddLayer", "multiply": "MulLayer"}


@dataclass(frozen=True)
class Layer:
    """A class of a program."""

    name: str
    source: str


def class_name(key: str) -> str:
    """What the class of an op is called, as in textbooks where they have a name for it.

    >>> class_name("multiply"), class_name("softmax_with_loss")
    ('MulLayer', 'SoftmaxWithLoss')
    """
    return _BY_THE_BOOK.get(key) or "".join(word[:1].upper() + word[1:] for word in key.split("_"))


def layer_of(op: Op, attributes: Mapping[str, Any], ports: tuple[str, ...], broadcasts: bool) -> Layer:
    """The class for an op whose inputs `ports` are wired."""
    if op.elementwise:
        return Layer(class_name(op.key), _elementwise(op, tuple(attributes.items()), ports, broadcasts))
    source = _written(op.key)
    if source is None:
        raise ExportError(say("{kind} can't be exported: it has no layer class yet", kind=op.label))
    return Layer(class_name(op.key), source)


def settings_of(op: Op, attributes: Mapping[str, Any]) -> str:
    """The arguments that make a layer with these attributes, those left out that are as usual."""
    if op.elementwise:
        return ""
    changed = [a.name for a in op.attributes if attributes[a.name] != a.default]
    return ", ".join(f"{name}={attributes[name]!r}" for name in changed)


@lru_cache(maxsize=64)
def _written(key: str) -> str | None:
    file = resources.files("graph_engine.export.layers").joinpath(f"{key}.py")
    if not file.is_file():
        return None
    text = file.read_text(encoding="utf-8")
    return text[text.index("class ") :].rstrip()


@lru_cache(maxsize=256)
def _elementwise(op: Op, attributes: tuple[tuple[str, Any], ...], ports: tuple[str, ...], broadcasts: bool) -> str:
    value, slopes = traced(op, dict(attributes), ports)
    (dout,) = symbols("dout")
    back = [to_source(dout * slope) for slope in slopes]
    kept = list(ports) if broadcasts else [port for port in ports if any(_uses(slope, port) for slope in slopes)]
    needs_out = any(_uses(slope, "out") for slope in slopes)
    lines = [f"class {class_name(op.key)}:", f'    """{_about(op)}"""', ""]
    lines.append(f"    def forward({', '.join(('self', *ports))}):")
    if kept:
        lines.append(f"        {', '.join(f'self.{port}' for port in kept)} = {', '.join(kept)}")
    source = to_source(value)
    lines += [f"        self.out = {source}", "        return self.out"] if needs_out else [f"        return {source}"]
    lines += ["", "    def backward(self, dout):"]
    own = [port for port in kept if any(_uses(slope, port) for slope in slopes)] + ["out"] * needs_out
    if own:
        lines.append(f"        {', '.join(own)} = {', '.join(f'self.{name}' for name in own)}")
    if broadcasts:
        back = [f"sum_to({text}, self.{port})" for text, port in zip(back, ports, strict=True)]
    if len(back) == 1:
        return "\n".join([*lines, f"        return {back[0]}"])
    lines += [f"        d{port} = {text}" for port, text in zip(ports, back, strict=True)]
    return "\n".join([*lines, f"        return {', '.join(f'd{port}' for port in ports)}"])


def traced(op: Op, attributes: Mapping[str, Any], ports: tuple[str, ...]) -> tuple[Any, list[Any]]:
    """The rule of an elementwise op and its partials by the wired `ports`, as expressions."""
    assert op.partials is not None
    given = dict(zip(ports, symbols(*ports), strict=True))
    inputs = [given.get(port) for port in op.ports]
    (out,) = symbols("out")
    slopes = op.partials(*inputs, out=out, **attributes)
    return op.forward(*inputs, **attributes), [slopes[op.ports.index(port)] for port in ports]


def _uses(expression: Any, name: str) -> bool:
    if not isinstance(expression, Symbol):
        return False
    return expression.head == name if not expression.args else any(_uses(arg, name) for arg in expression.args)


def _about(op: Op) -> str:
    return str(op.about).partition("; ")[0].rstrip(".").replace("\\", "/").replace('"', "'") + "."
