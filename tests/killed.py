"""`python -m tests.killed [next]`: forks a process for each line it reads, which edits and saves until it is killed.

A line is a folder and a seed. The process tells on standard output what it is about to reach and what it has reached,
as digests of the document, so that whoever kills it knows what must still be there. With `next`, processes are of the
format version after this one, and files of this one are migrated.
"""

from __future__ import annotations

import hashlib
import os
import random
import sys
from contextlib import nullcontext
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from graph_engine.document import Document, compose
from graph_engine.document.edits import AddNode, Connect, Describe, Move, SetValue, Together
from graph_engine.graph import Edge, make_node
from graph_engine.storage import from_bytes, to_bytes
from gui.session import Session, files
from tests.next_version import next_version

NAME = "graph.json"


def digest(document: Document) -> str:
    return hashlib.sha256(to_bytes(document)).hexdigest()


def tell(word: str, what: str) -> None:
    os.write(1, f"{word} {what}\n".encode())


class Life:
    """One process: starts as the program does, recovers what was left, then works."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.folder, self.dice = folder, random.Random(seed)
        self.session = Session()
        self.session.on_disk.keep_in(folder / "open")
        self.session.journal.keep_in(folder / "journals")
        self.reached: dict[int, str] = {}  # by place in the history

    def live(self) -> None:
        self.start()
        while True:
            self.dice.choice([self.edit] * 6 + [self.slide, self.undo, self.undo, self.save, self.autosave])()

    def start(self) -> None:
        session, recovery = self.session, self.session.recovery
        recovery.look(self.folder / "journals")
        if recovery.offers:
            recovery.take(recovery.offers[0])
            for other in list(recovery.offers):
                recovery.discard(other)
        else:
            assert files.open_file(session, self.folder / NAME)
        self.arrived()

    def arrived(self) -> None:
        self.reached[self.session.history.index()] = digest(self.session.document)
        tell("done", self.reached[self.session.history.index()])

    def do(self, edit, gesture=None) -> None:
        ahead = from_bytes(to_bytes(self.session.document))
        edit.apply(ahead)
        tell("next", digest(ahead))
        self.session.do(edit, "Change", gesture=gesture)
        if gesture is None:
            self.arrived()

    def edit(self) -> None:
        document, graph = self.session.document, self.session.document.graph
        ids = [node.id for node in graph.nodes]
        match self.dice.randint(0, 4):
            case 0 if len(ids) < 40:
                node = make_node(graph.fresh_id(), "negate", graph.fresh_name("negate"))
                wired = Connect(Edge(self.dice.choice(ids), node.id, "x"))
                self.do(Together((AddNode(node, (self.dice.random() * 900, 50.0)), wired)))
            case 1 if len(ids) > 3:
                self.do(compose.remove(document, [self.dice.choice(ids[1:])]))
            case 2:
                self.do(Move(((self.dice.choice(ids), (self.dice.random(), 7.0)),)))
            case 3:
                self.do(Describe(f"Title {self.dice.random()}", "图" * self.dice.randint(0, 300)))
            case _:
                self.do(SetValue(self.source(), [self.dice.random()] * self.dice.choice([1, 3, 90])))

    def slide(self) -> None:
        gesture, id = object(), self.source()
        for _ in range(30):
            self.do(SetValue(id, self.dice.random()), gesture)
        self.session.journal.flush()  # as when the slider has come to rest
        self.arrived()

    def source(self) -> str:
        return next(node.id for node in self.session.document.graph.nodes if node.is_source)

    def undo(self) -> None:
        history, back = self.session.history, self.dice.random() < 0.7
        if history.canUndo() if back else history.canRedo():
            tell("next", self.reached[history.index() + (-1 if back else 1)])
            (history.undo if back else history.redo)()
            self.arrived()

    def save(self) -> None:
        tell("saving", digest(self.session.document))
        assert files.save(self.session, self.folder / NAME)
        tell("saved", digest(self.session.document))

    def autosave(self) -> None:
        self.session.journal.begin()


def main() -> None:
    for line in sys.stdin:
        folder, seed, answers = line.rstrip("\n").split("\t")
        child = os.fork()
        if child == 0:
            os.dup2(os.open(answers, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), 1)
            app = QCoreApplication([])
            Life(Path(folder), int(seed)).live()
            del app
            os._exit(1)
        print(child, flush=True)
        os.waitpid(child, 0)
        print("ended", flush=True)


if __name__ == "__main__":
    with next_version() if "next" in sys.argv else nullcontext():
        main()
