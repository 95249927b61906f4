"""What programs made from a graph have in common: the order of work, names for variables, numbers as source."""
