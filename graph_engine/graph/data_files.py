"""Data files of a whole graph: looked for anew when the document gets another place, or a file has changed."""

from __future__ import annotations

from pathlib import Path

from .graph import Graph


def look_in(graph: Graph, folder: Path | None) -> list[str]:
    """Takes up data files from `folder`; returns the sources whose values may be other ones now."""
    graph.folder = folder
    found = [node for node in graph.nodes if node.is_from_file]
    for node in found:
        graph.replace(node.beside(folder))
    return [node.id for node in found]
