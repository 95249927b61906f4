"""`python -m gui.i18n.collect`: gathers every translatable string, merges it into each catalogue and compiles that."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

import PySide6

import graph_engine
from graph_engine import datasets, export, ops, optimizers
from graph_engine.document import TRAINING_FIELDS
from graph_engine.graph import FAMILY_LABEL, SOURCES, Source
from graph_engine.storage import examples

from .translate import CONTEXT, LANGUAGES

FOLDER = Path(__file__).parent
SCANNED = (FOLDER.parent, Path(graph_engine.__file__).parent)
CALLS = {"tr", "say"}
# Arguments that are no literals but whose strings `declared` yields (or that are translated sentences themselves).
DECLARED = frozenset(
    {
        "given.template", "attribute.name", "choice", "label", "about", "str(family.__doc__)", "op.domain", "domain",
        "name",
        "entry['title']", "entry['text']", "document.title", "document.description",
        "self.session.document.title", "session.document.title", "self.session.document.description",
    }
)  # fmt: skip


class NotCollectable(Exception):
    """A `tr` or `say` whose words can't be read off the source."""


def collect() -> list[str]:
    """Every translatable string, sorted, each once."""
    return sorted({*_written(), *declared()})


def declared() -> Iterator[str]:
    """The strings that stand in declarations instead of calls: ops, sources, attributes, examples."""
    yield FAMILY_LABEL
    yield from ops.FAMILIES.values()
    for source in SOURCES:
        yield from (source.label, source.about, *_settings(source))
    for data in datasets.ALL:
        yield from (data.label, data.about, *(name for name in data.classes if name.isalpha() or " " in name))
    for optimizer in optimizers.ALL:
        yield from (optimizer.label, optimizer.about, *_settings(optimizer))
    for target in export.every():
        yield from (target.label, target.about)
    for field in TRAINING_FIELDS:
        yield from (field.name, *(field.labels or field.choices))
    for op in ops.ALL:
        yield from (op.label, op.about, *_settings(op))
        if re.search(r"[a-z]{2,}", op.domain):
            yield op.domain
    for example in examples():
        yield from filter(None, (example.title, example.text, example.open().description))


def _settings(spec: Source | ops.Op | optimizers.Optimizer) -> Iterator[str]:
    for attribute in spec.attributes:
        yield from (attribute.name, *(attribute.labels or attribute.choices))


def strings_of(tree: ast.AST) -> Iterator[str]:
    """The words of every `tr` and `say` call in `tree`; `NotCollectable` with the line where they can't be told."""
    for scope, call in _calls(tree, tree):
        found = list(_results(call.args[0], scope)) if call.args else []
        if found:
            yield from found
        elif not call.args or ast.unparse(call.args[0]) not in DECLARED:
            raise NotCollectable(f"{call.lineno}: {ast.unparse(call)}")


def read_catalogue(path: Path) -> dict[str, str]:
    """The finished translations of a catalogue; none if there is no such file."""
    if not path.exists():
        return {}
    messages = ElementTree.parse(path).iter("message")
    pairs = ((m.findtext("source") or "", m.find("translation")) for m in messages)
    return {s: t.text or "" for s, t in pairs if t is not None and t.get("type") != "unfinished"}


def write_catalogue(path: Path, language: str, strings: Iterable[str], known: Mapping[str, str]) -> None:
    """Writes `strings` with the translations that are `known`; the rest is marked unfinished."""
    messages = "".join(_message(text, known.get(text, "")) for text in strings)
    path.write_text(
        f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
        f'<TS version="2.1" language="{language}" sourcelanguage="en">\n'
        f"<context>\n    <name>{CONTEXT}</name>\n{messages}</context>\n</TS>\n",
        encoding="utf-8",
        newline="\n",
    )


def lrelease() -> Path | None:
    """Qt's compiler of catalogues as PySide6 ships it."""
    folder = Path(PySide6.__file__).parent
    return next((path for name in ("lrelease", "lrelease.exe") if (path := folder / name).exists()), None)


def compile_catalogue(source: Path, compiled: Path) -> bool:
    """Compiles a .ts to a .qm; False if there is nothing to compile it with."""
    tool = lrelease()
    if tool is None:
        return False
    subprocess.run([str(tool), "-silent", str(source), "-qm", str(compiled)], check=True)
    return True


def main() -> int:
    """Brings every catalogue up to date; 1 if a translation is missing or a string can't be collected."""
    try:
        strings = collect()
    except NotCollectable as error:
        print(f"not a literal, so it can't be translated: {error}", file=sys.stderr)
        return 1
    return max(_update(language, strings) for language in LANGUAGES if language != "en")


def _update(language: str, strings: list[str]) -> int:
    path = FOLDER / f"{CONTEXT}_{language}.ts"
    known = read_catalogue(path)
    missing = [text for text in strings if not known.get(text)]
    write_catalogue(path, language, strings, known)
    print(f"{path.name}: {len(strings)} strings, {len(missing)} without a translation")
    print("".join(f"  {text!r}\n" for text in missing), end="")
    if not compile_catalogue(path, path.with_suffix(".qm")):
        print("lrelease was not found beside PySide6: the .qm is unchanged", file=sys.stderr)
    return 1 if missing else 0


def _written() -> Iterator[str]:
    for folder in SCANNED:
        for path in sorted(folder.rglob("*.py")):
            try:
                yield from strings_of(ast.parse(path.read_text(encoding="utf-8")))
            except NotCollectable as error:
                raise NotCollectable(f"{path.relative_to(folder.parent).as_posix()}:{error}") from None


def _calls(node: ast.AST, scope: ast.AST) -> Iterator[tuple[ast.AST, ast.Call]]:
    """Every `tr` and `say` call under `node`, with the innermost function around it."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call) and isinstance(child.func, ast.Name) and child.func.id in CALLS:
            yield scope, child
        yield from _calls(child, child if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef) else scope)


def _results(expression: ast.expr, scope: ast.AST) -> Iterator[str]:
    """The literals that `expression` can be, looking through `a if b else c` and names bound in `scope`."""
    match expression:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=body, orelse=other):
            yield from _results(body, scope)
            yield from _results(other, scope)
        case ast.Name(id=name):
            for bound in _bound_to(name, scope):
                yield from _results(bound, ast.Module([], []))


def _bound_to(name: str, scope: ast.AST) -> Iterator[ast.expr]:
    """What `name` stands for in `scope`: by assignment, or as it runs through a literal tuple or list."""
    for node in ast.walk(scope):
        match node:
            case ast.Assign(targets=[ast.Name(id=target)], value=value) if target == name:
                yield value
            case ast.For(target=target, iter=ast.Tuple(elts=items) | ast.List(elts=items)):
                yield from _running(name, target, items)
            case ast.comprehension(target=target, iter=ast.Tuple(elts=items) | ast.List(elts=items)):
                yield from _running(name, target, items)


def _running(name: str, target: ast.expr, items: list[ast.expr]) -> Iterator[ast.expr]:
    """What `name` in the loop variable(s) `target` takes from `items`."""
    match target:
        case ast.Name(id=only) if only == name:
            yield from items
        case ast.Tuple(elts=names):
            places = [place for place, each in enumerate(names) if isinstance(each, ast.Name) and each.id == name]
            yield from (item.elts[place] for item in items if isinstance(item, ast.Tuple) for place in places)


def _message(source: str, translation: str) -> str:
    state = "" if translation else ' type="unfinished"'
    return (
        f"    <message>\n        <source>{escape(source)}</source>\n"
        f"        <translation{state}>{escape(translation)}</translation>\n    </message>\n"
    )


if __name__ == "__main__":
    sys.exit(main())
