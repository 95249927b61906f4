"""Export: what a graph becomes outside, with a look at it before it is written."""

from .dialog import ExportDialog
from .forms import Form, figure_data, forms

__all__ = ["ExportDialog", "Form", "figure_data", "forms"]
