"""The library `onnx`, loaded only when a model is written or read."""

from __future__ import annotations

from types import ModuleType

from ..errors import GradcanvasError
from ..sentence import say

OPSET, IR = 17, 8  # of what is written: old enough for every runtime in use


def library(kind: type[GradcanvasError]) -> ModuleType:
    """The library; where it is missing, an error of `kind`."""
    try:
        import onnx
    except ImportError:
        raise kind(say("onnx is not installed; pip install 'gradcanvas[onnx]' gets it")) from None
    module: ModuleType = onnx
    return module
