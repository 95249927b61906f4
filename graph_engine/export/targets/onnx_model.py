"""An ONNX model for inference: parameters in it, variables and data as its inputs. Needs the extra `onnx`."""

from __future__ import annotations

from ...document import Document
from ...onnx_models import to_onnx
from ..declare import target


def make(document: Document) -> bytes:
    return to_onnx(document)


TARGET = target(make, label="ONNX model", suffix=".onnx", place=12, binary=True)
