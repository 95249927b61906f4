"""The tensors panel: every entry of a value, a gradient or a local derivative."""

from .panel import TensorsPanel

__all__ = ["TensorsPanel"]
