"""Documents as files."""

from ..replace_file import replace_file
from .examples import Example, example, examples
from .format import FORMAT, VERSION
from .numbers import nested, number_to_json, value_from_json
from .read import from_bytes, read
from .write import to_bytes, write

__all__ = [
    "FORMAT",
    "VERSION",
    "Example",
    "example",
    "examples",
    "from_bytes",
    "nested",
    "number_to_json",
    "read",
    "replace_file",
    "to_bytes",
    "value_from_json",
    "write",
]
