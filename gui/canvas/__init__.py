"""The canvas: the graph as the textbook draws it, and the gestures that edit it."""
