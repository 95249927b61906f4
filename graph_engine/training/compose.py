"""What a run leaves in a document, as one edit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..document import Document, Edit, edits
from ..errors import TrainingError
from ..sentence import say


def adopt(document: Document, values: Mapping[str, Any]) -> Edit:
    """Puts trained values into the document's sources; what their initialisers say stays."""
    missing = next((id for id in values if id not in document.graph), None)
    if missing is not None:
        raise TrainingError(say("there is no node “{node}” any more that could take its trained value", node=missing))
    return edits.Together(tuple(edits.SetValue(id, value) for id, value in values.items()))
