"""The view where texts can be read: only what has become another is painted anew."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QRegion

from .edge_item import EdgeItem
from .looks import ENOUGH
from .paint import DETAIL

if TYPE_CHECKING:
    from .view import CanvasView

_AROUND = 2  # pixels, for what antialiasing adds


class NearPicture(QObject):
    """Whoever paints a frame says so by `begin` and `end`."""

    _due = Signal()

    def __init__(self, view: CanvasView) -> None:
        super().__init__(view)
        self.view, self._looks = view, view.canvas.looks
        self._planned = False
        self._began: float | None = None
        self._due.connect(self._plan, Qt.ConnectionType.QueuedConnection)
        view.canvas.turned.connect(self._expect)

    def begin(self, region: QRegion) -> None:
        """Readies a frame that paints `region`: looks, places of texts, and the strokes of the wires."""
        began, view = time.perf_counter(), self.view
        whole = region == QRegion(view.viewport().rect())
        wires = self._catch_up()
        self._order(region)
        near = wires
        if not whole:
            exposed = view.mapToScene(region.boundingRect().adjusted(-2, -2, 2, 2)).boundingRect()
            near = [wire for wire in wires if wire.boundingRect().intersects(exposed)]
        seen = view.viewportTransform(), view.viewport().size(), view.devicePixelRatioF()
        recalled = self._looks.strokes.begin(wires, near, *seen)
        self._began = began if whole and not recalled else None

    def end(self) -> None:
        self._looks.strokes.end()
        if self._began is not None:
            self.view.motion.cost = time.perf_counter() - self._began

    # -- inside --------------------------------------------------------------------------------------------------------

    def _expect(self) -> None:
        """Another moment has come, and perhaps others before it is painted."""
        if not self._planned:
            self._planned = True
            self._due.emit()

    def _plan(self) -> None:
        self._planned = False
        view = self.view
        if view.scale_now < DETAIL or view.motion.moving:
            self._looks.stirred.clear()
            view.viewport().update()
        elif view.isVisible():
            self._catch_up()
            self._order(QRegion())

    def _catch_up(self) -> list[EdgeItem]:
        """Gives all in view its look and its place; the wires among it, the lower ones first."""
        view, canvas = self.view, self.view.canvas
        seen = canvas.catch_up(view.mapToScene(view.viewport().rect()).boundingRect())
        canvas.captions.arrange(seen)
        return [item for item in seen if isinstance(item, EdgeItem)]

    def _order(self, painted: QRegion) -> None:
        """Asks for a frame with all that has become another, but for what is `painted` already."""
        port, areas = self.view.viewport(), self._looks.stirred
        if not areas:
            return
        region, all = QRegion(), QRegion(port.rect())
        if len(areas) > ENOUGH:
            region = all
        else:
            onto = self.view.viewportTransform()
            for area in areas:
                region += onto.mapRect(area).toAlignedRect().adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
        areas.clear()
        left = region.intersected(all).subtracted(painted)
        if not left.isEmpty():
            port.update(left)
