"""The examples that come with all their data; MNIST's files are the user's to bring."""

from __future__ import annotations

import graph_engine as ge

WHOLE = [example for example in ge.examples() if not any(node.trouble for node in example.open().graph.nodes)]
