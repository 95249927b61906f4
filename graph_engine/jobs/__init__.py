"""Work that takes a while, done in a process of its own: requests and findings as JSON lines over a pipe."""

from .check import verdict_from_json, verdict_to_json

__all__ = ["verdict_from_json", "verdict_to_json"]
