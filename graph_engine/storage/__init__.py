"""Documents as files."""

from ..replace_file import replace_file
from .examples import Example, example, examples
from .format import FORMAT, VERSION
from .journal import Heading, Recovered, first_line, line, recover
from .numbers import nested, number_to_json, value_from_json
from .older import older_version
from .read import document_in, from_bytes, is_model, read, read_bytes
from .write import to_bytes, write

__all__ = [
    "FORMAT",
    "VERSION",
    "Example",
    "Heading",
    "Recovered",
    "document_in",
    "example",
    "examples",
    "first_line",
    "from_bytes",
    "is_model",
    "line",
    "nested",
    "number_to_json",
    "older_version",
    "read",
    "read_bytes",
    "recover",
    "replace_file",
    "to_bytes",
    "value_from_json",
    "write",
]
