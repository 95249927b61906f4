"""The card that answers “why?” about any number on screen."""

from .card import WhyCard

__all__ = ["WhyCard"]
