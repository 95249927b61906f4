"""The paths lens: the chain rule drawn out between two nodes."""

from .lens import PathsLens

__all__ = ["PathsLens"]
