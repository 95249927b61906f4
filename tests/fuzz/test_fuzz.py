"""Spoilt and generated files, tens of thousands in the slow run: a refusal in a sentence, soon, or a document."""

from __future__ import annotations

import json
import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz import guided, mutate, targets

DICE = st.integers(0, 2**64 - 1).map(random.Random)
QUICK = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
SLOW = settings(QUICK, max_examples=100_000)

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


@pytest.fixture(autouse=True)
def patient(monkeypatch):
    """A machine that does other work as well must not fail a test of what a file can do."""
    monkeypatch.setattr(targets, "SLOWEST", 5.0)


def spoilt_documents(dice):
    targets.document(mutate.spoil(dice, dice.choice(targets.seeds())))


def generated_documents(tree):
    targets.document(json.dumps(tree).encode("utf-8", "surrogatepass"))


def spoilt_tables(dice, folder):
    (folder / "labels.idx").write_bytes(targets.LABELS)
    name, data, choice = dice.choice(targets.tables())
    for _ in range(dice.choice([1, 1, 2, 4])):
        data = mutate.spoil_bytes(dice, data)
    targets.table(name, data, folder, **choice)


def test_the_files_that_are_spoilt_are_fine(tmp_path):
    (tmp_path / "labels.idx").write_bytes(targets.LABELS)
    assert {targets.document(data) for data in targets.seeds()} == {"opened"}
    assert {targets.table(name, data, tmp_path, **choice) for name, data, choice in targets.tables()} == {"opened"}


@QUICK
@given(dice=DICE)
def test_spoilt_documents(dice):
    spoilt_documents(dice)


@QUICK
@given(tree=FILES)
def test_generated_documents(tree):
    generated_documents(tree)


@QUICK
@given(dice=DICE)
def test_spoilt_data_files(tmp_path, dice):
    spoilt_tables(dice, tmp_path)


@pytest.mark.slow
@SLOW
@given(dice=DICE)
def test_a_hundred_thousand_spoilt_documents(dice):
    spoilt_documents(dice)


@pytest.mark.slow
@settings(SLOW, max_examples=20_000)
@given(tree=FILES)
def test_twenty_thousand_generated_documents(tree):
    generated_documents(tree)


@pytest.mark.slow
@settings(SLOW, max_examples=20_000)
@given(dice=DICE)
def test_twenty_thousand_spoilt_data_files(tmp_path, dice):
    spoilt_tables(dice, tmp_path)


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
