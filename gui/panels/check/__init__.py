"""The gradient check: every wire and every source against central differences."""

from .panel import CheckPanel

__all__ = ["CheckPanel"]
