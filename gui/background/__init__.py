"""What takes longer than a frame, off the window's thread."""

from .worker import Worker

__all__ = ["Worker"]
