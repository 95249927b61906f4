import sys

import pytest

from graph_engine.discover import declared, declared_in
from graph_engine.ops.activations import tanh


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A package on disk with two modules that declare something and one that does not."""
    folder = tmp_path / "registry_under_test"
    folder.mkdir()
    for name, text in {"__init__": "", "b": "IT = 2", "a": "IT = 1", "helper": "OTHER = 3"}.items():
        (folder / f"{name}.py").write_text(text)
    monkeypatch.syspath_prepend(str(tmp_path))
    yield "registry_under_test", [str(folder)]
    for name in [name for name in sys.modules if name.startswith("registry_under_test")]:
        del sys.modules[name]


def test_what_the_modules_of_a_package_declare_comes_in_the_order_of_their_names(package):
    assert declared(*package, "IT") == [1, 2]


def test_an_empty_registry_is_refused(package):
    with pytest.raises(ImportError, match="registry_under_test: the installation is incomplete"):
        declared(*package, "MISSING")


def test_what_is_declared_is_named_and_described_by_its_module():
    module, about = declared_in(tanh.forward)
    assert module == "graph_engine.ops.activations.tanh"
    assert about == tanh.__doc__
    with pytest.raises(TypeError, match="a file of its own"):
        declared_in(eval("lambda: None", {"__name__": "nowhere"}))
