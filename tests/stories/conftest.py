from tests.gui.conftest import app, apple_tax, hand, session, window

__all__ = ["app", "apple_tax", "hand", "session", "window"]
