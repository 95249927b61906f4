"""`gradcanvas --self-test`: whether an installation is whole, one line for each part. Needs no display."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QProcess, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from graph_engine import datasets, doctor, evaluate, export, gradients, ops, optimizers
from graph_engine.storage import example, examples, to_bytes

from .app import App
from .background.engine import end_engine, start_engine
from .i18n import tr
from .settings import Settings

_LONGEST = 20_000  # milliseconds that the engine's process may take to answer


def self_test() -> int:
    """Tries each part; returns 1 if any fails."""
    qInstallMessageHandler(lambda *_: None)
    qt = QApplication(["gradcanvas"])
    failed = False
    for name, part in _PARTS.items():
        try:
            said = part(qt)
        except Exception as error:  # whatever is wrong is what a person wants to know here
            failed, said = True, f"FAILED: {type(error).__name__}: {error}"
        print(f"{name}: {said}")
    return int(failed)


def _registries(_: QApplication) -> str:
    counts = {
        "nodes": len(ops.ALL), "optimizers": len(optimizers.ALL), "data sets": len(datasets.ALL),
        "doctor's rules": len(doctor.RULES),
    }  # fmt: skip
    return ", ".join(f"{count} {name}" for name, count in counts.items())


def _examples(_: QApplication) -> str:
    for each in examples():
        evaluate(each.open().graph)
    document = example("apple_tax").open()
    values, tax = evaluate(document.graph), document.graph.id_of("tax")
    price = document.graph.id_of("price")
    found = values.value(price), gradients(values, price).nodes[tax]
    if found != (220.00000000000003, 200.0):
        raise ArithmeticError(f"apple tax gives {found}")
    return f"{len(examples())} open; apple tax gives {found[0]}"


def _exports(_: QApplication) -> str:
    """Each form but ONNX, whose library is an extra."""
    written = [target for target in export.every() if target.suffix != ".onnx"]
    sizes = [len(target.data(example("xor").open())) for target in written]
    if not all(sizes):
        raise ValueError("an export is empty")
    return f"{len(sizes)} forms"


def _window(qt: QApplication) -> str:
    with tempfile.TemporaryDirectory() as folder:
        app = App(qt, Settings(Path(folder) / "settings.ini"), theme="light", language="zh_CN")
        try:
            if tr("Save") == "Save":
                raise LookupError("the Chinese catalogue is missing")
            app.session.replace(example("apple_tax").open(), None)
            app.window.show()
            qt.processEvents()
            picture = app.window.grab()
        finally:
            app.close()
    return f"{picture.width()} × {picture.height()}, in Chinese"


def _engine(_: QApplication) -> str:
    text = to_bytes(example("apple_tax").open()).decode()
    jobs = next(_answers("jobs", {"job": 1, "kind": "check", "document": text}))
    train = next(_answers("train", {"do": "start", "document": to_bytes(example("blobs").open()).decode()}))
    if jobs.get("event") != "begun" or train.get("type") != "started":
        raise ChildProcessError(f"it answers {jobs} and {train}")
    return "answers, for checks and for training"


def _answers(room: str, request: dict[str, object]) -> Iterator[dict[str, object]]:
    process = QProcess()
    start_engine(process, room)  # type: ignore[arg-type]
    process.write(json.dumps(request).encode() + b"\n")
    try:
        while process.canReadLine() or process.waitForReadyRead(_LONGEST):
            yield json.loads(bytes(process.readLine().data()))
        raise ChildProcessError(process.errorString())
    finally:
        end_engine(process)


_PARTS: dict[str, Callable[[QApplication], str]] = {
    "registries": _registries,
    "examples": _examples,
    "exports": _exports,
    "window": _window,
    "process beside the window": _engine,
}
