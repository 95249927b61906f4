from __future__ import annotations

import pytest

from graph_engine.storage import example
from gui.session import Session


@pytest.fixture
def session(qapp):
    """Apple tax in a session without a window."""
    return Session(example("apple_tax").open())


@pytest.fixture
def id_of(session):
    return session.document.graph.id_of


@pytest.fixture
def heard(session):
    """How often each signal of the session spoke."""
    counts = {"changed": 0, "replaced": 0, "located": 0, "selection": 0, "playhead": 0}

    def listen(signal, name):
        signal.connect(lambda *_: counts.update({name: counts[name] + 1}))

    for name in ("changed", "replaced", "located"):
        listen(getattr(session, name), name)
    listen(session.selection.changed, "selection")
    listen(session.playhead.moved, "playhead")
    return counts
