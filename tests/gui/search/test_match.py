"""How well a few letters mean a name."""

from __future__ import annotations

import pytest

from gui.search.match import BEGINS, INITIALS, LETTERS, NAME, PART, WORD, WORD_BEGINS, farthest, fold, plain, rank
from gui.search.pinyin import initials


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
        ("error mean", WORD_BEGINS),
        ("jfwc", INITIALS),
        ("jf", INITIALS),
    ],
)
def test_the_kinds_of_match(typed, kind):
    assert rank(typed, ["mean squared error"], ["mse"], initials("均方误差"))[0] == kind


@pytest.mark.parametrize("typed", ["z", "errorr", "msez", "esm", "q", "me error q", "fw", "j"])
def test_what_means_nothing(typed):
    assert rank(typed, ["mean squared error"], ["mse"], initials("均方误差")) is None


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("trai", "Run backward to here"),
        ("rh", "Run backward to here"),
        ("sum", "Spiral among the unknown"),
        ("mly", "multiply"),
    ],
)
def test_letters_that_are_strewn_about_mean_nothing(typed, name):
    assert rank(typed, [name]) is None


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("gip", "Give it parameters"),
        ("rbh", "Run backward to here"),
        ("rbth", "Run backward to here"),
        ("fitp", "Fit parameters"),
    ],
)
def test_the_first_letters_of_words_mean_them(typed, name):
    assert rank(typed, [name]) is not None


def test_beside_a_good_match_a_far_one_is_not_worth_showing():
    assert farthest([None, (BEGINS, 0), (LETTERS, 2)]) == PART
    assert farthest([(LETTERS, 2), None]) == farthest([]) == LETTERS


def test_one_or_two_letters_are_not_looked_for_within_words():
    assert rank("an", ["mean squared error"]) is None
    assert rank("方", ["均方误差"]) == (PART, 0)


def test_pinyin_of_common_characters():
    assert initials("矩阵乘法 x·W") == "jzcf"
    assert initials("龘") == ""


def test_letters_close_together_mean_it_better():
    assert rank("mlt", ["multiply"]) < rank("mltp", ["multiply"])


def test_full_width_letters_and_other_signs_are_the_same():
    assert plain("（ａ＋ｂ）＊２") == "(a+b)*2"
    assert fold("×") == fold("＊") == fold("·") == "*"
    assert fold("−X") == "-x"
