"""Derivatives of an evaluated graph: reverse mode, forward mode, local derivatives."""

from .forward import tangents
from .local import Local, local_derivative
from .reverse import Gradients, gradients, zeros
from .steps import backward_steps

__all__ = ["Gradients", "Local", "backward_steps", "gradients", "local_derivative", "tangents", "zeros"]
