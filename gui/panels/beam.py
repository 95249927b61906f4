"""The light that a panel throws on the canvas while something of it is pointed at."""

from __future__ import annotations

from collections.abc import Collection

from graph_engine.graph import Edge

from ..session import Session


class Beam:
    """It yields to the light of a question, and puts out only what it lit itself."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.on = False

    def show(self, wires: Collection[Edge] | None) -> None:
        """Lights these wires alone; without any, all of the graph."""
        if self._session.inquiry.trail:
            self.on = False
        elif wires:
            self.on = True
            self._session.spotlight.show_wires(wires)
        elif self.on:
            self.on = False
            self._session.spotlight.clear()
