"""What a few typed letters mean."""

from __future__ import annotations

import pytest

from graph_engine import ops
from graph_engine.document.notes import KINDS
from graph_engine.graph import SOURCES
from gui.i18n import use_language
from gui.search.catalogue import catalogue, matching


def keys(typed):
    return [entry.key for entry in matching(catalogue(), typed)]


def test_every_kind_of_node_is_there_once():
    assert sorted(keys("")) == sorted([source.key for source in SOURCES] + [op.key for op in ops.ALL] + list(KINDS))


@pytest.mark.parametrize(
    ("typed", "best"),
    [
        ("mul", "multiply"),
        ("*", "multiply"),
        ("×", "multiply"),
        ("MULTIPLY", "multiply"),
        ("1/x", "reciprocal"),
        ("+", "add"),
        ("  exp ", "exp"),
        ("sigm", "sigmoid"),
        ("sgmoid", "sigmoid"),
        ("mltply", "multiply"),
        ("cross entropy", "softmax_with_loss"),
        ("var", "variable"),
        ("乘", "multiply"),
        ("乘法", "multiply"),
        ("全连接", "affine"),
        ("点积", "dot"),
        ("均方误差", "mean_squared_error"),
        ("矩阵", "dot"),
        ("常", "constant"),
        ("＊", "multiply"),
        ("x*y", "multiply"),
        ("x * y", "multiply"),
        ("x - y", "subtract"),
        ("soft max", "softmax"),
        ("mse", "mean_squared_error"),
        ("ce", "cross_entropy"),
        ("^", "power"),
        ("-", "subtract"),
        ("e^x", "exp"),
        ("sqr", "sqrt"),
        ("log", "log"),
        ("ln", "log"),
        ("matmul", "dot"),
        ("@", "dot"),
        ("linear", "affine"),
        ("relu", "relu"),
        ("leaky", "leaky_relu"),
        ("batch norm", "batch_normalization"),
        ("bn", "batch_normalization"),
        ("加", "add"),
        ("减", "subtract"),
        ("除", "divide"),
        ("参数", "parameter"),
        ("损失", "hinge"),
        ("转置", "transpose"),
        ("变量", "variable"),
    ],
)
def test_the_best_match_comes_first(typed, best):
    assert keys(typed)[0] == best


@pytest.mark.parametrize("typed", ["qqq", "multiplyx", "¿"])
def test_what_nothing_is_called_matches_nothing(typed):
    assert keys(typed) == []


def test_every_entry_is_found_by_its_own_name():
    for entry in catalogue():
        assert keys(str(entry.label))[0] == entry.key
        assert entry.about
        assert entry.symbol


def test_among_equals_the_one_used_most_comes_first():
    uses = {"minimum": 2, "multiply": 5}
    found = [entry.key for entry in matching(catalogue(), "m", uses)]
    assert found[:2] == ["multiply", "minimum"]
    assert matching(catalogue(), "min", {"mean": 9})[0].key == "minimum"
    assert [entry.key for entry in matching(catalogue(), "", uses)][:3] == ["multiply", "minimum", "variable"]


@pytest.mark.parametrize(
    ("typed", "best"), [("cf", "multiply"), ("jf", "add"), ("jfwc", "mean_squared_error"), ("bl", "variable")]
)
def test_in_chinese_the_initials_of_pinyin_find_it(qapp, typed, best):
    use_language(qapp, "zh_CN")
    try:
        assert best in keys(typed)[:3]
    finally:
        use_language(qapp, "en")
    assert best not in keys(typed)


@pytest.mark.parametrize(
    ("typed", "never"),
    [("trai", "transpose"), ("mul", "minimum"), ("sum", "square"), ("exp", "leaky_relu"), ("no", "cos")],
)
def test_what_is_far_fetched_is_not_offered(typed, never):
    assert never not in keys(typed)
