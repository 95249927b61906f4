"""`gradcanvas export` of figures: Qt is loaded for them, and only for them."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from graph_engine.storage import example
from gui.__main__ import main

APPLE_TAX = str(example("apple_tax").path)


@pytest.mark.parametrize(("name", "start"), [("a.png", b"\x89PNG"), ("a.pdf", b"%PDF"), ("a.SVG", b"<?xml")])
def test_figures_are_drawn(qapp, tmp_path, capsys, name, start):
    out = tmp_path / name
    assert main(["export", APPLE_TAX, str(out)]) == 0
    assert out.read_bytes().startswith(start)
    assert capsys.readouterr().out == f"{out}\n"


def test_a_figure_of_a_step_with_values_only_in_chinese(qapp, tmp_path):
    out, whole = tmp_path / "a.svg", tmp_path / "b.svg"
    assert main(["export", APPLE_TAX, str(out), "--step", "1", "--values-only", "--language", "zh_CN"]) == 0
    assert main(["export", APPLE_TAX, str(whole), "--set", "tax=1.5", "--dark"]) == 0
    text = out.read_text(encoding="utf-8")
    assert ">200<" in text
    assert "∂" not in text
    assert ">220<" not in text
    assert ">300<" in whole.read_text(encoding="utf-8")
    assert main(["export", APPLE_TAX, str(whole), "--language", "en", "--force"]) == 0


def test_a_file_that_exists_is_kept(qapp, tmp_path, capsys):
    out = tmp_path / "a.png"
    out.write_text("mine")
    assert main(["export", APPLE_TAX, str(out)]) == 2
    assert "exists already" in capsys.readouterr().err
    assert out.read_text() == "mine"


@pytest.mark.parametrize("scale", ["0", "nan", "large", "1000"])
def test_a_scale_that_makes_no_sense_is_refused(qapp, tmp_path, capsys, scale):
    with pytest.raises(SystemExit) as left:
        main(["export", APPLE_TAX, str(tmp_path / "a.png"), "--scale", scale])
    assert left.value.code == 2
    assert "scale from 0.1 to 20" in capsys.readouterr().err


def test_programs_need_no_qt(tmp_path):
    code = (
        "import sys; from gui.__main__ import main; "
        f"assert main(['export', {APPLE_TAX!r}, {str(tmp_path / 'a.py')!r}]) == 0; "
        "assert not any(name.startswith('PySide6') for name in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, env=os.environ, check=False)
    assert done.returncode == 0, done.stderr.decode()
