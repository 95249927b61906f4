"""Nodes and edges, and what is allowed between them."""

from .data_column import FILE_ATTRIBUTES, SHARED, data_of, made
from .data_column import whole as whole_column
from .data_files import look_in
from .graph import Graph
from .initialisers import GIVEN
from .node import Edge, Node, make_node, natural
from .problems import Problem, missing_inputs
from .reach import between, downstream, upstream
from .sources import BY_KEY as SOURCES_BY_KEY
from .sources import FAMILY_LABEL, SOURCES, Source
from .texts import LONGEST, too_long, wrong_text
from .values import KEPT, MAX_AXES, Value, as_value, literal_value, pack, parse_value, same_value, settle

__all__ = [
    "FAMILY_LABEL",
    "FILE_ATTRIBUTES",
    "GIVEN",
    "KEPT",
    "LONGEST",
    "MAX_AXES",
    "SHARED",
    "SOURCES",
    "SOURCES_BY_KEY",
    "Edge",
    "Graph",
    "Node",
    "Problem",
    "Source",
    "Value",
    "as_value",
    "between",
    "data_of",
    "downstream",
    "literal_value",
    "look_in",
    "made",
    "make_node",
    "missing_inputs",
    "natural",
    "pack",
    "parse_value",
    "same_value",
    "settle",
    "too_long",
    "upstream",
    "whole_column",
    "wrong_text",
]
