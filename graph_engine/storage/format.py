"""The file format, version 1: its names and its limits. Described for people in docs/file-format.md."""

from __future__ import annotations

from ..graph import LONGEST

FORMAT = "gradcanvas"
VERSION = 1

MAX_BYTES = 256 * 2**20  # of a file
MAX_DEPTH = 64  # brackets within brackets
MAX_NODES = 200_000
MAX_GROUPS = 10_000
MAX_ENTRIES = 2**26  # numbers in one array
MAX_DRAWN = 2**24  # numbers that are drawn while a file is read
MAX_FILE_COLUMNS = 64  # data columns from files beside the document
MAX_TEXT = LONGEST  # characters in a name, title or description

INLINE = 64  # arrays up to this many float64 entries are written as lists, larger ones as base64
