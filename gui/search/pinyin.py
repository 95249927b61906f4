"""The first letters of the pinyin of Chinese words, by which they are found on a Latin keyboard. Imports no Qt."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache

# GB 2312 orders its 3755 common characters by pinyin: where each letter begins
_BEGINS = (
    *((0xB0A1, "a"), (0xB0C5, "b"), (0xB2C1, "c"), (0xB4EE, "d"), (0xB6EA, "e"), (0xB7A2, "f"), (0xB8C1, "g")),
    *((0xB9FE, "h"), (0xBBF7, "j"), (0xBFA6, "k"), (0xC0AC, "l"), (0xC2E8, "m"), (0xC4C3, "n"), (0xC5B6, "o")),
    *((0xC5BE, "p"), (0xC6DA, "q"), (0xC8BB, "r"), (0xC8F6, "s"), (0xCBFA, "t"), (0xCDDA, "w"), (0xCEF4, "x")),
    *((0xD1B9, "y"), (0xD4D1, "z"), (0xD7FA, "")),
)
_CODES = [code for code, _ in _BEGINS]


@cache
def initials(text: str) -> str:
    """One letter for each common Chinese character of `text`; "" where there is none.

    >>> initials("乘法"), initials("均方误差"), initials("sum")
    ('cf', 'jfwc', '')
    """
    return "".join(map(_initial, text))


def _initial(letter: str) -> str:
    try:
        code = int.from_bytes(letter.encode("gb2312"))
    except UnicodeEncodeError:
        return ""
    place = bisect_right(_CODES, code) - 1
    return _BEGINS[place][1] if place >= 0 else ""
