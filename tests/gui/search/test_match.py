"""How well a few letters mean a name."""

from __future__ import annotations

import pytest

from gui.search.match import BEGINS, LETTERS, NAME, PART, WORD, WORD_BEGINS, fold, plain, rank


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("mean squared error", NAME),
        ("Mean Squared  Error", NAME),
        ("mse", WORD),
        ("mean", BEGINS),
        ("squ", WORD_BEGINS),
        ("ms", WORD_BEGINS),
        ("rror", PART),
        ("mnsq", LETTERS),
    ],
)
def test_the_kinds_of_match(typed, kind):
    assert rank(typed, ["mean squared error"], ["mse"])[0] == kind


@pytest.mark.parametrize("typed", ["z", "errorr", "msez", "esm"])
def test_what_means_nothing(typed):
    assert rank(typed, ["mean squared error"], ["mse"]) is None


def test_letters_close_together_mean_it_better():
    assert rank("mlt", ["multiply"]) < rank("mly", ["multiply"])


def test_full_width_letters_and_other_signs_are_the_same():
    assert plain("（ａ＋ｂ）＊２") == "(a+b)*2"
    assert fold("×") == fold("＊") == fold("·") == "*"
    assert fold("−X") == "-x"
