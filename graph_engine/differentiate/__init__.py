"""Derivatives of an evaluated graph: reverse and forward mode, local derivatives, Jacobians, paths, gradient check."""

from .check import central_differences, check_edges, check_sources, error_by_step, local_error_by_step
from .forward import Tangents, forward_mode, tangents
from .jacobian import Cost, Jacobian, costs, jacobian
from .local import Local, local_cell, local_column, local_derivative, local_matrix, local_shape
from .nudge import Course, Moved, course, nudge
from .paths import Path, Paths, carried_along, ways_to
from .program import Program
from .reverse import Gradients, gradients, zeros
from .steps import backward_steps, forward_mode_steps
from .structure import Structure, structure
from .sweeps import Start, Sweeps
from .through import difference, through
from .verdict import Verdict

__all__ = [
    "Cost",
    "Course",
    "Gradients",
    "Jacobian",
    "Local",
    "Moved",
    "Path",
    "Paths",
    "Program",
    "Start",
    "Structure",
    "Sweeps",
    "Tangents",
    "Verdict",
    "backward_steps",
    "carried_along",
    "central_differences",
    "check_edges",
    "check_sources",
    "costs",
    "course",
    "difference",
    "error_by_step",
    "forward_mode",
    "forward_mode_steps",
    "gradients",
    "jacobian",
    "local_cell",
    "local_column",
    "local_derivative",
    "local_error_by_step",
    "local_matrix",
    "local_shape",
    "nudge",
    "structure",
    "tangents",
    "through",
    "ways_to",
    "zeros",
]
