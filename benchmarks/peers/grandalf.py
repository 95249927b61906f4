"""grandalf: layered layout in pure Python."""

from __future__ import annotations

from collections.abc import Callable

from grandalf.graphs import Edge, Graph, Vertex
from grandalf.layouts import SugiyamaLayout


class _View:
    def __init__(self, size: tuple[float, float]) -> None:
        self.w, self.h = size


def run(names: list[str], wires: set[tuple[str, str]], size: tuple[float, float]) -> Callable[[], object]:
    def lay_out() -> dict[str, tuple[float, float]]:
        vertices = {name: Vertex(name) for name in names}
        for vertex in vertices.values():
            vertex.view = _View(size)
        graph = Graph(list(vertices.values()), [Edge(vertices[a], vertices[b]) for a, b in wires])
        for part in graph.C:
            layout = SugiyamaLayout(part)
            layout.init_all()
            layout.draw()
        return {name: vertex.view.xy for name, vertex in vertices.items()}

    return lay_out
