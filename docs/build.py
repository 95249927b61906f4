"""Writes the pages of docs/ that follow from declarations: `python docs/build.py` (make docs).

nodes.md, from the ops and sources; examples.md with a figure for each example that is small enough to be read.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from graph_engine import ops
from graph_engine.explain import local_formula, op_formula
from graph_engine.export import to_svg
from graph_engine.graph.sources import SOURCES
from graph_engine.ops import Attribute, Op
from graph_engine.storage import examples

HERE = Path(__file__).parent
_NOTE = "<!-- Written by docs/build.py from the declarations: change those and run `make docs`. -->\n"
_MOST_NODES = 26  # of a figure that can be read


def pages() -> dict[str, str]:
    """What each file should hold, by its path inside docs/."""
    return {"nodes.md": nodes_page(), "examples.md": examples_page(), **figures()}


# -- nodes -------------------------------------------------------------------------------------------------------------


def nodes_page() -> str:
    families = "\n".join(line for family in ops.FAMILIES for line in _family(family))
    return f"""# Nodes

{_NOTE}
x, y, … are the inputs, z is the output, and g is the upstream gradient ∂target/∂z. Where inputs broadcast, the gradient
is summed over the axes that were stretched. Files know a node by its key.

## Values

{_table(("node", "key", "what it is"), ((s.label, f"`{s.key}`", s.about) for s in SOURCES))}
{families}"""


def _family(family: str) -> Iterator[str]:
    yield f"\n## {str(ops.FAMILIES[family]).capitalize()}\n"
    found = [op for op in ops.ALL if op.family == family]
    yield _table(("node", "key", "z =", "derivatives"), (_row(op) for op in found))
    for op in found:
        lines = [f"settings: {', '.join(_setting(a) for a in op.attributes)}" if op.attributes else "",
                 f"finite where {op.domain}" if op.domain else "",
                 f"also found as {', '.join(op.aliases)}" if op.aliases else ""]  # fmt: skip
        told = "; ".join(filter(None, lines))
        yield f"- **{op.label}**: {_plain(op.about)}{f' ({told})' if told else ''}"


def _row(op: Op) -> tuple[str, str, str, str]:
    settings = {attribute.name: attribute.default for attribute in op.attributes}
    needed = [port.name for port in op.inputs_under(settings)]
    left = "∂z/∂{}" if op.elementwise else "g_{}"
    told = (f"{left.format(port)} = {local_formula(op, settings, port)}" for port in needed if _has_rule(op, port))
    return (
        op.label if op.label == op.symbol else f"{op.label} {op.symbol}",
        f"`{op.key}`",
        op_formula(op, settings),
        "<br>".join(told),
    )


def _has_rule(op: Op, port: str) -> bool:
    place = op.ports.index(port)
    settings = {attribute.name: attribute.default for attribute in op.attributes}
    return op.elementwise or (place < len(op.rules(**settings)) and bool(op.rules(**settings)[place]))


def _setting(attribute: Attribute) -> str:
    choices = f" of {', '.join(attribute.choices)}" if attribute.choices else ""
    return f"`{attribute.name}` = {attribute.default}{choices}"


def _plain(about: str) -> str:
    return about.rstrip(".")


def _table(headings: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    lines = [headings, tuple("---" for _ in headings), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines) + "\n"


# -- examples ----------------------------------------------------------------------------------------------------------


def examples_page() -> str:
    parts = []
    for example in examples():
        document = example.open()
        figure = f"\n\n![{example.title}](images/examples/{example.name}.svg)" if _is_small(document.graph) else ""
        parts.append(f"## {example.title}\n\n`gradcanvas examples {example.name}`: {example.text}{figure}\n")
    return f"# Examples\n\n{_NOTE}\n" + "\n".join(parts)


def figures() -> dict[str, str]:
    found = {}
    for example in examples():
        document = example.open()
        if _is_small(document.graph):
            found[f"images/examples/{example.name}.svg"] = to_svg(document.graph, document)
    return found


def _is_small(graph: object) -> bool:
    return len(graph) <= _MOST_NODES  # type: ignore[arg-type]


def main() -> None:
    for name, text in pages().items():
        path = HERE / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
