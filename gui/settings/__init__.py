"""What the program remembers between starts."""

from .settings import Settings

__all__ = ["Settings"]
