"""The canvas as a figure: drawn anew on a sheet of its own, in the looks of the canvas and without its marks."""

from .order import Order, Part
from .sheet import Sheet
from .write import FORMATS, data_of, image_of, svg_of

__all__ = ["FORMATS", "Order", "Part", "Sheet", "data_of", "image_of", "svg_of"]
