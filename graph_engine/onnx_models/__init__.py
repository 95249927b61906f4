"""ONNX models: graphs written for inference elsewhere, and models of known ops read. The library `onnx` is an extra."""

from .read import from_onnx
from .write import to_onnx

__all__ = ["from_onnx", "to_onnx"]
