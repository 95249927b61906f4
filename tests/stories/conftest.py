from tests.gui.conftest import app, apple_tax, hand, nothing_left_behind, opened, said, session, window

__all__ = ["app", "apple_tax", "hand", "nothing_left_behind", "opened", "said", "session", "window"]
