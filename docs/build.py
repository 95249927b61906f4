"""Writes the pages of docs/ that follow from declarations: `python docs/build.py` (make docs).

nodes.md, from the ops and sources; examples.md with a figure (docs/pictures.py draws it) for each example that is small
enough to be read; commands.md, from the actions and gestures of the window and the commands that need none.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path

from graph_engine import ops
from graph_engine.cli import COMMANDS
from graph_engine.explain import local_formula, op_formula
from graph_engine.graph.sources import SOURCES
from graph_engine.ops import Attribute, Op
from graph_engine.storage import examples
from gui import export_command
from gui.actions import Action
from gui.actions.bookmarks import KEYS, PLACE
from gui.actions.build import MENUS, declared
from gui.actions.gestures import gestures
from gui.app import arguments

HERE = Path(__file__).parent
_NOTE = "<!-- Written by docs/build.py from the declarations: change those and run `make docs`. -->\n"
MOST_NODES = 26  # of a figure that can be read


def pages() -> dict[str, str]:
    """What each file should hold, by its path inside docs/."""
    return {"nodes.md": nodes_page(), "examples.md": examples_page(), "commands.md": commands_page()}


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


def _table(headings: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
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


def _is_small(graph: object) -> bool:
    return len(graph) <= MOST_NODES  # type: ignore[arg-type]


# -- commands ----------------------------------------------------------------------------------------------------------

_SUBMENUS = {
    "align": ("Align", ("layout.align_", "layout.distribute_")),
    "highlight": ("Highlight", ("highlight.",)),
    "encodings": ("Wires and nodes show", ("view.wires_", "view.heat_maps", "view.pulses")),
    "bookmarks": ("Bookmarks", ("view.bookmark_",)),
    "note_colour": ("Colour of the note", ("note.colour_",)),
    "theme": ("Theme", ("view.theme_",)),
    "language": ("Language", ("view.language_",)),
    "scale": ("Size of type and controls", ("view.scale_",)),
}
_LISTS = {
    "recent": ("Recent files", "The last ten that were opened or saved"),
    "examples": ("Examples", "[All of them with their figures](examples.md)"),
    "panels": ("Panels", "Shows or hides each [panel](guide.md#panels)"),
}


_ALIKE = {f"{PLACE}{number}" for number in range(2, KEYS + 1)}


def commands_page() -> str:
    actions = declared()
    menus = "\n".join(_menu(menu, entries, actions) for menu, entries in MENUS.items())
    hands = "\n".join(f"### {title}\n\n{_table(('how', 'what'), rows)}" for title, rows in gestures())
    lines = "\n".join(_command(name) for name in COMMANDS)
    return f"""# Commands, keys and gestures

{_NOTE}
Everything that the menus offer can be found by typing its name (`Ctrl+Shift+P`); `F1` shows the keys and gestures in
the window. What each is for is told in the [guide](guide.md).

## Menus

{menus}
## Hands

{hands}
## The command line

### `gradcanvas [FILE]`

Opens the editor. Exit codes of all commands: 0, 1 for a check that failed, 2 for an error that is said on stderr.

{_options(arguments())}
{lines}"""


def _menu(menu: str, entries: tuple[str, ...], actions: dict[str, Action]) -> str:
    rows = [row for entry in entries if entry for row in _entry(entry, actions)]
    return f"### {menu.capitalize()}\n\n{_table(('command', 'keys', 'what it does'), rows)}"


def _entry(entry: str, actions: dict[str, Action]) -> Iterator[tuple[str, str, str]]:
    if entry in _LISTS:
        yield f"{_LISTS[entry][0]} …", "", _LISTS[entry][1]
    elif entry in _SUBMENUS:
        title, starts = _SUBMENUS[entry]
        inside = [_action(action) for id, action in actions.items() if id.startswith(starts) and id not in _ALIKE]
        alike = [name for name, keys, tip in inside if not keys and not tip]
        yield from (
            (name if name.startswith(title) else f"{title}: {name}", *rest) for name, *rest in inside if any(rest)
        )
        if alike:
            yield title, "", " · ".join(alike)
    else:
        yield _action(actions[entry])


def _action(action: Action) -> tuple[str, str, str]:
    keys = " ".join(f"`` {key} ``" if "`" in key else f"`{key}`" for key in action.shortcuts)
    if action.id == f"{PLACE}1":
        return f"Go to place 1 … {KEYS}", f"{keys} … `Ctrl+{KEYS}`", "Back to what was remembered"
    return action.text, keys.replace("Return", "Enter"), action.tip


def _command(name: str) -> str:
    module = export_command if name == "export" else import_module(f"graph_engine.cli.{name}_command")
    parser = argparse.ArgumentParser(prog=f"gradcanvas {name}", add_help=False)
    module.arguments(parser)
    needed = " ".join(_placeholder(a) for a in _told(parser) if not a.option_strings)
    told = f"{module.HELP[0].upper()}{module.HELP[1:]}."
    return f"### `gradcanvas {name} {needed}`\n\n{told}\n\n{_options(parser)}"


def _options(parser: argparse.ArgumentParser) -> str:
    rows = [(f"`{_usage(a)}`", a.help or "") for a in _told(parser) if a.help]
    return _table(("option", ""), rows)


def _told(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    return [action for action in parser._actions if "-h" not in action.option_strings]  # noqa: SLF001


def _usage(action: argparse.Action) -> str:
    if not action.option_strings:
        return _placeholder(action)
    return " ".join(filter(None, (action.option_strings[-1], "" if action.nargs == 0 else _placeholder(action))))


def _placeholder(action: argparse.Action) -> str:
    choices = f"{{{','.join(map(str, action.choices))}}}" if action.choices else action.dest.upper()
    name = str(action.metavar or choices)
    return f"[{name}]" if action.nargs == "?" else name


def main() -> None:
    for name, text in pages().items():
        path = HERE / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
