import subprocess
import sys

import pytest

import graph_engine as ge

APPLE_TAX = ge.example("apple_tax").path


@pytest.mark.parametrize("name", ["a.py", "a.torch.py", "a.tex", "a.dot", "a.json", "a.svg"])
def test_the_name_says_what_is_written(said, tmp_path, name):
    if name.endswith(".torch.py"):
        pytest.importorskip("torch", reason="PyTorch is not installed; `make test-all` gets it")
    out = tmp_path / name
    assert said("export", APPLE_TAX, out) == (0, f"{out}\n", "")
    assert out.stat().st_size > 500


def test_the_program_is_of_the_target_and_the_values_asked_for(said, tmp_path):
    out = tmp_path / "program.py"
    assert said("export", APPLE_TAX, out, "--set", "tax=1.5", "--target", "apple total")[0] == 0
    text = out.read_text(encoding="utf-8")
    assert '"tax": 1.5' in text
    assert "d_apple_total = np.ones_like(apple_total)" in text
    assert subprocess.run([sys.executable, str(out)], capture_output=True, check=False).returncode == 0


def test_a_file_that_exists_is_kept_unless_told_otherwise(said, tmp_path):
    out = tmp_path / "a.dot"
    out.write_text("mine")
    code, _, err = said("export", APPLE_TAX, out)
    assert code == 2
    assert err == f"gradcanvas: error: {out} exists already; --force writes over it\n"
    assert out.read_text() == "mine"
    assert said("export", APPLE_TAX, out, "--force")[0] == 0
    assert out.read_text(encoding="utf-8").startswith("digraph")


def test_the_graph_itself_is_never_written_over(said, tmp_path):
    path = tmp_path / "graph.json"
    path.write_bytes(APPLE_TAX.read_bytes())
    assert said("export", path, path, "--force")[0] == 2
    assert path.read_bytes() == APPLE_TAX.read_bytes()


def test_another_ending_and_an_unknown_form_are_refused(said, tmp_path):
    code, _, err = said("export", APPLE_TAX, tmp_path / "a.docx")
    assert code == 2
    assert "its name must end in one of .svg, .html, .py, .torch.py" in err
    code, _, err = said("export", APPLE_TAX, tmp_path / "a.txt", "--as", "word")
    assert code == 2
    assert "there is no export “word”; there are: svg_figure, replay, numpy_program" in err
    assert said("export", APPLE_TAX, tmp_path / "a.txt", "--as", "dot")[0] == 0


def test_a_folder_that_is_not_there_is_said(said, tmp_path):
    code, _, err = said("export", APPLE_TAX, tmp_path / "nowhere" / "a.py")
    assert code == 2
    assert "could not be written" in err
