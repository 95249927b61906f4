"""Spoilt and generated files, tens of thousands in the slow run: a refusal in a sentence, soon, or a document."""

from __future__ import annotations

import json
from importlib.util import find_spec

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz import deep, guided, mutate, targets

LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4) | st.sampled_from(mutate.NASTY)
KEYS = st.sampled_from(
    ["id", "op", "name", "at", "value", "attributes", "from", "to", "port", "kind", "text", "size", "number", "members"]
)
RECORDS = st.dictionaries(KEYS, st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=3), max_leaves=6))
FILES = st.fixed_dictionaries(
    {"format": st.just("gradcanvas"), "version": st.just(1)},
    optional={key: st.lists(RECORDS, max_size=4) for key in ("nodes", "edges", "notes", "bookmarks", "groups")}
    | {"target": LEAVES, "training": LEAVES | RECORDS, "title": LEAVES},
)


WITH_ONNX = pytest.mark.skipif(find_spec("onnx") is None, reason="onnx is not installed")
KINDS = [pytest.param(kind, marks=WITH_ONNX) if kind == "model" else kind for kind in deep.KINDS]


def test_the_files_that_are_spoilt_are_fine(tmp_path):
    (tmp_path / "labels.idx").write_bytes(targets.LABELS)
    assert {targets.document(data) for data in targets.seeds()} == {"opened"}
    assert {targets.table(name, data, tmp_path, **choice) for name, data, choice in targets.tables()} == {"opened"}


@settings(max_examples=150, deadline=None)
@given(tree=FILES)
def test_generated_documents(tree):
    targets.document(json.dumps(tree).encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("kind", KINDS)
def test_spoilt_and_made_up_files(kind):
    assert "300 files" in deep.run(kind, 300)


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_a_hundred_thousand_of_them(kind):
    deep.run(kind, deep.KINDS[kind][1], 300)


def test_what_goes_wrong_can_be_had_again_by_its_number(monkeypatch):
    def breaks(dice, folder):
        if dice.random() < 0.05:
            raise ZeroDivisionError("hidden")
        return "refused"

    monkeypatch.setitem(deep.KINDS, "broken", (breaks, 100))
    with pytest.raises(AssertionError, match=r"broken \d+: ZeroDivisionError: hidden") as found:
        deep.run("broken", 1000)
    number = int(str(found.value).split(":")[0].split()[1])
    with pytest.raises(AssertionError, match=f"broken {number}: ZeroDivisionError"):
        deep.run("broken", 1, number)


def test_the_guided_fuzzer_finds_what_is_hidden(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert guided.fuzz(1.0) == 0
    assert not (tmp_path / "fuzz_findings").exists()

    def hidden(data, folder=None):
        raise ZeroDivisionError("hidden")

    monkeypatch.setattr(targets, "document", hidden)
    assert guided.fuzz(0.5) > 0
    report = next((tmp_path / "fuzz_findings").glob("*.txt"))
    assert "ZeroDivisionError: hidden" in report.read_text()
