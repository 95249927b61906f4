import json

import pytest

import graph_engine as ge
from graph_engine import storage
from graph_engine.document import edits
from graph_engine.graph import Edge, make_node

APPLE = str(ge.example("apple_tax").path)
TWO_PATHS = str(ge.example("two_paths").path)


def no_constants(word):
    raise AssertionError(f"a bare {word} is not JSON")


def parsed(output):
    return json.loads(output, parse_constant=no_constants)


def test_json_is_exactly_as_promised(said):
    code, out, err = said("eval", APPLE, "--json", "--source", "tax")
    assert (code, err) == (0, "")
    assert parsed(out) == {
        "values": {"apple price": 100, "apple count": 2, "tax": 1.1, "apple total": 200, "price": 220.00000000000003},
        "gradients": {
            "apple price": 2.2,
            "apple count": 110.00000000000001,
            "tax": 200,
            "apple total": 1.1,
            "price": 1,
        },
        "forward": {"apple price": 0, "apple count": 0, "tax": 1, "apple total": 0, "price": 200},
        "edges": [
            edge("apple price", "apple total", "x", 100, 2, 1.1, 2.2),
            edge("apple count", "apple total", "y", 2, 100, 1.1, 110.00000000000001),
            edge("apple total", "price", "x", 200, 1.1, 1, 1.1),
            edge("tax", "price", "y", 1.1, 200, 1, 200),
        ],
        "target": "price",
        "source": "tax",
    }


def edge(source, target, port, value, local, upstream, gradient):
    numbers = {"value": value, "local": local, "upstream": upstream, "gradient": gradient}
    return {"from": source, "to": target, "port": port, **numbers}


def test_values_are_set_by_name_with_spaces_and_minus_and_in_arrays(said):
    code, out, _ = said("eval", APPLE, "--json", "--set", "apple price=−3", "--set", "apple count=[1, 2]")
    assert code == 0
    assert parsed(out)["values"]["apple total"] == [-3, -6]
    assert parsed(out)["gradients"]["apple price"] == pytest.approx(3.3)


def test_a_name_may_hold_an_equals_sign(said, tmp_path):
    document = ge.Document()
    edits.AddNode(make_node("n1", "variable", "a=b")).apply(document)
    ge.write(document, tmp_path / "g.json")
    code, out, _ = said("eval", tmp_path / "g.json", "--json", "--set", "a=b=4")
    assert (code, parsed(out)["values"]) == (0, {"a=b": 4})
    assert parsed(out)["target"] is None


def test_another_target_can_be_chosen(said):
    _, out, _ = said("eval", TWO_PATHS, "--json", "--target", "c")
    found = parsed(out)
    assert (found["target"], found["source"], found["forward"]) == ("c", None, {})
    assert found["gradients"] == {"a": 1, "b": 1, "1": 0, "c": 1, "d": 0, "e": 0}
    assert {e["gradient"] for e in found["edges"] if e["to"] in ("d", "e")} == {0}


def test_nan_and_infinity_are_strings(said):
    code, out, _ = said("eval", TWO_PATHS, "--json", "--set", "a=nan", "--set", "b=-inf")
    assert code == 0
    assert parsed(out)["values"] == {"a": "NaN", "b": "-Infinity", "1": 1, "c": "NaN", "d": "-Infinity", "e": "NaN"}


def test_nodes_without_value_are_null_and_warned_about(said, tmp_path):
    document = ge.example("two_paths").open()
    edits.Disconnect(Edge("n1", "n4", "x")).apply(document)
    ge.write(document, tmp_path / "g.json")
    code, out, err = said("eval", tmp_path / "g.json", "--json")
    found = parsed(out)
    assert code == 0
    assert err == "gradcanvas: warning: “c” needs a wire into x\n"
    assert (found["target"], found["gradients"]) == (None, {}), "the chosen target has no value"
    assert (found["values"]["c"], found["values"]["e"]) == (None, None)
    assert [e for e in found["edges"] if e["to"] == "e"] == [
        edge("c", "e", "x", None, None, None, None),
        edge("d", "e", "y", 2, None, None, None),
    ]


def test_the_table_shows_exact_numbers(said):
    code, out, _ = said("eval", APPLE, "--source", "apple count")
    assert code == 0
    lines = out.splitlines()
    assert "  price        220.00000000000003" in lines
    assert "gradients of price" in lines
    assert "forward mode from apple count" in lines
    assert any(line.startswith("apple count → apple total (y)  2 ") for line in lines)


def test_the_table_cuts_large_arrays(said):
    _, out, _ = said("eval", ge.example("classifier").path)
    assert "…" in out
    assert max(map(len, out.splitlines())) < 300


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--set", "pears=1"], "--set pears=1: there is no node named “pears”; there are: apple price, apple count"),
        (["--set", "tax"], "--set tax: write NAME=VALUE"),
        (["--set", "tax=much"], "--set tax=much: “much” is not a number"),
        (["--set", "tax="], "--set tax=: “” is not a number"),
        (["--set", "price=1"], "--set price=1: “price” computes its value"),
        (["--target", "pears"], "there is no node named “pears”"),
        (["--source", "pears"], "there is no node named “pears”"),
    ],
)
def test_a_mistake_is_one_line_on_stderr_and_exit_2(arguments, sentence, said):
    code, out, err = said("eval", APPLE, *arguments)
    assert (code, out) == (2, "")
    assert err.startswith(f"gradcanvas: error: {sentence}")
    assert err.count("\n") == 1


def test_a_target_without_value_is_a_mistake_if_it_was_asked_for(said, tmp_path):
    document = ge.Document()
    edits.AddNode(make_node("n1", "exp", "open")).apply(document)
    ge.write(document, tmp_path / "g.json")
    code, out, err = said("eval", tmp_path / "g.json", "--target", "open")
    assert (code, out) == (2, "")
    assert err.splitlines()[-1].startswith("gradcanvas: error: “open” has no value")


def test_names_in_chinese_are_printed_as_they_are(said, tmp_path):
    document = ge.example("apple_tax").open()
    edits.Rename("n1", "苹果价格").apply(document)
    data = ge.write(document, tmp_path / "苹果.json")
    assert "苹果价格".encode() in data
    _, out, _ = said("eval", tmp_path / "苹果.json", "--json", "--set", "苹果价格=50")
    assert "苹果价格" in out
    assert parsed(out)["values"]["apple total"] == 100
    assert storage.to_bytes(ge.read(tmp_path / "苹果.json")) == data
