"""`check`, `paths` and `new`."""

from dataclasses import replace

import pytest

import graph_engine as ge
from graph_engine import ops

TWO_PATHS = str(ge.example("two_paths").path)


def test_check_lists_every_derivative_and_passes(said):
    code, out, err = said("check", TWO_PATHS)
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[1].split("  ")[0] == "∂e/∂b"
    assert "ok     analytic 5, numerical 5, relative error" in lines[1]
    assert any(line.startswith("c → e (x)") for line in lines)
    assert lines[-1] == "passed: 9 derivatives"


def test_check_fails_with_1_and_names_the_worst_edge(said, monkeypatch):
    wrong = replace(ops.by_key("multiply"), partials=lambda x, y, *, out: (x, y))
    monkeypatch.setitem(ops._BY_KEY, "multiply", wrong)
    code, out, _ = said("check", TWO_PATHS)
    assert code == 1
    *rows, verdict = out.splitlines()
    assert verdict.startswith("failed: 4 of 9; worst is c → e (x): FAILED analytic 3, numerical 2")
    assert [row for row in rows if "FAILED" in row and "→" in row] == [row for row in rows if "→ e (" in row]


def test_check_of_a_graph_that_computes_nothing_says_so(said, tmp_path):
    ge.write(ge.Document(), tmp_path / "empty.json")
    code, _, err = said("check", tmp_path / "empty.json")
    assert code == 2
    assert err.startswith("gradcanvas: error: there is nothing to differentiate")


def test_paths_shows_products_sum_count_and_factored_form(said):
    code, out, _ = said("paths", TWO_PATHS, "b", "e")
    assert code == 0
    assert out.splitlines() == [
        "b → c.y → e.x: 1 × 2 = 2",
        "b → d.x → e.y: 1 × 3 = 3",
        "paths: 2",
        "sum: 5",
        "factored: 2 + 3",
        "operations: forward mode 4, reverse mode 4",
    ]


def test_paths_lists_at_most_what_is_asked_for(said):
    _, out, _ = said("paths", TWO_PATHS, "b", "e", "--limit", 1)
    assert out.splitlines()[1:3] == ["… and 1 more", "paths: 2"]


def test_new_makes_a_file_from_a_formula(said, tmp_path):
    out_file = tmp_path / "neuron.json"
    code, out, _ = said("new", "y = sigmoid(w*x + b)", out_file, "--set", "x=2")
    assert (code, out.strip()) == (0, str(out_file))
    document = ge.read(out_file)
    assert ge.evaluate(document.graph).value(document.target) == pytest.approx(0.9525741268224334)
    before = out_file.read_bytes()
    code, _, err = said("new", "a", out_file)
    assert (code, "exists already" in err) == (2, True)
    assert out_file.read_bytes() == before


def test_new_refuses_what_it_can_not_read(said, tmp_path):
    code, _, err = said("new", "a +", tmp_path / "x.json")
    assert (code, err) == (2, "gradcanvas: error: column 4: a number, a name or ( is missing here\n")
    assert not (tmp_path / "x.json").exists()
