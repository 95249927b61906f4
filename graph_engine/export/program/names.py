"""Names of nodes as names of variables."""

from __future__ import annotations

import keyword
import re
import unicodedata
from collections.abc import Mapping

_WORDS = """
    np torch nn F sys math base64 zlib argparse self cls data seen mode names main check train unpack number sum_to
    SOURCES VALUES GRADIENTS INPUTS TARGET TRAIN TEST values gradients passes out dout print range len float int zip
    max min sum abs forward half double type eval to cpu cuda apply modules parameters children buffers compile kept
    training hinge share_memory zero_grad register_buffer register_parameter state_dict load_state_dict extra_repr
    add_module dropout batch_normalization cross_entropy softmax_with_loss tensor
"""
TAKEN = frozenset(_WORDS.split())  # names that programs, PyTorch's modules or Python use otherwise


def identifiers(names: Mapping[str, str]) -> dict[str, str]:
    """A variable for each of `names`, all different, none that a program uses otherwise.

    >>> identifiers({"a": "apple price", "b": "apple-price", "c": "2x", "d": "价格", "e": "lambda"})
    {'a': 'apple_price', 'b': 'apple_price_2', 'c': 'n2x', 'd': '价格', 'e': 'lambda_'}
    """
    found: dict[str, str] = {}
    used: set[str] = set()
    for id, name in names.items():
        stem = chosen = _identifier(name)
        number = 1
        while chosen in used:
            number += 1
            chosen = f"{stem}_{number}"
        used.add(chosen)
        found[id] = chosen
    return found


def _identifier(name: str) -> str:
    text = re.sub(r"\W+", "_", unicodedata.normalize("NFKC", name)).strip("_")
    text = "".join(letter for letter in text if f"a{letter}".isidentifier())
    if not text.isidentifier():
        text = f"n{text}"
    # What begins like a gradient or ends like a layer would meet one.
    reserved = keyword.iskeyword(text) or text in TAKEN or text.startswith("d_") or text.endswith("_layer")
    return f"{text}_" if reserved else text
