"""A replay of both passes as one page: no server, no network, only what stands in the file."""

from .page import page_of

__all__ = ["page_of"]
