"""Registries without registration: what the modules of a folder declare."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import Any


def declared(package: str, path: Iterable[str], name: str) -> list[Any]:
    """`name` of each module in a package, in the order of the modules' names; those without it are passed over.

    Raises `ImportError` where there is none at all: a registry that came out empty is an installation gone wrong.
    """
    found = [getattr(module, name) for module in modules(package, path) if hasattr(module, name)]
    if not found:
        raise ImportError(f"nothing was found in {package}: the installation is incomplete")
    return found


def declared_in(function: Callable[..., Any]) -> tuple[str, str]:
    """The dotted name of the module that `function` is declared in, and the first paragraph of its docstring."""
    module = inspect.getmodule(function)
    if module is None:
        raise TypeError(f"{function!r} is in no module: what is found by its file is declared in a file of its own")
    return module.__name__, (inspect.getdoc(module) or "").partition("\n\n")[0].replace("\n", " ")


def modules(package: str, path: Iterable[str]) -> list[ModuleType]:
    """The modules and packages of a package, in the order of their names."""
    return [import_module(f"{package}.{name}") for name in sorted(module.name for module in iter_modules(path))]
