"""What is drawn, as a file: numbers as CSV, pictures as PNG or SVG."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from graph_engine.errors import FileProblem
from graph_engine.replace_file import replace_file

from ...i18n import tr
from ...plots import Curve, CurvePlot, PointPlot
from ...plots.picture import as_png, as_svg
from ...session import Session, files


def csv_of(curves: Mapping[str, Sequence[Curve]]) -> str:
    """One line for each point of each curve: what it is, its name, the step, the number to its last digit."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(("quantity", "curve", "step", "value"))
    for quantity, drawn in curves.items():
        for curve in drawn:
            for step, number in zip(curve.x.tolist(), curve.y.tolist(), strict=True):
                if number == number:
                    table.writerow((quantity, curve.label, int(step), repr(number)))
    return out.getvalue()


def save_csv(parent: QWidget, session: Session, curves: Mapping[str, Sequence[Curve]]) -> None:
    path = _asked(parent, session, "csv", tr("Numbers (*.csv)"))
    if path is not None:
        _write(session, path, csv_of(curves).encode())


def save_picture(parent: QWidget, session: Session, plots: Sequence[CurvePlot | PointPlot]) -> None:
    path = _asked(parent, session, "png", tr("Pictures (*.png *.svg)"))
    if path is not None:
        draw = as_svg if path.suffix.lower() == ".svg" else as_png
        _write(session, path, draw([plot.widget for plot in plots]))


def _asked(parent: QWidget, session: Session, ending: str, kinds: str) -> Path | None:
    name = tr("curves") if session.path is None else session.path.stem
    start = files.folder_for(session) / f"{name}.{ending}"
    name, _ = QFileDialog.getSaveFileName(parent.window(), tr("Export"), str(start), kinds)
    if not name:
        return None
    return Path(name) if Path(name).suffix else Path(name).with_suffix(f".{ending}")


def _write(session: Session, path: Path, content: bytes) -> None:
    try:
        replace_file(path, content)
    except FileProblem as problem:
        session.say(problem.sentence)
    else:
        session.say(tr("Saved {name}", name=path.name), "good")
