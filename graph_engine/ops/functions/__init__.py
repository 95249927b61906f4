"""Functions"""

PLACE = 20
