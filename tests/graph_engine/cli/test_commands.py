import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import graph_engine as ge
from graph_engine import cli, storage
from graph_engine.cli import COMMANDS
from graph_engine.document import edits
from graph_engine.graph import Edge

TWO_PATHS = ge.example("two_paths").path


def in_its_own_process(*arguments, encoding="utf-8", **keywords):
    environment = {**os.environ, "PYTHONIOENCODING": encoding}
    command = [sys.executable, "-m", "graph_engine", *map(str, arguments)]
    return subprocess.run(command, env=environment, check=False, capture_output=True, **keywords)


def test_each_module_of_a_command_is_one():
    folder = Path(cli.__file__).parent
    assert sorted(f"{name}_command" for name in COMMANDS) == sorted(file.stem for file in folder.glob("*_command.py"))


def test_steps_are_told_one_a_line(said):
    code, out, err = said("steps", TWO_PATHS)
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert len(lines) == 8
    assert lines[0] == "Forward step 1 of 3: add “c”: c = a + b = 2 + 1 = 3"
    assert lines[-1] == "Backward step 5 of 5: variable “b”: ∂e/∂b = 3 + 2 = 5: contributions add up"


def test_steps_follow_the_value_and_the_target_asked_for(said):
    _, out, _ = said("steps", TWO_PATHS, "--set", "a=7", "--target", "c")
    assert "c = a + b = 7 + 1 = 8" in out
    assert "∂c/∂a" in out
    assert "∂e" not in out


def test_a_good_file_is_valid(said):
    assert said("validate", TWO_PATHS) == (0, f"{TWO_PATHS}: valid, 6 nodes, 6 edges\n", "")


def test_open_inputs_and_bad_numbers_are_warnings_and_the_file_is_valid(said, tmp_path):
    document = ge.example("two_paths").open()
    edits.Disconnect(Edge("n1", "n4", "x")).apply(document)
    edits.SetValue("n2", 1e308).apply(document)
    edits.Disconnect(Edge("n3", "n5", "y")).apply(document)
    edits.Connect(Edge("n2", "n5", "y")).apply(document)
    path = tmp_path / "g.json"
    ge.write(document, path)
    code, out, err = said("validate", path)
    assert (code, out) == (0, f"{path}: valid, 6 nodes, 5 edges\n")
    assert err.splitlines() == [
        "gradcanvas: warning: “c” needs a wire into x",
        "gradcanvas: warning: add “d”: x = 1e+308, y = 1e+308 gives ∞: the result leaves the range of numbers",
    ]


def test_a_bad_file_names_file_and_line_and_exits_2(said, tmp_path):
    path = tmp_path / "bad file.json"
    path.write_bytes(TWO_PATHS.read_bytes().replace(b'"multiply"', b'"mutliply"'))
    for command in ("validate", "eval", "steps"):
        code, out, err = said(command, path)
        assert (code, out) == (2, "")
        assert err == (
            f"gradcanvas: error: {path}, line 13: node “e”: unknown op “mutliply”; did you mean “multiply”?\n"
        )


def test_a_missing_file_is_named_once(said, tmp_path):
    path = tmp_path / "missing.json"
    code, out, err = said("eval", path)
    assert (code, out) == (2, "")
    assert err == f"gradcanvas: error: {path} could not be read: No such file or directory\n"


def test_examples_are_listed(said):
    code, out, _ = said("examples")
    assert code == 0
    assert [line.split()[0] for line in out.splitlines()] == [example.name for example in ge.examples()]


def test_an_example_is_copied_byte_for_byte_and_never_over_a_file(said, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert said("examples", "apple_tax")[:2] == (0, "apple_tax.json\n")
    assert (tmp_path / "apple_tax.json").read_bytes() == ge.example("apple_tax").path.read_bytes()
    code, _, err = said("examples", "apple_tax")
    assert (code, err) == (2, "gradcanvas: error: apple_tax.json exists already; move it away first\n")
    assert said("examples", "pears")[0] == 2


@pytest.mark.parametrize("arguments", [[], ["nonsense"], ["eval"], ["eval", "a", "b"], ["eval", "x", "--unknown"]])
def test_wrong_arguments_are_one_line_and_exit_2(arguments, said):
    code, out, err = said(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith("gradcanvas: error: ")
    assert err.count("\n") == 1


def test_help_and_version_are_there_for_every_command(said):
    assert said("--version")[1].startswith("gradcanvas ")
    assert all(command in said("--help")[1] for command in COMMANDS)
    for command in COMMANDS:
        code, out, _ = said(command, "--help")
        assert code == 0
        assert out.startswith(f"usage: gradcanvas {command}")


def test_the_module_runs_as_a_program_and_its_exit_code_arrives():
    good, bad = in_its_own_process("eval", TWO_PATHS, "--json"), in_its_own_process("eval", "nowhere.json")
    assert (good.returncode, json.loads(good.stdout)["values"]["e"]) == (0, 6)
    assert (bad.returncode, bad.stdout) == (2, b"")
    assert b"Traceback" not in bad.stderr


def test_a_terminal_without_our_letters_gets_escapes_and_no_traceback():
    done = in_its_own_process("steps", TWO_PATHS, encoding="ascii")
    assert (done.returncode, done.stderr) == (0, b"")
    assert rb"\u2202e/\u2202b" in done.stdout


def test_a_reader_that_has_had_enough_is_no_error(tmp_path):
    document = ge.Document()
    for n in range(1, 4000):
        edits.AddNode(ge.Node(f"n{n}", "variable", f"a rather long name {n}", 1.0)).apply(document)
    (tmp_path / "long.json").write_bytes(storage.to_bytes(document))
    command = [sys.executable, "-m", "graph_engine", "eval", str(tmp_path / "long.json")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0
