"""Bytes → document. Everything is checked before a document exists; every refusal names the line or the node."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from ..document import Document, Group, edits, groups
from ..errors import FileProblem, GradcanvasError, ValueMismatch
from ..graph import Edge, Node, made, make_node, wrong_text
from ..sentence import Sentence, brief, say
from .extras import BOOKMARK, NOTE, bookmark_from_json, note_from_json, pair
from .format import FORMAT, MAX_BYTES, MAX_DRAWN, MAX_FILE_COLUMNS, MAX_GROUPS, MAX_NODES, VERSION
from .groups import group_from_json
from .migrations import migrate
from .numbers import value_from_json
from .parse import parse
from .training import training_from_json

_LISTS = {"nodes", "edges", "notes", "bookmarks", "groups"}
_TOP = {"format", "version", "title", "description", "target", "training", *_LISTS}
_NODE = {"id", "op", "name", "at", "value", "attributes"}
_EDGE = {"from", "to", "port"}


def read(path: Path) -> Document:
    """The document in the file at `path`, or `FileProblem`."""
    return document_in(read_bytes(path), path)


def document_in(data: bytes, path: Path) -> Document:
    """The document behind the bytes of a file: our own format, or a model of ONNX; or `FileProblem`."""
    if is_model(path):
        from ..onnx_models import from_onnx  # seldom wanted: it need not be loaded at every start

        return from_onnx(data, path.stem)
    return from_bytes(data, path.parent)


def is_model(path: Path) -> bool:
    """Whether a file is another program's model: it can be read, but not saved again."""
    return path.suffix.lower() == ".onnx"


def read_bytes(path: Path) -> bytes:
    """What stands in a file, not much more of it than a document may have; or `FileProblem`."""
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        reason = error.strerror or error
        raise FileProblem(say("{path} could not be read: {reason}", path=path, reason=reason)) from None


def from_bytes(data: bytes, folder: Path | None = None) -> Document:
    """The document that `data` holds, or `FileProblem`; its data files are looked for in `folder`."""
    try:
        tree = parse(data)
        _check_version(tree)
        return _Reader(data.decode("utf-8-sig"), migrate(tree), folder).document()
    except FileProblem as problem:
        raise FileProblem(brief(problem.sentence), line=problem.line) from None


def _check_version(tree: Mapping[str, Any]) -> None:
    if tree.get("format") != FORMAT:
        raise FileProblem(say('this is not a Gradcanvas file: "format" must be "{format}"', format=FORMAT))
    version = tree.get("version")
    if type(version) is not int or version < 1:
        raise FileProblem(say('"version" must be a whole number from 1 to {version}', version=VERSION))
    if version > VERSION:
        template = (
            "this file has format version {found}, but this Gradcanvas reads up to {known}; update it to open the file"
        )
        raise FileProblem(say(template, found=version, known=VERSION))


class _Reader:
    """Builds the document of one tree, knowing the text so that it can name lines."""

    def __init__(self, text: str, tree: Mapping[str, Any], folder: Path | None) -> None:
        self.lines = text.split("\n")
        self.tree = tree
        self.result = Document()
        self.result.graph.folder = folder
        self.drawn = 0  # numbers that stand in no file
        self.from_files = 0  # data columns

    def document(self) -> Document:
        self._known_keys(self.tree, _TOP, "the file")
        self.result.title = self._text(self.tree.get("title", ""), '"title"', '"title"')
        self.result.description = self._text(self.tree.get("description", ""), '"description"', '"description"')
        nodes, links = self._list("nodes"), self._list("edges")
        if len(nodes) > MAX_NODES:
            raise FileProblem(
                say("the file has {count} nodes; the limit is {limit}", count=len(nodes), limit=MAX_NODES)
            )
        for number, record in enumerate(nodes):
            self._node(number, record)
        for number, record in enumerate(links):
            self._edge(number, record)
        for number, record in enumerate(self._list("notes")):
            self._note(number, record)
        for number, record in enumerate(self._list("bookmarks")):
            self._bookmark(number, record)
        self._groups(self._list("groups"))
        self._target(self.tree.get("target"))
        if "training" in self.tree:
            self._training(self.tree["training"])
        return self.result

    def _target(self, id: Any) -> None:
        if id is not None and (not isinstance(id, str) or id not in self.result.graph):
            shown = _cut(json.dumps(id, ensure_ascii=False))
            raise self._problem(say('"target" names {target}, but no node has that id', target=shown), '"target"')
        self.result.target = id

    def _node(self, number: int, record: Any) -> None:
        where = f"nodes[{number}]"
        if not isinstance(record, dict) or not isinstance(record.get("id"), str) or not record["id"]:
            raise FileProblem(say('{where} must be an object with an "id" in quotes', where=where))
        where = say("node “{name}”", name=_cut(record.get("name", record["id"])))
        near = f'"id": {json.dumps(record["id"], ensure_ascii=False)}'
        self._known_keys(record, _NODE, where, near)
        try:
            node = self._make(record, where, near)
            edits.AddNode(node, pair(record.get("at", [0, 0]), "at")).apply(self.result)
        except FileProblem:
            raise
        except GradcanvasError as error:
            sentence = say("{where}: {reason}", where=where, reason=error.sentence)
            raise self._problem(sentence, near, last=True) from None

    def _make(self, record: Mapping[str, Any], where: str, near: str) -> Node:
        id = self._text(record["id"], where, near)
        kind, name = record.get("op"), self._text(record.get("name", id), where, near)
        if not isinstance(kind, str):
            raise ValueMismatch(say('"op" must say which operation it is'))
        attributes = record.get("attributes", {})
        if not isinstance(attributes, dict):
            raise ValueMismatch(say('"attributes" must be an object'))
        value = value_from_json(record["value"]) if "value" in record else None
        node = make_node(id, kind, name, value, attributes)
        if node.is_from_file:
            self.from_files += 1
            if self.from_files > MAX_FILE_COLUMNS:
                template = "too many columns from data files; the limit is {limit}"
                raise ValueMismatch(say(template, limit=MAX_FILE_COLUMNS))
        elif value is None and node.value is not None:
            self.drawn += max(np.size(node.value), made(node.attributes) if node.is_derived else 0)
            if self.drawn > MAX_DRAWN:
                raise ValueMismatch(say("too many numbers to draw; the limit is {limit}", limit=MAX_DRAWN))
        return node

    def _edge(self, number: int, record: Any) -> None:
        where = f"edges[{number}]"
        if not isinstance(record, dict) or not all(isinstance(record.get(key), str) for key in _EDGE):
            raise FileProblem(say('{where} must be an object with "from", "to" and "port" in quotes', where=where))
        to, port = (json.dumps(record[key], ensure_ascii=False) for key in ("to", "port"))
        near = f'"to": {to}, "port": {port}'
        self._known_keys(record, _EDGE, where, near)
        try:
            edits.Connect(Edge(record["from"], record["to"], record["port"])).apply(self.result)
        except GradcanvasError as error:
            ends = f"{_cut(record['from'])} → {_cut(record['to'])}"
            sentence = say("the edge {ends}: {reason}", ends=ends, reason=error.sentence)
            raise self._problem(sentence, near, last=True) from None

    def _note(self, number: int, record: Any) -> None:
        where = f"notes[{number}]"
        if not isinstance(record, dict) or not isinstance(record.get("id"), str) or not record["id"]:
            raise FileProblem(say('{where} must be an object with an "id" in quotes', where=where))
        id = record["id"]
        near = f'"id": {json.dumps(id, ensure_ascii=False)}'
        where = say("note “{name}”", name=_cut(id))
        self._known_keys(record, NOTE, where, near)
        for text in (id, record.get("text", "")):
            self._text(text, where, near)
        try:
            if id in self.result.notes:
                raise ValueMismatch(say("there is a note with the id “{id}” already", id=_cut(id)))
            edits.SetNote(id, note_from_json(record)).apply(self.result)
        except GradcanvasError as error:
            sentence = say("{where}: {reason}", where=where, reason=error.sentence)
            raise self._problem(sentence, near, last=True) from None

    def _bookmark(self, number: int, record: Any) -> None:
        where = f"bookmarks[{number}]"
        if not isinstance(record, dict) or type(record.get("number")) is not int:
            raise FileProblem(say('{where} must be an object with a whole "number"', where=where))
        place = record["number"]
        near = f'"number": {place}'
        self._known_keys(record, BOOKMARK, where, near)
        self._text(record.get("name", ""), where, near)
        try:
            if place in self.result.bookmarks:
                raise ValueMismatch(say("there is a bookmark {number} already", number=place))
            edits.SetBookmark(place, bookmark_from_json(record)).apply(self.result)
        except GradcanvasError as error:
            sentence = say("{where}: {reason}", where=where, reason=error.sentence)
            raise self._problem(sentence, near, last=True) from None

    def _groups(self, records: list[Any]) -> None:
        if len(records) > MAX_GROUPS:
            template = "the file has {count} groups; the limit is {limit}"
            raise FileProblem(say(template, count=len(records), limit=MAX_GROUPS))
        found: dict[str, Group] = {}
        for number, record in enumerate(records):
            where, near = f"groups[{number}]", '"groups"'
            if isinstance(record, dict) and isinstance(record.get("id"), str):
                near = f'"id": {json.dumps(record["id"], ensure_ascii=False)}'
            try:
                group = group_from_json(record)
                texts = (group.id, group.name, *(port.name for port in group.ports))
                for text in texts:
                    self._text(text, where, near)
            except ValueMismatch as error:
                sentence = say("{where}: {reason}", where=where, reason=error.sentence)
                raise self._problem(sentence, near, last=True) from None
            if group.id in found:
                raise self._problem(say("there is a group with the id “{id}” already", id=group.id), near, last=True)
            found[group.id] = group
        wrong = groups.refusal(self.result.graph, found)
        if wrong is not None:
            raise self._problem(wrong[1], f'"id": {json.dumps(wrong[0], ensure_ascii=False)}', last=True)
        edits.SetGroups(tuple(found.items())).apply(self.result)

    def _training(self, record: Any) -> None:
        try:
            edits.SetTraining(training_from_json(record)).apply(self.result)
        except GradcanvasError as error:
            raise self._problem(error.sentence, '"training"', last=True) from None

    def _text(self, given: Any, where: str, near: str) -> str:
        if not isinstance(given, str):
            raise self._problem(say("{where}: text must stand in quotes", where=where), near)
        wrong = wrong_text(given)
        if wrong is not None:
            raise self._problem(say("{where}: {reason}", where=where, reason=wrong), near)
        return given

    def _list(self, key: str) -> list[Any]:
        found = self.tree.get(key, [])
        if not isinstance(found, list):
            raise self._problem(say('"{key}" must be a list in [ ]', key=key), f'"{key}"')
        return found

    def _known_keys(self, record: Mapping[str, Any], known: set[str], where: str, near: str | None = None) -> None:
        unknown = sorted(set(record) - known)
        if unknown:
            template = "{where} has the key “{key}”, which this version does not know"
            raise self._problem(
                say(template, where=where, key=_cut(unknown[0])), near or json.dumps(unknown[0], ensure_ascii=False)
            )

    def _problem(self, sentence: Sentence, near: str, *, last: bool = False) -> FileProblem:
        """The refusal, with the number of the (first or last) line that holds `near`."""
        squeezed = near.replace(" ", "")
        found = [number for number, line in enumerate(self.lines, 1) if squeezed in line.replace(" ", "")]
        return FileProblem(sentence, line=found[-1 if last else 0] if found else None)


def _cut(text: Any) -> str:
    shown = str(text)
    return shown if len(shown) <= 60 else shown[:59] + "…"
