"""Rows of the data as a table: the picture or the numbers, what is right, what is predicted, how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPixmap

from graph_engine.explain import short

from ...i18n import tr
from ...theme import Theme
from ...theme.ramp import rgb
from ..images import ink, pictures, side_of

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter
_ROLES = Qt.ItemDataRole
_SHOWN = 5  # numbers of a row that is no picture
PICTURE = 34  # pixels a side


@dataclass(frozen=True)
class Sample:
    row: int  # in the data set
    right: int
    predicted: int
    sure: float


class SampleTable(QAbstractTableModel):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.rows: list[Sample] = []
        self.classes: tuple[str, ...] = ()
        self.inputs: NDArray[Any] = np.zeros((0, 0))
        self._drawn: dict[int, QPixmap] = {}
        theme.changed.connect(self._drawn.clear)

    def show_samples(self, rows: list[Sample], inputs: NDArray[Any], classes: tuple[str, ...]) -> None:
        if inputs is not self.inputs:
            self._drawn.clear()
        if len(rows) == len(self.rows) and inputs is self.inputs:
            self.rows, self.classes = rows, classes
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, 4))
            return
        self.beginResetModel()
        self.rows, self.inputs, self.classes = rows, inputs, classes
        self.endResetModel()

    def place_of(self, row: int) -> int:
        """Where the row of this number is listed; -1 where it is not."""
        return next((place for place, sample in enumerate(self.rows) if sample.row == row), -1)

    @property
    def has_pictures(self) -> bool:
        return self.inputs.ndim == 2 and bool(side_of(self.inputs.shape[1]))

    # -- Qt ------------------------------------------------------------------------------------------------------------

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 5

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLES.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == _ROLES.DisplayRole:
            return (tr("inputs"), tr("row"), tr("correct"), tr("predicted"), tr("how sure"))[section]
        if section == 4 and role == _ROLES.ToolTipRole:
            return tr("0 %: as likely as the others; 100 %: no doubt")
        return None

    def data(self, index: QModelIndex, role: int = _ROLES.DisplayRole) -> Any:
        sample, column = self.rows[index.row()], index.column()
        if role == _ROLES.TextAlignmentRole:
            return _LEFT if column == 0 else _CENTRE
        if column == 0 and self.has_pictures:
            if role == _ROLES.DecorationRole:
                return self._picture(sample.row)
            return QSize(PICTURE + 6, PICTURE + 4) if role == _ROLES.SizeHintRole else None
        if role == _ROLES.ForegroundRole and column == 3:
            t = self.theme.tokens
            return QColor(t.good if sample.right == sample.predicted else t.error)
        if role != _ROLES.DisplayRole:
            return None
        names = [self.classes[number] for number in (sample.right, sample.predicted)]
        return (self._numbers(sample.row), str(sample.row + 1), *names, f"{100 * sample.sure:.0f} %")[column]

    def _numbers(self, row: int) -> str:
        numbers = np.asarray(self.inputs[row]).ravel()
        more = ", …" if len(numbers) > _SHOWN else ""
        return ", ".join(short(float(f"{number:.3g}")) for number in numbers[:_SHOWN]) + more

    def _picture(self, row: int) -> QPixmap:
        if row not in self._drawn:
            side = side_of(self.inputs.shape[1])
            self._drawn[row] = drawn(ink(pictures(self.inputs[row], side)[0]), self.theme)
        return self._drawn[row]


def drawn(dark: NDArray[np.float64], theme: Theme) -> QPixmap:
    """A picture in the ink of the theme."""
    paper, pen = rgb(theme.tokens.card), rgb(theme.tokens.text)
    colours = np.ascontiguousarray(np.rint(paper + dark[..., None] * (pen - paper)).astype(np.uint8))
    tall, wide, _ = colours.shape
    image = QImage(colours.data, wide, tall, 3 * wide, QImage.Format.Format_RGB888)
    return QPixmap.fromImage(image.scaled(theme.px(PICTURE), theme.px(PICTURE)))
